// Fusion redrawn as paper and ink: frames, buttons, inputs, tabs, headers, check marks, sliders, scroll bars.
// Reads Theme::of() at each call and keeps no colour. One instance, owned by the application (applyTheme()).
#pragma once

#include <QProxyStyle>

class QAbstractButton;

namespace dimsum {

// How a button is meant: primary is the one action of the page; flat stands in text; danger is red ink;
// link is accent text, underlined on hover.
enum class ButtonLook { normal, primary, flat, danger, link };

void setLook(QAbstractButton *button, ButtonLook look, bool small = false);
// Red frame around an input whose text does not hold; the message stands beside it.
void setInvalid(QWidget *input, bool invalid);
// Mark of the applied value on a QSlider; values outside its range remove the mark.
void setWasMark(QWidget *slider, int value);

class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
};

} // namespace dimsum
