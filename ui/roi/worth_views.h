// The sides from which return can be looked at, with their rows and words. GUI thread.
#pragma once

#include "service/worth_board.h"

#include <QString>

#include <array>
#include <vector>

namespace dimsum {

enum class WorthView { campaigns, assets, channels, tiers, plays };
inline constexpr std::array allWorthViews{WorthView::campaigns, WorthView::assets, WorthView::channels, WorthView::tiers, WorthView::plays};

QString worthViewTitle(WorthView view);  // "Campaigns"
QString worthViewColumn(WorthView view); // "Campaign"
// Why its costs are what they are, as a sentence for the foot of a table; empty for campaigns.
QString worthViewNote(WorthView view);

// Whole units of the currency, rounded: columns of amounts that are compared, not added up by hand.
QString wholeAmountText(Money amount, const Currency &currency);
QString dateText(Day day); // "18 Feb 2026"

// Rows of the board; they live as long as it does.
std::vector<const SubjectWorth *> worthRows(const WorthBoard &board, WorthView view);
QString worthName(WorthView view, const SubjectWorth &row);
// "ABM", "traditional" or nothing; of campaigns only.
QString worthKind(const WorthBoard &board, const SubjectWorth &row);
// Where the row is one of board.worth.rows, its payback under the model in words ("4 months", "not yet"), else empty.
QString paybackText(const WorthBoard &board, const SubjectWorth &row, CreditModel model);

} // namespace dimsum
