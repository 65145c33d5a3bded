#include "ui/tiering/rules_panel.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/common/figure_label.h"
#include "ui/common/icon.h"
#include "ui/common/slider_spin.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"
#include "ui/tiering/policy_words.h"
#include "ui/tiering/rule_dialog.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

enum GridColumn { Number, Name, Badge, Fit, Acv, Intent, Engagement, Match, Places, More, GridColumns };

// One horizontal hairline between two rules.
class Hairline : public QWidget
{
public:
    Hairline() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), Theme::of(this).grid); }
};

QLabel *head(const QString &text, Qt::Alignment alignment)
{
    auto *label = new QLabel(text);
    label->setFont(Theme::of().font(TypeSize::small));
    label->setAlignment(alignment | Qt::AlignVCenter);
    return label;
}

// The two rules that the articles leave open are ours, and say so.
QString noteOn(const TierRule &rule, int at)
{
    if (rule.name == "engaged-no-intent" || rule.name == "not-yet-active")
        return RulesPanel::tr("ours, not in the articles");
    return at == 0 ? RulesPanel::tr("wins before all others") : QString();
}

double majorOf(Money amount, const Currency &currency)
{
    return static_cast<double>(amount.minor) / std::pow(10.0, currency.exponent);
}

} // namespace

RulesPanel::RulesPanel(QWidget *parent) : Panel(tr("Rules"), parent)
{
    setFacts(tr("in order, the first that holds wins"));
    auto *add = new QPushButton(themedIcon(QStringLiteral("add")), tr("Rule"));
    add->setToolTip(tr("Add a rule at the end"));
    setLook(add, ButtonLook::normal, true);
    addControl(add);
    connect(add, &QPushButton::clicked, this, &RulesPanel::addRule);
}

QString RulesPanel::shape() const
{
    QStringList parts;
    for (const TierRule &rule : m_draft.rules) {
        const MeasureTest *acv = testOf(rule, Measure::acv);
        const MeasureTest *fit = testOf(rule, Measure::fit);
        parts << QString::fromStdString(rule.name) + (fit != nullptr && !fit->below ? u'f' : u'-')
                     + (acv == nullptr ? u'-' : acv->below ? u'b' : u'a');
    }
    return parts.join(u'\n');
}

void RulesPanel::setPolicies(const TierPolicy &inForce, const TierPolicy &draft, const Snapshot &snapshot)
{
    m_inForce = inForce;
    m_draft = draft;
    m_currency = snapshot.settings.currency;
    m_largestAcv = std::max(majorOf(snapshot.ground.acv->largest, m_currency), 1000.0);
    if (const QString now = shape(); now != m_shape || m_table == nullptr) {
        m_shape = now;
        rebuild();
    }
    m_showing = true;
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        showRow(at);
    m_showing = false;
}

void RulesPanel::rebuild()
{
    delete m_table;
    m_rows.clear();
    m_table = new QWidget(this);
    m_grid = new QGridLayout(m_table);
    m_grid->setContentsMargins(12, 6, 8, 6);
    m_grid->setHorizontalSpacing(10);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(Fit, 3);
    m_grid->setColumnStretch(Acv, 4);
    const QString sign = currencySign(m_currency);
    m_grid->addWidget(head(QStringLiteral("#"), Qt::AlignLeft), 0, Number);
    m_grid->addWidget(head(tr("Rule"), Qt::AlignLeft), 0, Name);
    m_grid->addWidget(head(tr("Tier"), Qt::AlignLeft), 0, Badge);
    m_grid->addWidget(head(tr("Fit at least"), Qt::AlignLeft), 0, Fit);
    m_grid->addWidget(head(tr("ACV at least, %1").arg(sign), Qt::AlignLeft), 0, Acv);
    m_grid->addWidget(head(tr("Intent"), Qt::AlignLeft), 0, Intent);
    m_grid->addWidget(head(tr("Engagement"), Qt::AlignLeft), 0, Engagement);
    m_grid->addWidget(head(tr("Match"), Qt::AlignRight), 0, Match);
    m_grid->addWidget(head(tr("Places"), Qt::AlignRight), 0, Places);
    for (std::size_t at = 0; at < m_draft.rules.size(); ++at) {
        const int line = static_cast<int>(at) * 2 + 1;
        m_grid->addWidget(new Hairline, line, 0, 1, GridColumns);
        m_rows.push_back(makeRow(static_cast<int>(at)));
    }
    const int last = static_cast<int>(m_draft.rules.size()) * 2 + 1;
    m_grid->addWidget(new Hairline, last, 0, 1, GridColumns);
    m_rest = new QLabel(tr("everything else"));
    m_rest->setFont(Theme::of(this).font(TypeSize::small));
    m_restCount = new FigureLabel(Qt::AlignRight);
    m_grid->addWidget(m_rest, last + 1, Name, 1, Engagement - Name + 1);
    m_grid->addWidget(m_restCount, last + 1, Match);
    contentLayout()->insertWidget(0, m_table, 1); // above what the page adds below the rules
}

RulesPanel::Row RulesPanel::makeRow(int at)
{
    const std::size_t rule = static_cast<std::size_t>(at);
    const int line = at * 2 + 2;
    Row row;
    row.number = new QLabel(QString::number(at + 1));
    row.name = new QLabel;
    row.name->setTextFormat(Qt::RichText);
    row.badge = new TierBadgeLabel(nullptr, 18);
    row.match = new FigureLabel(Qt::AlignRight);
    row.places = new QLabel;
    row.places->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    const QString name = ruleWords(QString::fromStdString(m_draft.rules[rule].name));
    const MeasureTest *fit = testOf(m_draft.rules[rule], Measure::fit);
    if (fit != nullptr && !fit->below) {
        row.fit = new SliderSpin(SliderSpin::Form::stacked);
        row.fit->setRange(0, 100, 1, 0);
        row.fit->spinBox()->setAccessibleName(tr("Fit at least, rule %1").arg(name));
        row.fit->slider()->setAccessibleName(tr("Fit at least, rule %1").arg(name));
        m_grid->addWidget(row.fit, line, Fit);
        connect(row.fit, &SliderSpin::valueChanged, this, [this, rule](double value) {
            if (m_showing)
                return;
            setFitValue(m_draft, *testOf(m_draft.rules[rule], Measure::fit), value);
            Q_EMIT edited(m_draft);
        });
    } else {
        m_grid->addWidget(new QLabel(tr("any")), line, Fit);
    }
    const MeasureTest *acv = testOf(m_draft.rules[rule], Measure::acv);
    if (acv != nullptr && !acv->below) {
        row.acv = new SliderSpin(SliderSpin::Form::stacked);
        const double step = m_largestAcv >= 200'000 ? 500 : 50;
        row.acv->setRange(step, std::ceil(m_largestAcv / step) * step, step, 0, true);
        row.acv->spinBox()->setAccessibleName(tr("ACV at least, rule %1").arg(name));
        row.acv->slider()->setAccessibleName(tr("ACV at least, rule %1").arg(name));
        m_grid->addWidget(row.acv, line, Acv);
        connect(row.acv, &SliderSpin::valueChanged, this, [this, rule](double value) {
            if (m_showing)
                return;
            const Money amount{std::llround(value * std::pow(10.0, m_currency.exponent))};
            setAcvValue(m_draft, *testOf(m_draft.rules[rule], Measure::acv), amount);
            Q_EMIT edited(m_draft);
        });
    } else {
        row.acvWords = new QLabel;
        m_grid->addWidget(row.acvWords, line, Acv);
    }
    const auto flagBox = [&](Flag flag, int column) {
        auto *box = new QCheckBox;
        m_grid->addWidget(box, line, column);
        connect(box, &QCheckBox::toggled, this, [this, rule, flag](bool on) {
            if (!m_showing)
                setFlag(rule, flag, on);
        });
        return box;
    };
    row.intent = flagBox(Flag::recentIntent, Intent);
    row.intent->setAccessibleName(tr("Recent intent needed, rule %1").arg(name));
    row.engagement = flagBox(Flag::recentEngagement, Engagement);
    row.engagement->setAccessibleName(tr("Recent engagement needed, rule %1").arg(name));
    row.more = new QToolButton;
    row.more->setIcon(themedIcon(QStringLiteral("more")));
    row.more->setAutoRaise(true);
    row.more->setToolTip(tr("Change, move or remove this rule"));
    row.more->setAccessibleName(tr("More for rule %1").arg(name));
    connect(row.more, &QToolButton::clicked, this, [this, rule, button = row.more] {
        QMenu menu;
        menu.addAction(themedIcon(QStringLiteral("edit")), tr("Change…"), this, [this, rule] { editRule(rule); });
        menu.addAction(themedIcon(QStringLiteral("up")), tr("Move up"), this, [this, rule] { moveRule(rule, -1); })->setEnabled(rule > 0);
        menu.addAction(themedIcon(QStringLiteral("down")), tr("Move down"), this, [this, rule] { moveRule(rule, 1); })
            ->setEnabled(rule + 1 < m_draft.rules.size());
        menu.addAction(themedIcon(QStringLiteral("delete")), tr("Remove"), this, [this, rule] { removeRule(rule); });
        menu.exec(button->mapToGlobal(QPoint(0, button->height())));
    });
    m_grid->addWidget(row.number, line, Number);
    m_grid->addWidget(row.name, line, Name);
    m_grid->addWidget(row.badge, line, Badge);
    m_grid->addWidget(row.match, line, Match);
    m_grid->addWidget(row.places, line, Places);
    m_grid->addWidget(row.more, line, More);
    return row;
}

void RulesPanel::showRow(std::size_t at)
{
    const TierRule &rule = m_draft.rules[at];
    Row &row = m_rows[at];
    const auto was = std::find_if(m_inForce.rules.begin(), m_inForce.rules.end(), [&](const TierRule &r) { return r.name == rule.name; });
    const TierRule *before = was == m_inForce.rules.end() ? nullptr : &*was;
    QStringList notes{noteOn(rule, static_cast<int>(at)), otherTests(m_draft, rule, m_currency)};
    notes.removeAll(QString());
    QString text = QStringLiteral("<b>%1</b>").arg(ruleWords(QString::fromStdString(rule.name)).toHtmlEscaped());
    if (!notes.isEmpty())
        text += QStringLiteral("<br><small>%1</small>").arg(notes.join(QStringLiteral("; ")).toHtmlEscaped());
    row.name->setText(text);
    row.badge->setTier(static_cast<int>(tierIndex(rule.tier)));
    if (row.fit != nullptr) {
        if (const MeasureTest *test = before != nullptr ? testOf(*before, Measure::fit) : nullptr)
            row.fit->setApplied(fitValue(m_inForce, *test));
        row.fit->setValue(fitValue(m_draft, *testOf(rule, Measure::fit)));
    }
    const MeasureTest *acv = testOf(rule, Measure::acv);
    if (row.acv != nullptr && acv != nullptr) {
        if (const MeasureTest *test = before != nullptr ? testOf(*before, Measure::acv) : nullptr)
            row.acv->setApplied(majorOf(acvValue(m_inForce, *test), m_currency));
        row.acv->setValue(majorOf(acvValue(m_draft, *acv), m_currency));
    } else if (row.acvWords != nullptr) {
        row.acvWords->setText(acv != nullptr ? tr("below %1").arg(amountText(acvValue(m_draft, *acv), m_currency)) : tr("any, also unknown"));
    }
    const auto showFlag = [&](QCheckBox *box, Flag flag) {
        const FlagTest *test = testOf(rule, flag);
        box->setChecked(test != nullptr && test->expected);
        box->setText(test == nullptr ? tr("any") : test->expected ? tr("needed") : tr("none"));
    };
    showFlag(row.intent, Flag::recentIntent);
    showFlag(row.engagement, Flag::recentEngagement);
    const auto capacity = m_draft.capacity[tierIndex(rule.tier)];
    row.places->setText(capacity ? tr("%1 max").arg(countText(*capacity)) : tr("no limit"));
}

void RulesPanel::setPreview(const TieringPreview &preview, const Snapshot &snapshot)
{
    std::int64_t matched = 0;
    for (std::size_t at = 0; at < m_rows.size() && at < preview.matches.size(); ++at) {
        m_rows[at].match->setText(QStringLiteral("<b>%1</b>").arg(countText(preview.matches[at])));
        matched += preview.matches[at];
    }
    const std::int64_t disqualified = snapshot.ground.disqualified;
    m_rest->setText(disqualified > 0 ? tr("everything else, %1 of it disqualified").arg(countText(disqualified)) : tr("everything else"));
    m_restCount->setText(countText(static_cast<qint64>(snapshot.size()) - matched));
}

void RulesPanel::setFlag(std::size_t at, Flag flag, bool on)
{
    std::vector<FlagTest> &flags = m_draft.rules[at].flags;
    std::erase_if(flags, [flag](const FlagTest &test) { return test.flag == flag; });
    if (on)
        flags.push_back({flag, true});
    std::sort(flags.begin(), flags.end(), [](const FlagTest &a, const FlagTest &b) { return a.flag < b.flag; });
    Q_EMIT edited(m_draft);
}

QStringList RulesPanel::namesBut(std::size_t at) const
{
    QStringList names;
    for (std::size_t i = 0; i < m_draft.rules.size(); ++i) {
        if (i != at)
            names << QString::fromStdString(m_draft.rules[i].name);
    }
    return names;
}

void RulesPanel::addRule()
{
    auto *dialog = new RuleDialog(TierRule{}, namesBut(m_draft.rules.size()), m_draft.thresholds, m_currency, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_draft.rules.push_back(dialog->rule());
        Q_EMIT edited(m_draft);
    });
    dialog->open();
}

void RulesPanel::editRule(std::size_t at)
{
    auto *dialog = new RuleDialog(m_draft.rules[at], namesBut(at), m_draft.thresholds, m_currency, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, at] {
        if (at < m_draft.rules.size())
            m_draft.rules[at] = dialog->rule();
        Q_EMIT edited(m_draft);
    });
    dialog->open();
}

void RulesPanel::removeRule(std::size_t at)
{
    m_draft.rules.erase(m_draft.rules.begin() + static_cast<std::ptrdiff_t>(at));
    Q_EMIT edited(m_draft);
}

void RulesPanel::moveRule(std::size_t at, int by)
{
    std::swap(m_draft.rules[at], m_draft.rules[static_cast<std::size_t>(static_cast<std::ptrdiff_t>(at) + by)]);
    Q_EMIT edited(m_draft);
}

} // namespace dimsum
