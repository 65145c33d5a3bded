// Line icons by Dimsum's own names, drawn in the ink of the theme at the moment of painting.
#pragma once

#include "qt/roles.h"

#include <QIcon>
#include <QString>

class QPainter;

namespace dimsum {

// Names: the pages (today accounts icp tiering menu orders insights roi exchange settings), the actions (back
// forward undo redo search filter add close check edit delete copy download upload save print columns table open
// more panel refresh receipt compare history send pin phone mail add-person megaphone sliders list board up down),
// the states (ok error alert late info lock question hourglass due soon waiting approved ban slash opted-out bell
// disk server), the channels (content events gift digital sales newspaper video presentation) and own drawings
// (steamer slip steam tick app). An unknown name gives a null icon.
// The tone secondary is the default ink; a disabled icon takes the disabled ink, a checked one the accent.
QIcon themedIcon(const QString &name, Tone tone = Tone::secondary);
bool hasIcon(const QString &name);
// Draws the icon once, in any colour.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

} // namespace dimsum
