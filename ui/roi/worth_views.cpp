#include "ui/roi/worth_views.h"

#include "qt/display_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class WorthViewText
{
    Q_DECLARE_TR_FUNCTIONS(WorthViewText)
};

std::optional<std::size_t> placeIn(const WorthBoard &board, const SubjectWorth &row)
{
    const std::vector<SubjectWorth> &rows = board.worth.rows;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (&rows[i] == &row)
            return i;
    }
    return std::nullopt;
}

} // namespace

QString worthViewTitle(WorthView view)
{
    switch (view) {
    case WorthView::campaigns:
        return WorthViewText::tr("Campaigns");
    case WorthView::assets:
        return WorthViewText::tr("Assets");
    case WorthView::channels:
        return WorthViewText::tr("Channels");
    case WorthView::tiers:
        return WorthViewText::tr("Tiers");
    case WorthView::plays:
        break;
    }
    return WorthViewText::tr("Plays");
}

QString worthViewColumn(WorthView view)
{
    switch (view) {
    case WorthView::campaigns:
        return WorthViewText::tr("Campaign");
    case WorthView::assets:
        return WorthViewText::tr("Asset");
    case WorthView::channels:
        return WorthViewText::tr("Channel");
    case WorthView::tiers:
        return WorthViewText::tr("Tier");
    case WorthView::plays:
        break;
    }
    return WorthViewText::tr("Play");
}

QString worthViewNote(WorthView view)
{
    switch (view) {
    case WorthView::campaigns:
        return {};
    case WorthView::assets:
        return WorthViewText::tr("Campaigns and assets each count their own costs: never add one to the other.");
    case WorthView::channels:
        return WorthViewText::tr("A campaign's cost is split over the channels of its touches, by their number.");
    case WorthView::tiers:
        return WorthViewText::tr("Tiers in force today. Orders bring their cost to the tier they were ordered in; the rest of a campaign's cost is split by touches.");
    case WorthView::plays:
        break;
    }
    return WorthViewText::tr("A touch goes to a play delivered for its account at most %1 days before, if it is of the type the play delivers.").arg(playEchoDays);
}

QString wholeAmountText(Money amount, const Currency &currency)
{
    std::int64_t unit = 1;
    for (int i = 0; i < currency.exponent; ++i)
        unit *= 10;
    const std::int64_t half = amount.minor < 0 ? -unit / 2 : unit / 2;
    return amountText(Money{(amount.minor + half) / unit * unit}, currency);
}

QString dateText(Day day)
{
    return day.known() ? QLocale().toString(dateOf(day), WorthViewText::tr("d MMM yyyy")) : QString();
}

std::vector<const SubjectWorth *> worthRows(const WorthBoard &board, WorthView view)
{
    std::vector<const SubjectWorth *> rows;
    const auto all = [&rows](const std::vector<SubjectWorth> &from) {
        for (const SubjectWorth &row : from)
            rows.push_back(&row);
    };
    switch (view) {
    case WorthView::campaigns:
    case WorthView::assets:
        for (const SubjectWorth &row : board.worth.rows) {
            if (row.cost.subject == (view == WorthView::campaigns ? CostSubject::campaign : CostSubject::asset))
                rows.push_back(&row);
        }
        break;
    case WorthView::channels:
        all(board.channels);
        break;
    case WorthView::tiers:
        all(board.tiers);
        break;
    case WorthView::plays:
        all(board.plays);
        break;
    }
    return rows;
}

QString worthName(WorthView view, const SubjectWorth &row)
{
    const QString label = QString::fromStdString(row.cost.label);
    if (label == QStringLiteral("(no touch)"))
        return WorthViewText::tr("Costs without any touch");
    if (view == WorthView::tiers)
        return label == QStringLiteral("none") ? WorthViewText::tr("Not in program") : WorthViewText::tr("Tier %1").arg(label);
    return label.isEmpty() ? WorthViewText::tr("(no channel)") : label;
}

QString worthKind(const WorthBoard &board, const SubjectWorth &row)
{
    const auto place = placeIn(board, row);
    if (!place || !board.abm[*place])
        return {};
    return *board.abm[*place] ? WorthViewText::tr("ABM") : WorthViewText::tr("traditional");
}

QString paybackText(const WorthBoard &board, const SubjectWorth &row, CreditModel model)
{
    const auto place = placeIn(board, row);
    if (!place)
        return {};
    const std::optional<Payback> &payback = board.payback[static_cast<std::size_t>(model)][*place];
    if (!payback)
        return {};
    return payback->months ? WorthViewText::tr("%n month(s)", nullptr, *payback->months) : WorthViewText::tr("not yet");
}

} // namespace dimsum
