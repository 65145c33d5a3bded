#include "ui/orders/workload_view.h"

#include "qt/display_text.h"
#include "ui/common/chart_view.h"
#include "ui/common/figure_table.h"
#include "ui/common/icon.h"
#include "ui/common/meter_delegate.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class WorkloadText
{
    Q_DECLARE_TR_FUNCTIONS(WorkloadText)
};

QString cellWords(const WorkCell &cell)
{
    if (cell.orders == 0)
        return QStringLiteral("–");
    return cell.hours > 0 ? WorkloadText::tr("%1 · %2 h").arg(countText(cell.orders), numberText(cell.hours, cell.hours == std::floor(cell.hours) ? 0 : 1)) : countText(cell.orders);
}

QStandardItem *workItem(const WorkCell &cell, const std::optional<double> &weekly, const std::optional<double> &hours, bool late = false)
{
    const bool tooLong = hours && cell.hours > *hours;
    const bool over = tooLong || (!hours && weekly && cell.orders > *weekly);
    const Tone tone = cell.orders == 0 ? Tone::muted : late ? Tone::red : over ? Tone::warn : Tone::plain;
    QStandardItem *item = figureItem(cellWords(cell), cell.orders, tone, over);
    if (tooLong)
        item->setToolTip(WorkloadText::tr("%1 hours due, the team has %2 a week").arg(numberText(cell.hours, 1), numberText(*hours, 1)));
    else if (over)
        item->setToolTip(WorkloadText::tr("%1 orders due, places for %2 a week").arg(countText(cell.orders), numberText(*weekly, 1)));
    return item;
}

} // namespace

WorkloadView::WorkloadView(QWidget *parent) : QWidget(parent), m_panel(new Panel(tr("Work by team and week"))), m_table(new FigureTable(tr("Work by team and week"))), m_chart(new ChartView), m_legend(new QLabel)
{
    m_panel->addContent(m_table, 1);
    auto *hours = new QPushButton(themedIcon(QStringLiteral("timer")), tr("Hours a week…"), this);
    hours->setToolTip(tr("What the selected team has for orders"));
    m_panel->addControl(hours);
    connect(hours, &QPushButton::clicked, this, [this] {
        const QModelIndex current = m_table->model()->index(std::max(0, m_table->currentIndex().row()), 0);
        if (!current.isValid())
            return;
        const QString team = current.data(Qt::UserRole + 20).toString();
        const auto known = m_hours.find(team.toStdString());
        Q_EMIT hoursWanted(team, known == m_hours.end() ? QString() : QLocale::c().toString(known->second));
    });
    auto *weeks = new Panel(tr("Hours due by week"));
    weeks->setFacts(tr("from the hours lines of the plays"));
    m_legend->setTextFormat(Qt::RichText);
    weeks->addPadded(m_legend);
    weeks->addContent(m_chart, 1);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_panel);
    splitter->addWidget(weeks);
    splitter->setSizes({360, 300});
    splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_table);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT teamActivated(m_table->model()->index(index.row(), 0).data(Qt::UserRole + 20).toString());
    });
}

void WorkloadView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_workload = m_snapshot ? dimsum::workload(m_snapshot->menu.menu, m_snapshot->orders, m_snapshot->today) : Workload{};
    showTable();
}

void WorkloadView::setHours(const TeamHours &hours)
{
    m_hours = hours;
    showTable();
}

void WorkloadView::showTable()
{
    const int selected = m_table->currentIndex().row();
    QList<FigureTable::Column> columns{{tr("Team"), 180, false, true}, {tr("Places left"), 130}, {tr("A week"), 64, true, false, tr("Places of the team's plays, shared over the weeks of the program")},
                                       {tr("Hours a week"), 96, true, false, tr("What the team has for orders; set it with the button above")},
                                       {tr("Late"), 96, true}};
    for (const Day week : m_workload.weeks)
        columns.append({dayText(week), 96, true, false, tr("Due in the week from %1").arg(fullDayText(week))});
    columns.append({tr("No day yet"), 96, true, false, tr("Asked for, not approved")});
    m_table->setColumns(columns);
    m_table->setItemDelegateForColumn(1, new MeterDelegate(m_table));
    int open = 0, late = 0;
    double hours = 0;
    for (const TeamLoad &team : m_workload.teams) {
        const QString name = QString::fromStdString(team.team);
        QStandardItem *title = textItem(name.isEmpty() ? tr("no team") : name, Tone::plain, true);
        title->setData(name, Qt::UserRole + 20);
        const auto set = m_hours.find(team.team);
        const std::optional<double> hoursOf = set == m_hours.end() ? std::nullopt : std::optional(set->second);
        QStandardItem *places = textItem({});
        const int left = team.capacity ? std::max(0, *team.capacity - team.taken) : 0;
        places->setData(QVariant::fromValue(Capacity{left, team.capacity.value_or(-1), {}}), CapacityRole);
        places->setData(team.capacity ? left : 1'000'000, SortRole);
        QList<QStandardItem *> cells{title, places, figureItem(team.weekly ? numberText(*team.weekly, 1) : QStringLiteral("–"), team.weekly.value_or(-1), Tone::secondary),
                                     figureItem(hoursOf ? numberText(*hoursOf, *hoursOf == std::floor(*hoursOf) ? 0 : 1) : QStringLiteral("–"), hoursOf.value_or(-1), Tone::secondary),
                                     workItem(team.late, {}, {}, true)};
        const auto count = [&](const WorkCell &cell) {
            open += cell.orders;
            hours += cell.hours;
        };
        count(team.late);
        late += team.late.orders;
        for (const WorkCell &week : team.weeks) {
            cells << workItem(week, team.weekly, hoursOf);
            count(week);
        }
        cells << workItem(team.undated, {}, {});
        count(team.undated);
        m_table->addRow(cells);
    }
    if (m_table->rowCount() > 0)
        m_table->setCurrentIndex(m_table->model()->index(std::clamp(selected, 0, m_table->rowCount() - 1), 0));
    showChart();
    QStringList facts{tr("%n open order(s)", nullptr, open), tr("%1 hours").arg(numberText(hours, 0))};
    if (late > 0)
        facts << tr("%n late", nullptr, late);
    m_panel->setFacts(facts.join(QStringLiteral(" · ")));
}

void WorkloadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showChart(); // the legend names colours
}

void WorkloadView::showChart()
{
    BarChart chart;
    chart.categoryName = tr("Week");
    chart.stacked = true;
    chart.categories << tr("late");
    for (const Day week : m_workload.weeks)
        chart.categories << dayText(week);
    constexpr std::array tones{Tone::accent, Tone::bamboo, Tone::tier1, Tone::intent, Tone::tier2, Tone::engagement, Tone::secondary};
    for (const TeamLoad &team : m_workload.teams) {
        ChartSeries series{.name = team.team.empty() ? tr("no team") : QString::fromStdString(team.team),
                           .tone = tones[static_cast<std::size_t>(chart.series.size()) % tones.size()], .values = {team.late.hours}};
        for (const WorkCell &week : team.weeks)
            series.values << week.hours;
        if (std::any_of(series.values.begin(), series.values.end(), [](double hours) { return hours > 0; }))
            chart.series << series;
    }
    m_legend->clear();
    if (chart.series.isEmpty())
        return m_chart->clear();
    m_chart->showBars(chart);
    QStringList legend;
    for (const ChartSeries &series : std::as_const(chart.series))
        legend << QStringLiteral("<span style=\"color:%1\">■</span> %2").arg(Theme::of(this).ink(series.tone).name(), series.name.toHtmlEscaped());
    m_legend->setText(legend.join(QStringLiteral("&nbsp;&nbsp; ")));
    m_chart->setSentence(tr("Hours of open orders by the week they are due in, by team."));
}

} // namespace dimsum
