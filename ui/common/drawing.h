// The small marks of the design language as vector drawings: one function per mark, used by delegates and widgets.
// All rectangles are in logical pixels; nothing is cached, so every scale is sharp.
#pragma once

#include "qt/roles.h"
#include "ui/common/theme.h"

class QPainter;

namespace dimsum {

// 1 steamer, 2 tray, 3 cup, 0 none; `square` is the box of the badge (18 in tables, 22 in heads).
void paintTierBadge(QPainter *painter, const QRectF &square, int tier, const Theme &theme, bool disabled = false);
// The surge mark: two wisps in a disc of the tone's ink.
void paintSteam(QPainter *painter, const QRectF &square, Tone tone, const Theme &theme);
// The red pen stroke that ticks a dish; it overshoots the box `square`.
void paintTick(QPainter *painter, const QRectF &square, const Theme &theme);
void paintFitBar(QPainter *painter, const QRectF &rect, const FitRange &range, const Theme &theme);
// Line with tint below and an end dot; lower bound 0.72 x minimum.
void paintSparkLine(QPainter *painter, const QRectF &rect, const QList<double> &weeks, Tone tone, bool surge,
                    const Theme &theme);
// Columns from 0, the running week full, older 62 %.
void paintSparkColumns(QPainter *painter, const QRectF &rect, const QList<double> &weeks, Tone tone,
                       const Theme &theme);
// The colour at another opacity.
QColor faded(QColor color, double opacity);
// A filled bar, `share` of 0 to 1.
void paintBar(QPainter *painter, const QRectF &rect, double share, const QColor &fill, const Theme &theme);
void paintInterval(QPainter *painter, const QRectF &rect, const IntervalMark &interval, const Theme &theme);
// Parallel strokes at 45 or 135 degrees, clipped to `rect`.
void paintHatch(QPainter *painter, const QRectF &rect, const QColor &ink, const QColor &ground, int degrees);
// A tag: rounded tint with its ink; returns the width it needs (with a null painter it only measures).
double paintTag(QPainter *painter, const QRectF &rect, const QString &text, Tone tone, const Theme &theme);
// Rounded frame on the pixel grid: fill and 1 px line, either may be invalid (= none).
void paintFrame(QPainter *painter, const QRectF &rect, const QColor &fill, const QColor &line, double radius);
// 2 px accent ring just inside `rect`.
void paintFocusRing(QPainter *painter, const QRectF &rect, const Theme &theme, double radius = 4);

// The words behind the marks, for assistive technology, tooltips and heads.
QString tierText(int tier);      // "Tier 1, just right"
QString tierShortText(int tier); // "just right"
QString fitText(const FitRange &range);
QString capacityText(const Capacity &capacity); // "2 of 6", "none of 12"
Tone capacityTone(const Capacity &capacity);
QString deadlineText(const Deadline &deadline); // "3 d left", "1 d late"
Tone deadlineTone(const Deadline &deadline);

} // namespace dimsum
