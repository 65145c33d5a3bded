#include "ui/insights/calibration_panel.h"

#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "ui/common/chart_view.h"
#include "ui/common/icon.h"
#include "ui/common/segmented.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/insights/lift_plot.h"
#include "ui/insights/share_meter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace dimsum {

namespace {

// What the articles behind the product report (domain.md section 8): shown beside, never assumed.
constexpr double articleShare = 0.12, articleTwoPeople = 0.80, articleTwoAreas = 0.87, articleLift = 4;
constexpr int leastInteractions = 2, mostInteractions = 5;

QLabel *caption(const QString &text)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::of().font(TypeSize::small));
    return label;
}

} // namespace

CalibrationPanel::CalibrationPanel(QWidget *parent) : Panel(tr("Calibration"), parent)
{
    setFacts(tr("which cut-off? dashed: the articles"));
    m_use = new QPushButton(themedIcon(QStringLiteral("check")), tr("Use this rule"));
    setLook(m_use, ButtonLook::normal, true);
    m_use->setToolTip(tr("High intensity is judged by this rule from now on; undo takes it back"));
    addControl(m_use);
    addControl(caption(tr("people")));
    m_people = new Segmented;
    m_people->setAccessibleName(tr("Fewest people"));
    for (int people = 1; people <= 3; ++people)
        m_people->addSegment(tr("≥ %1").arg(people));
    addControl(m_people);
    addControl(caption(tr("days")));
    m_days = new QComboBox;
    m_days->setAccessibleName(tr("Days of the window"));
    for (const int days : intensityWindows)
        m_days->addItem(QString::number(days), days);
    addControl(m_days);
    m_asTable = new QToolButton;
    m_asTable->setIcon(themedIcon(QStringLiteral("table")));
    m_asTable->setCheckable(true);
    m_asTable->setToolTip(tr("Show the shares as a table"));
    m_asTable->setAccessibleName(m_asTable->toolTip());
    addControl(m_asTable);

    m_shares = new ChartView;
    m_shares->setAccessibleName(tr("Share of active accounts that qualifies"));
    m_plot = new LiftPlot;
    m_twoPeople = new ShareMeter(tr("have two or more people"));
    m_twoAreas = new ShareMeter(tr("in two or more areas"));
    m_sentence = caption({});
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignTop);
    const auto column = [](const QString &title, QWidget *content) {
        auto *made = new QVBoxLayout;
        made->setSpacing(4);
        made->addWidget(caption(title));
        made->addWidget(content, 1);
        return made;
    };
    auto *right = new QVBoxLayout;
    right->setSpacing(8);
    right->addWidget(caption(tr("Of those that qualify")));
    right->addWidget(m_twoPeople);
    right->addWidget(m_twoAreas);
    right->addWidget(m_sentence, 1);
    auto *body = new QWidget;
    auto *row = new QHBoxLayout(body);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    row->addLayout(column(tr("Share of active accounts that qualifies"), m_shares), 5);
    row->addLayout(column(tr("Conversion lift, 95 % interval"), m_plot), 5);
    row->addLayout(right, 4);
    addPadded(body, 1);

    connect(m_people, &Segmented::currentChanged, this, &CalibrationPanel::refresh);
    connect(m_days, &QComboBox::currentIndexChanged, this, &CalibrationPanel::refresh);
    connect(m_asTable, &QToolButton::toggled, m_shares, &ChartView::setTableShown);
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT ruleWanted(explored()); });
}

void CalibrationPanel::setCalibration(const Calibration &calibration, const IntensityRules &rules)
{
    m_calibration = calibration;
    m_rules = rules;
    m_filling = true;
    m_people->setCurrent(std::clamp(rules.p, 1, 3) - 1);
    m_days->setCurrentIndex(std::max(0, m_days->findData(rules.windowDays)));
    m_filling = false;
    refresh();
}

IntensityRules CalibrationPanel::explored() const
{
    IntensityRules rules = m_rules;
    rules.p = m_people->current() + 1;
    rules.windowDays = m_days->currentData().toInt();
    return rules;
}

const CalibrationRow *CalibrationPanel::rowFor(int interactions) const
{
    IntensityRules rules = explored();
    rules.n = interactions;
    rules.q = std::clamp(rules.q, 1, 2);
    return m_calibration.row(rules);
}

void CalibrationPanel::refresh()
{
    if (m_filling || m_calibration.rows.empty())
        return;
    const IntensityRules rules = explored();
    m_use->setVisible(rules.p != m_rules.p || rules.windowDays != m_rules.windowDays);
    BarChart chart;
    chart.categoryName = tr("Interactions");
    ChartSeries shares{.name = tr("% of active accounts"), .tone = Tone::accent, .values = {}};
    QList<LiftPoint> points;
    for (int n = leastInteractions; n <= mostInteractions; ++n) {
        const CalibrationRow *row = rowFor(n);
        const QString label = tr("≥ %1").arg(n);
        chart.categories << label;
        shares.values << (row && row->shareOfActive ? std::round(*row->shareOfActive * 1000) / 10 : 0);
        if (row)
            points << LiftPoint{label, row->conversion.lift.ratio, row->conversion.lift.interval, !row->conversion.tooFew, n == m_rules.n};
    }
    chart.series << shares;
    chart.selected = m_rules.n - leastInteractions;
    m_shares->showBars(chart);
    const QString axis = tr("interactions in %1 days").arg(rules.windowDays);
    m_plot->setPoints(points, articleLift, axis);
    const CalibrationRow *current = rowFor(std::clamp(m_rules.n, leastInteractions, mostInteractions));
    if (!current)
        return;
    m_shares->setSentence(tr("%1 of the active accounts qualify with at least %2 interactions; articles say %3.")
                              .arg(current->shareOfActive ? percentText(*current->shareOfActive, 1) : tr("none"))
                              .arg(current->rules.n)
                              .arg(percentText(articleShare)));
    m_twoPeople->setShare(current->shareTwoPeople, articleTwoPeople);
    m_twoAreas->setShare(current->shareTwoAreas, articleTwoAreas);
    const ConversionLift &lift = current->conversion;
    QString sentence = tr("Qualify: %1 (articles %2).").arg(current->shareOfActive ? percentText(*current->shareOfActive, 1) : tr("none"), percentText(articleShare));
    sentence += u' ' + (lift.tooFew ? tr("Deals opened after high intensity: %1, too few to tell.").arg(countText(lift.highOutcomes))
                                    : tr("%1 months, %2 deals opened after high intensity, %3 without.")
                                          .arg(m_calibration.snapshots.size())
                                          .arg(countText(lift.highOutcomes), countText(lift.otherOutcomes)));
    if (!m_calibration.areasUsed)
        sentence += u' ' + tr("No activity names a product area: areas are left out.");
    m_sentence->setText(sentence);
}

} // namespace dimsum
