#include "ui/tiering/lines_panel.h"

#include "qt/display_text.h"
#include "ui/common/chart_view.h"
#include "ui/common/icon.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

double scaleOf(const Currency &currency)
{
    return std::pow(10.0, currency.exponent);
}

} // namespace

LinesPanel::LinesPanel(QWidget *parent) : Panel(tr("Where the lines fall"), parent)
{
    m_asTable = new QToolButton;
    m_asTable->setIcon(themedIcon(QStringLiteral("table")));
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("Show the figures as tables"));
    m_asTable->setAccessibleName(m_asTable->toolTip());
    addControl(m_asTable);
    m_acvTitle = new QLabel;
    m_acvTitle->setTextFormat(Qt::RichText);
    m_acv = new ChartView;
    m_fit = new ChartView;
    m_acv->setAccessibleName(tr("Accounts that fit, by ACV"));
    m_fit->setAccessibleName(tr("All accounts, by fit"));
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_acvTitle);
    column->addWidget(m_acv, 3);
    column->addWidget(new QLabel(tr("All accounts, by fit")));
    column->addWidget(m_fit, 2);
    addPadded(body, 1);
    connect(m_asTable, &QToolButton::toggled, this, [this](bool on) {
        m_acv->setTableShown(on);
        m_fit->setTableShown(on);
    });
    connect(m_acv, &ChartView::thresholdDragged, this, [this](int line, double value) {
        if (line < 0 || static_cast<std::size_t>(line) >= m_acvLines.size())
            return;
        const double step = value >= 10'000 ? 500 : 50;
        m_draft.thresholds.acv[m_acvLines[static_cast<std::size_t>(line)]].value =
            Money{std::llround(std::round(value / step) * step * scaleOf(m_currency))};
        Q_EMIT edited(m_draft);
    });
    connect(m_fit, &ChartView::thresholdDragged, this, [this](int line, double value) {
        if (line < 0 || static_cast<std::size_t>(line) >= m_draft.thresholds.fit.size())
            return;
        m_draft.thresholds.fit[static_cast<std::size_t>(line)].value = std::clamp(std::round(value), 0.0, 100.0);
        Q_EMIT edited(m_draft);
    });
}

bool LinesPanel::tablesShown() const
{
    return m_asTable->isChecked();
}

void LinesPanel::setTablesShown(bool shown)
{
    m_asTable->setChecked(shown);
}

void LinesPanel::clear()
{
    m_acvTitle->clear();
    m_acv->clear();
    m_fit->clear();
}

void LinesPanel::setPreview(const Snapshot &snapshot, const TierPolicy &draft, const TieringPreview &preview)
{
    m_draft = draft;
    m_inForce = snapshot.policy;
    m_currency = snapshot.settings.currency;
    if (!preview.proposal.defined)
        return clear();
    showAcv(snapshot, preview);
    showFit(snapshot, preview);
}

void LinesPanel::showAcv(const Snapshot &snapshot, const TieringPreview &preview)
{
    const double scale = scaleOf(m_currency);
    const TierPicture &picture = preview.picture;
    m_acvTitle->setText(picture.withoutAcv > 0 ? tr("Accounts that fit, by ACV (%1 without ACV not drawn)").arg(countText(picture.withoutAcv))
                                               : tr("Accounts that fit, by ACV"));
    if (picture.drawn() == 0)
        return m_acv->clear();
    HistogramChart chart;
    chart.valueName = tr("ACV");
    chart.countName = tr("Accounts");
    chart.logarithmic = true;
    chart.edges = QList<double>(snapshot.ground.acv->edges.begin(), snapshot.ground.acv->edges.end());
    chart.label = [currency = m_currency, scale](double value) { return compactAmountText(Money{std::llround(value * scale)}, currency); };
    const std::array tones{Tone::off, Tone::tier1, Tone::tier2, Tone::tier3};
    for (std::size_t tier : {1, 2, 3, 0}) {
        ChartSeries series{.name = tier == 0 ? tr("Not in a tier") : tr("Tier %1").arg(tier), .tone = tones[tier], .values = {}};
        series.opacity = tier == 3 ? 0.45 : 1;
        series.values = {picture.acv[tier].begin(), picture.acv[tier].begin() + AcvClasses::count}; // without those that have no ACV
        chart.series << series;
    }
    m_acvLines.clear();
    for (std::size_t i = 0; i < m_draft.thresholds.acv.size(); ++i) {
        const MoneyThreshold &threshold = m_draft.thresholds.acv[i];
        chart.thresholds << ChartThreshold{static_cast<double>(threshold.value.minor) / scale,
                                           tr("%1 %2").arg(QString::fromStdString(threshold.name), compactAmountText(threshold.value, m_currency)),
                                           Tone::plain, false, true};
        m_acvLines.push_back(i);
    }
    for (const MoneyThreshold &was : m_inForce.thresholds.acv) {
        for (const MoneyThreshold &now : m_draft.thresholds.acv) {
            if (now.name == was.name && !(now.value == was.value))
                chart.thresholds << ChartThreshold{static_cast<double>(was.value.minor) / scale, tr("was %1").arg(compactAmountText(was.value, m_currency)),
                                                   Tone::bamboo, true, false};
        }
    }
    m_acv->showHistogram(chart);
    m_acv->setSentence(tr("%1 accounts fit and have an ACV; %2 of all accounts would be in Tier 1, %3 in Tier 2, %4 in Tier 3.")
                           .arg(countText(picture.drawn()), countText(preview.counts[1]), countText(preview.counts[2]),
                                countText(preview.counts[3])));
}

void LinesPanel::showFit(const Snapshot &snapshot, const TieringPreview &preview)
{
    HistogramChart chart;
    chart.valueName = tr("Fit");
    chart.countName = tr("Accounts");
    for (std::size_t i = 0; i <= TierGround::fitClasses; ++i)
        chart.edges << static_cast<double>(i) * 100.0 / TierGround::fitClasses;
    ChartSeries series{.name = tr("Accounts"), .tone = Tone::fit, .values = {}};
    series.values = {snapshot.ground.fit.begin(), snapshot.ground.fit.end()};
    const qint64 above = preview.picture.fitting;
    chart.series << series;
    for (const ScoreThreshold &threshold : m_draft.thresholds.fit)
        chart.thresholds << ChartThreshold{threshold.value, tr("fit %1: %2 accounts").arg(numberText(threshold.value, 0), countText(above)),
                                           Tone::plain, false, true};
    m_fit->showHistogram(chart);
    m_fit->setSentence(tr("%1 of %2 accounts have a fit of at least %3.")
                           .arg(countText(above), countText(static_cast<qint64>(snapshot.size())), numberText(highFit(m_draft), 0)));
}

} // namespace dimsum
