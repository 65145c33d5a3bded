#include "ui/accounts/journey_marks.h"

#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cctype>
#include <string>
#include <utility>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct JourneyKindWords {
    Q_DECLARE_TR_FUNCTIONS(JourneyKind)
};

constexpr std::array<std::pair<std::string_view, JourneyKind>, 13> kinds{
    {{"email open", JourneyKind::mail},
     {"email click", JourneyKind::mail},
     {"ad click", JourneyKind::mail},
     {"web visit", JourneyKind::visit},
     {"high value web page", JourneyKind::visit},
     {"content download", JourneyKind::content},
     {"research report", JourneyKind::content},
     {"webinar", JourneyKind::event},
     {"event", JourneyKind::event},
     {"demo", JourneyKind::meeting},
     {"trial", JourneyKind::meeting},
     {"meeting", JourneyKind::meeting},
     {"reply", JourneyKind::meeting}}};

} // namespace

JourneyKind journeyKind(std::string_view type)
{
    std::string key;
    for (const char letter : type) {
        const bool gap = letter == '_' || letter == '-' || letter == ' ';
        key += gap ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    const auto known =
        std::find_if(kinds.begin(), kinds.end(), [&](const auto &kind) { return kind.first == key; });
    return known == kinds.end() ? JourneyKind::other : known->second;
}

QString journeyKindText(JourneyKind kind)
{
    switch (kind) {
    case JourneyKind::mail:
        return JourneyKindWords::tr("mail, ad");
    case JourneyKind::visit:
        return JourneyKindWords::tr("visit");
    case JourneyKind::content:
        return JourneyKindWords::tr("content");
    case JourneyKind::event:
        return JourneyKindWords::tr("event");
    case JourneyKind::meeting:
        return JourneyKindWords::tr("meeting, demo");
    case JourneyKind::other:
        break;
    }
    return JourneyKindWords::tr("other");
}

void paintJourneyMark(QPainter *painter, const QRectF &box, JourneyKind kind, const Theme &theme)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QPointF center = box.center();
    const double size = std::min(box.width(), box.height());
    const auto square = [&](double share) {
        const double side = size * share;
        return QRectF(center.x() - side / 2, center.y() - side / 2, side, side);
    };
    painter->setPen(Qt::NoPen);
    switch (kind) {
    case JourneyKind::mail:
        painter->setPen(QPen(theme.text2, 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawEllipse(square(0.5));
        break;
    case JourneyKind::visit:
        painter->setBrush(theme.text2);
        painter->drawRect(square(0.5));
        break;
    case JourneyKind::content: {
        const double reach = size * 0.42;
        painter->setBrush(theme.engagement);
        painter->drawPolygon(QPolygonF({center + QPointF(0, -reach), center + QPointF(reach, 0),
                                        center + QPointF(0, reach), center + QPointF(-reach, 0)}));
        break;
    }
    case JourneyKind::event:
        painter->setBrush(theme.engagement);
        painter->drawEllipse(square(0.75));
        break;
    case JourneyKind::meeting: {
        const double reach = size * 0.46;
        painter->setBrush(theme.good);
        painter->drawPolygon(QPolygonF({center + QPointF(0, -reach), center + QPointF(reach, reach * 0.8),
                                        center + QPointF(-reach, reach * 0.8)}));
        break;
    }
    case JourneyKind::other:
        painter->setPen(QPen(theme.text2, 1.2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(square(0.5));
        break;
    }
}

} // namespace dimsum
