// The drawings of Style, one function per control; Style decides which one and asks Fusion for the rest.
#pragma once

#include "ui/common/theme.h"

#include <QStyle>

class QPainter;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionTab;

namespace dimsum::paint {

// What a control is doing, from the state flags of its option.
struct State {
    bool enabled, hovered, pressed, focused, on;
    explicit State(QStyle::State flags);
};

int lookOf(const QWidget *widget); // ButtonLook as int; 0 = normal
bool isSmall(const QWidget *widget);

void button(QPainter *painter, const QRect &rect, State state, const QWidget *widget);
void buttonLabel(QPainter *painter, const QStyleOptionButton &option, const QWidget *widget);
void segment(QPainter *painter, const QRect &rect, State state, const QString &place);
void toolButton(QPainter *painter, const QRect &rect, State state);
// Frame of inputs; fill base for line edits and spin boxes, button for combos.
void input(QPainter *painter, const QRect &rect, State state, const QWidget *widget, bool combo);
void checkBox(QPainter *painter, const QRect &rect, State state, bool partial);
void radioButton(QPainter *painter, const QRect &rect, State state);
enum class Direction { up, down, left, right };
void chevron(QPainter *painter, const QRectF &rect, Direction direction, const QColor &color);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
void tabShape(QPainter *painter, const QStyleOptionTab &option);
void tabLabel(QPainter *painter, const QStyleOptionTab &option);
int tabWidth(const QStyleOptionTab &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider);
void slider(QPainter *painter, const QStyleOptionSlider &option, const QWidget *widget, const QRect &groove,
            const QRect &handle);
void splitterGrip(QPainter *painter, const QRect &rect, bool upright);

} // namespace dimsum::paint
