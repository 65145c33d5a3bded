// The arithmetic of a surge against the account's own baseline, for the receipts of intent and engagement.
#pragma once

#include "ui/accounts/receipt_part.h"
#include "ui/accounts/shown_account.h"

#include <span>

namespace dimsum
{

struct Baseline {
    double value = 0;     // of week 0
    double mean = 0;      // mu
    double deviation = 0; // s, before the floor
    double floor = 0;     // of s
    double factor = 0;    // of s: 2
    double line = 0;      // mu + factor * max(s, floor)
    int weeks = 12;
};

// From the receipt and the surge rules of intent or engagement: both name these figures alike.
template <class Receipt, class Rules> Baseline baselineOf(const Receipt &receipt, const Rules &rules)
{
    return {.value = receipt.surgeValue,
            .mean = receipt.baselineMean,
            .deviation = receipt.baselineDeviation,
            .floor = rules.sdFloor,
            .factor = rules.sd,
            .line = receipt.surgeLine,
            .weeks = rules.weeks};
}

// "mean of 12 weeks ...", "surge line = 120.25 + 2 x 14.2 = 148.65": the parts as printed give the printed
// result.
QStringList baselineLines(const Baseline &baseline);
// Week 0 first, then those of the baseline, as far as the chart knows them.
ReceiptTable weeksTable(const QString &valueName, std::span<const ChartWeek> weeks, int baselineWeeks);

} // namespace dimsum
