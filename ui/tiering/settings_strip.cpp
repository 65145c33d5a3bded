#include "ui/tiering/settings_strip.h"

#include "qt/display_text.h"
#include "ui/common/shown_value.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSpinBox>

#include <cmath>

namespace dimsum {

namespace {

constexpr int noLimit = -1; // shown as words; domain: no value

QLabel *title(const QString &text, Tone tone)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::of().font(TypeSize::text, true));
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::of().ink(tone));
    label->setPalette(palette);
    return label;
}

QDoubleSpinBox *decimalBox(double low, double high, int decimals, double step)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setSingleStep(step);
    return box;
}

void addRow(QGridLayout &grid, int row, const QString &text, QWidget *box)
{
    auto *label = new QLabel(text);
    label->setBuddy(box);
    box->setMaximumWidth(62); // two digits, a unit, the arrows: the weights need the rest
    grid.addWidget(label, row, 0);
    grid.addWidget(box, row, 1);
}

QWidget *block(QGridLayout *&grid)
{
    auto *widget = new QWidget;
    grid = new QGridLayout(widget);
    grid->setContentsMargins(10, 8, 8, 8);
    grid->setVerticalSpacing(4);
    grid->setHorizontalSpacing(6);
    return widget;
}

} // namespace

SettingsStrip::SettingsStrip(QWidget *parent) : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildIntent(), 5);
    row->addWidget(buildEngagement(), 5);
    row->addWidget(buildPlaces(), 5);
    row->addWidget(buildWeights(), 8);
}

QWidget *SettingsStrip::buildIntent()
{
    QGridLayout *grid = nullptr;
    QWidget *part = block(grid);
    m_score = decimalBox(0, 100, 0, 1);
    m_sigma = decimalBox(0, 20, 1, 0.1);
    m_sigma->setSuffix(tr(" σ"));
    grid->addWidget(title(tr("Recent intent means"), Tone::intent), 0, 0, 1, 2);
    addRow(*grid, 1, tr("a topic at least"), m_score);
    addRow(*grid, 2, tr("or surge above"), m_sigma);
    for (QDoubleSpinBox *box : {m_score, m_sigma})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsStrip::read);
    return part;
}

QWidget *SettingsStrip::buildEngagement()
{
    QGridLayout *grid = nullptr;
    QWidget *part = block(grid);
    m_points = decimalBox(0, 1000, 0, 1);
    m_days = new QSpinBox;
    m_days->setRange(1, 365);
    m_days->setSuffix(tr(" d"));
    grid->addWidget(title(tr("Recent engagement means"), Tone::engagement), 0, 0, 1, 2);
    addRow(*grid, 1, tr("points at least"), m_points);
    addRow(*grid, 2, tr("within"), m_days);
    connect(m_points, &QDoubleSpinBox::valueChanged, this, &SettingsStrip::read);
    connect(m_days, &QSpinBox::valueChanged, this, &SettingsStrip::read);
    return part;
}

QWidget *SettingsStrip::buildPlaces()
{
    QGridLayout *grid = nullptr;
    QWidget *part = block(grid);
    grid->addWidget(title(tr("Places"), Tone::plain), 0, 0, 1, 2);
    m_customers = new QCheckBox(tr("no customers"));
    m_customers->setToolTip(tr("Leave accounts with a won deal out of the tiers"));
    m_openDeals = new QCheckBox(tr("no open deals"));
    m_openDeals->setToolTip(tr("Leave accounts with an open deal out of the tiers"));
    for (int tier = 1; tier <= 3; ++tier) {
        auto *badge = new TierBadgeLabel(nullptr, 18);
        badge->setTier(tier);
        auto *box = new QSpinBox;
        box->setRange(noLimit, 100'000'000);
        box->setSpecialValueText(tr("no limit"));
        box->setGroupSeparatorShown(true);
        box->setAccessibleName(tr("Places in Tier %1").arg(tier));
        m_places[static_cast<std::size_t>(tier)] = box;
        auto *line = new QHBoxLayout;
        line->addWidget(badge);
        line->addWidget(box, 1);
        grid->addLayout(line, tier == 2 ? 2 : 1, tier == 3 ? 1 : 0);
        connect(box, &QSpinBox::valueChanged, this, &SettingsStrip::read);
    }
    grid->addWidget(m_customers, 3, 0);
    grid->addWidget(m_openDeals, 3, 1);
    for (QCheckBox *box : {m_customers, m_openDeals})
        connect(box, &QCheckBox::toggled, this, &SettingsStrip::read);
    return part;
}

QWidget *SettingsStrip::buildWeights()
{
    QGridLayout *grid = nullptr;
    QWidget *part = block(grid);
    m_sum = title({}, Tone::plain);
    grid->addWidget(m_sum, 0, 0, 1, 4);
    const QStringList names{tr("fit"), tr("intent"), tr("engagement"), tr("ACV")};
    for (int i = 0; i < 4; ++i) {
        QDoubleSpinBox *box = decimalBox(0, 1, 2, 0.05);
        box->setAccessibleName(tr("Weight of %1").arg(names[i]));
        m_weights[static_cast<std::size_t>(i)] = box;
        box->setMaximumWidth(56); // "0.30" and its arrows; the words beside it need the rest
        auto *label = new QLabel(names[i]);
        label->setBuddy(box);
        const bool right = i == 1 || i == 2; // the long words share a column
        grid->addWidget(label, 1 + i / 2, right ? 2 : 0);
        grid->addWidget(box, 1 + i / 2, right ? 3 : 1);
        connect(box, &QDoubleSpinBox::valueChanged, this, &SettingsStrip::read);
    }
    return part;
}

void SettingsStrip::setPolicy(const TierPolicy &draft)
{
    m_showing = true;
    m_draft = draft;
    showValue(m_score, draft.intent.recentScore);
    showValue(m_sigma, draft.intent.surge.sd);
    showValue(m_points, draft.engagement.recentPoints);
    showValue(m_days, draft.engagement.recentDays);
    for (std::size_t tier = 1; tier <= 3; ++tier)
        showValue(m_places[tier], draft.capacity[tier] ? static_cast<int>(*draft.capacity[tier]) : noLimit);
    const PriorityWeights &weights = draft.priority;
    const std::array values{weights.fit, weights.intent, weights.engagement, weights.acvRank};
    for (std::size_t i = 0; i < values.size(); ++i)
        showValue(m_weights[i], values[i]);
    m_customers->setChecked(draft.excludeCustomers);
    m_openDeals->setChecked(draft.excludeOpenDeals);
    m_showing = false;
    showWeights();
}

void SettingsStrip::read()
{
    if (m_showing)
        return;
    m_draft.intent.recentScore = m_score->value();
    m_draft.intent.surge.sd = m_sigma->value();
    m_draft.engagement.recentPoints = m_points->value();
    m_draft.engagement.recentDays = m_days->value();
    for (std::size_t tier = 1; tier <= 3; ++tier) {
        const int places = m_places[tier]->value();
        m_draft.capacity[tier] = places == noLimit ? std::nullopt : std::optional<std::int64_t>(places);
    }
    m_draft.priority = {m_weights[0]->value(), m_weights[1]->value(), m_weights[2]->value(), m_weights[3]->value()};
    m_draft.excludeCustomers = m_customers->isChecked();
    m_draft.excludeOpenDeals = m_openDeals->isChecked();
    showWeights();
    Q_EMIT edited(m_draft);
}

QString SettingsStrip::problem() const
{
    const PriorityWeights &w = m_draft.priority;
    const double sum = w.fit + w.intent + w.engagement + w.acvRank;
    return std::abs(sum - 1) <= 1e-9 ? QString() : tr("The weights add up to %1 and must add up to 1.").arg(numberText(sum, 2));
}

void SettingsStrip::showWeights()
{
    const bool wrong = !problem().isEmpty();
    const PriorityWeights &w = m_draft.priority;
    m_sum->setText(wrong ? tr("Priority: weights are %1, not 1").arg(numberText(w.fit + w.intent + w.engagement + w.acvRank, 2))
                         : tr("Priority, weights"));
    for (QDoubleSpinBox *box : m_weights)
        setInvalid(box, wrong);
}

void SettingsStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.alt);
    painter.fillRect(QRect(0, 0, width(), 1), theme.line);
    for (int i = 1; i < layout()->count(); ++i) {
        const int x = layout()->itemAt(i)->geometry().left();
        painter.fillRect(QRect(x, 0, 1, height()), theme.line);
    }
}

} // namespace dimsum
