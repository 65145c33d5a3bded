// The marks of the journey: what kind of touch an activity type is, and how it is drawn.
#pragma once

#include <QRectF>
#include <QString>

#include <array>
#include <cstdint>
#include <string_view>

class QPainter;

namespace dimsum
{

struct Theme;

enum class JourneyKind : std::uint8_t { mail, visit, content, event, meeting, other };

inline constexpr std::array journeyKinds{JourneyKind::mail,  JourneyKind::visit,   JourneyKind::content,
                                         JourneyKind::event, JourneyKind::meeting, JourneyKind::other};

// By the type's words, however they are written ("web_visit", "Web visit"); types of one's own are `other`.
JourneyKind journeyKind(std::string_view type);
QString journeyKindText(JourneyKind kind); // "visit", for the legend
// Inside `box`: hollow dot, square, diamond, disc, triangle, hollow square.
void paintJourneyMark(QPainter *painter, const QRectF &box, JourneyKind kind, const Theme &theme);

} // namespace dimsum
