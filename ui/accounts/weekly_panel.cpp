#include "ui/accounts/weekly_panel.h"

#include "qt/display_text.h"
#include "ui/accounts/mark_legend.h"
#include "ui/common/paper_figures.h"
#include "ui/accounts/shown_account.h"
#include "ui/common/chart_view.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <limits>

namespace dimsum
{

namespace
{

constexpr int chartHeight = 80, tableHeight = 190;

bool intentHasBaseline(const IntentReceipt &receipt)
{
    return receipt.surge == SurgeState::none || receipt.surge == SurgeState::surge;
}

// What a week must reach: the engagement surge has a floor of its own beside the line.
double effectiveLine(const ShownAccount &shown, const ChartWeek &week, WeeklyPanel::Kind kind)
{
    if (!week.hasBaseline)
        return std::numeric_limits<double>::quiet_NaN();
    return kind == WeeklyPanel::Kind::intent
               ? week.surgeLine
               : std::max(week.surgeLine, shown.snapshot->policy.engagement.surge.minPoints);
}

bool anyValue(const std::vector<ChartWeek> &weeks)
{
    return std::any_of(weeks.begin(), weeks.end(), [](const ChartWeek &week) { return week.value > 0; });
}

QString surgesInWords(const std::vector<ChartWeek> &weeks)
{
    QStringList days;
    for (const ChartWeek &week : weeks) {
        if (week.surge)
            days << dayText(week.last);
    }
    return days.isEmpty()
               ? WeeklyPanel::tr("No surge in these weeks.")
               : WeeklyPanel::tr("Surges in the weeks to %1.").arg(days.join(QStringLiteral(", ")));
}

} // namespace

QString intentSentence(const ShownAccount &shown)
{
    const IntentScores &scores = shown.snapshot->scores.intent;
    const IntentReceipt &receipt = shown.details.intent;
    if (!scores.feed.anyIntent)
        return WeeklyPanel::tr("no intent data yet: import a feed");
    if (receipt.surge == SurgeState::staleFeed || scores.feed.stale)
        return scores.feed.anchor.known()
                   ? WeeklyPanel::tr("feed ends %1, too old to tell surges").arg(dayText(scores.feed.anchor))
                   : WeeklyPanel::tr("no scored signals: no surges");
    if (!receipt.firstSignal.known())
        return WeeklyPanel::tr("no signal about this account yet");
    if (receipt.surge == SurgeState::noBaseline)
        return WeeklyPanel::tr("no baseline yet, first signal %1").arg(dayText(receipt.firstSignal));
    const auto [value, line] = comparedTexts(receipt.surgeValue, receipt.surgeLine);
    return WeeklyPanel::tr("%1 this week, surge line %2").arg(value, line);
}

QString engagementSentence(const ShownAccount &shown)
{
    const EngagementReceipt &receipt = shown.details.engagement;
    if (!shown.snapshot->scores.engagement.anyActivity)
        return WeeklyPanel::tr("no activity data yet: import activities");
    if (receipt.lines.empty() && !anyValue(shown.details.engagementWeeks))
        return WeeklyPanel::tr("no activity of this account yet");
    if (receipt.firstActivity)
        return WeeklyPanel::tr("points this week: %1, first activity").arg(figureText(receipt.surgeValue));
    const double line = std::max(receipt.surgeLine, shown.snapshot->policy.engagement.surge.minPoints);
    const auto [value, lineText] = comparedTexts(receipt.surgeValue, line);
    return WeeklyPanel::tr("points this week: %1, surge line %2").arg(value, lineText);
}

WeeklyPanel::WeeklyPanel(Kind kind, QWidget *parent)
    : DockSection(QString(), Fold::never, parent),
      m_kind(kind),
      m_chart(new ChartView(this)),
      m_table(new QToolButton(this)),
      m_legend(new MarkLegend(this))
{
    setTitleTone(kind == Kind::intent ? Tone::intent : Tone::engagement);
    m_chart->setFixedHeight(chartHeight);
    m_table->setIcon(themedIcon(QStringLiteral("table")));
    m_table->setCheckable(true);
    setLook(m_table, ButtonLook::flat, true);
    connect(m_table, &QToolButton::toggled, m_chart, &ChartView::setTableShown);
    connect(m_chart, &ChartView::tableShownChanged, this, [this](bool shown) {
        m_table->setChecked(shown);
        m_chart->setFixedHeight(shown ? tableHeight : chartHeight);
        m_legend->setVisible(!shown);
    });
    addControl(m_table);
    addContent(m_chart);
    addContent(m_legend);
    retranslate();
}

QString WeeklyPanel::name() const
{
    return m_kind == Kind::intent ? tr("Intent") : tr("Engagement");
}

void WeeklyPanel::retranslate()
{
    setTitle(name());
    m_chart->setAccessibleName(tr("%1 by week").arg(name()));
    m_table->setAccessibleName(tr("%1 by week as a table").arg(name()));
    m_table->setToolTip(m_table->accessibleName());
}

void WeeklyPanel::setAccount(const ShownAccount &shown)
{
    const bool intent = m_kind == Kind::intent;
    const std::vector<ChartWeek> &weeks = intent ? shown.details.intentWeeks : shown.details.engagementWeeks;
    const bool baseline = intent ? intentHasBaseline(shown.details.intent) : anyValue(weeks);
    WeeklyChart chart{.shape = intent ? WeeklyChart::Shape::line : WeeklyChart::Shape::columns,
                      .tone = intent ? Tone::intent : Tone::engagement,
                      .name = intent ? tr("Intent") : tr("Points"),
                      .weeks = {},
                      .values = {},
                      .surgeLine = {},
                      .surges = {},
                      .cohort = {},
                      .bandLow = {}};
    for (const ChartWeek &week : weeks) {
        chart.weeks << tr("to %1").arg(dayText(week.last));
        chart.values << week.value;
        chart.surges << week.surge;
        if (baseline) {
            chart.surgeLine << effectiveLine(shown, week, m_kind);
            chart.bandLow << week.bandLow;
        }
        if (!intent)
            chart.cohort << week.cohortMean;
    }
    m_chart->showWeekly(chart);
    const QString sentence = intent ? intentSentence(shown) : engagementSentence(shown);
    const bool surge = !weeks.empty() && weeks.back().surge;
    setFacts(sentence, surge ? (intent ? Tone::intent : Tone::engagement) : Tone::secondary);
    m_chart->setSentence(tr("%1 of 16 weeks: %2. %3").arg(name(), sentence, surgesInWords(weeks)));
    showLegend(shown, baseline);
}

void WeeklyPanel::showLegend(const ShownAccount &shown, bool baseline)
{
    QList<MarkLegend::Entry> entries;
    // Both charts have the same band and stand one below the other: one legend serves them.
    if (baseline && m_kind == Kind::engagement)
        entries.append({.text = tr("own baseline, 12 weeks"),
                        .paint =
                            [](QPainter *painter, const QRectF &box, const Theme &theme) {
                                painter->fillRect(box.adjusted(0, 2, 0, -1), theme.band);
                                QPen edge(theme.bamboo, 1, Qt::DashLine);
                                painter->setPen(edge);
                                painter->drawLine(box.topLeft() + QPointF(0, 2),
                                                  box.topRight() + QPointF(0, 2));
                            },
                        .width = 20});
    if (m_kind == Kind::engagement) {
        const Tier tier = shown.snapshot->tiers[shown.row];
        entries.append({.text = tier == Tier::none
                                    ? tr("mean outside the program")
                                    : tr("Tier %1 mean").arg(static_cast<int>(tierIndex(tier))),
                        .paint =
                            [](QPainter *painter, const QRectF &box, const Theme &theme) {
                                painter->setPen(QPen(theme.text, 1.3, Qt::DotLine));
                                painter->drawLine(QPointF(box.left(), box.center().y()),
                                                  QPointF(box.right(), box.center().y()));
                            },
                        .width = 20});
    }
    m_legend->setEntries(entries);
    m_legend->setVisible(!entries.isEmpty() && !m_chart->tableShown());
}

void WeeklyPanel::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
