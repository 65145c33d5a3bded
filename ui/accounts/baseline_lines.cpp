#include "ui/accounts/baseline_lines.h"

#include "qt/display_text.h"
#include "ui/common/paper_figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct BaselineWords {
    Q_DECLARE_TR_FUNCTIONS(Baseline)
};

} // namespace

QStringList baselineLines(const Baseline &baseline)
{
    // The spread is what is left between the printed mean and the printed line, so that the sum holds on
    // paper.
    const double spread = std::round(baseline.line * 100) / 100 - std::round(baseline.mean * 100) / 100;
    return {BaselineWords::tr("Mean μ of the %n week(s) before = %1", nullptr, baseline.weeks)
                .arg(figureText(baseline.mean, 2)),
            baseline.deviation < baseline.floor
                ? BaselineWords::tr("Deviation s = %1, counted as at least %2")
                      .arg(figureText(baseline.deviation, 2), figureText(baseline.floor, 2))
                : BaselineWords::tr("Deviation s = %1").arg(figureText(baseline.deviation, 2)),
            BaselineWords::tr("Surge line = μ + %1 × s = %2 + %3 = %4")
                .arg(figureText(baseline.factor, 2), figureText(baseline.mean, 2), figureText(spread, 2),
                     figureText(baseline.line, 2))};
}

ReceiptTable weeksTable(const QString &valueName, std::span<const ChartWeek> weeks, int baselineWeeks)
{
    ReceiptTable table{.title = BaselineWords::tr("Weeks, newest first"),
                       .heads = {BaselineWords::tr("Week"), BaselineWords::tr("From"), BaselineWords::tr("To"), valueName},
                       .rows = {},
                       .stretch = 2,
                       .numbers = {3}};
    const std::size_t shown = std::min(weeks.size(), static_cast<std::size_t>(baselineWeeks) + 1);
    for (std::size_t back = 0; back < shown; ++back) {
        const ChartWeek &week = weeks[weeks.size() - 1 - back];
        table.rows << QStringList{back == 0 ? BaselineWords::tr("0, this week")
                                            : countText(static_cast<std::int64_t>(back)),
                                  dayText(week.first), dayText(week.last), figureText(week.value, 2)};
    }
    return table;
}

} // namespace dimsum
