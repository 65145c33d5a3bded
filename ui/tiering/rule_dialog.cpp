#include "ui/tiering/rule_dialog.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/common/style.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::array measures{Measure::fit, Measure::fitMax, Measure::acv, Measure::intentScore, Measure::engagementScore};
constexpr std::array flags{Flag::recentIntent, Flag::recentEngagement, Flag::intentSurge, Flag::engagementSurge, Flag::highIntensity};

enum TestChoice { notAsked, atLeast, below };
enum FlagChoice { either, needed, mustNot };

QStringList thresholdNames(const Thresholds &thresholds, Measure measure)
{
    QStringList names;
    if (measure == Measure::acv) {
        for (const MoneyThreshold &threshold : thresholds.acv)
            names << QString::fromStdString(threshold.name);
    } else if (measure == Measure::fit || measure == Measure::fitMax) {
        for (const ScoreThreshold &threshold : thresholds.fit)
            names << QString::fromStdString(threshold.name);
    }
    return names;
}

} // namespace

QString measureTitle(Measure measure)
{
    switch (measure) {
    case Measure::fit:
        return RuleDialog::tr("Fit");
    case Measure::fitMax:
        return RuleDialog::tr("Possible fit");
    case Measure::acv:
        return RuleDialog::tr("ACV");
    case Measure::intentScore:
        return RuleDialog::tr("Intent score");
    case Measure::engagementScore:
        return RuleDialog::tr("Engagement score");
    }
    return {};
}

QString flagTitle(Flag flag)
{
    switch (flag) {
    case Flag::recentIntent:
        return RuleDialog::tr("Recent intent");
    case Flag::recentEngagement:
        return RuleDialog::tr("Recent engagement");
    case Flag::intentSurge:
        return RuleDialog::tr("Intent surge");
    case Flag::engagementSurge:
        return RuleDialog::tr("Engagement surge");
    case Flag::highIntensity:
        return RuleDialog::tr("High intensity");
    }
    return {};
}

RuleDialog::RuleDialog(const TierRule &rule, const QStringList &taken, const Thresholds &thresholds, const Currency &currency,
                       QWidget *parent)
    : QDialog(parent), m_taken(taken), m_thresholds(thresholds), m_currency(currency)
{
    setWindowTitle(rule.name.empty() ? tr("New rule") : tr("Change the rule “%1”").arg(ruleWords(QString::fromStdString(rule.name))));
    m_name = new QLineEdit(QString::fromStdString(rule.name), this);
    m_tier = new QComboBox(this);
    for (const Tier tier : {Tier::one, Tier::two, Tier::three})
        m_tier->addItem(tierWords(tier), int(tierIndex(tier)));
    m_tier->setCurrentIndex(std::max(0, static_cast<int>(tierIndex(rule.tier)) - 1));
    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Tier"), m_tier);
    for (const Measure measure : measures) {
        MeasureRow row{new QComboBox(this), new QComboBox(this)};
        row.test->addItems({tr("not asked"), tr("at least"), tr("below")});
        row.test->setAccessibleName(tr("Test of %1").arg(measureTitle(measure)));
        row.value->setEditable(true);
        row.value->addItems(thresholdNames(thresholds, measure));
        row.value->setAccessibleName(tr("Value for %1").arg(measureTitle(measure)));
        row.value->setCurrentText({});
        for (const MeasureTest &test : rule.measures) {
            if (test.measure != measure)
                continue;
            row.test->setCurrentIndex(test.below ? below : atLeast);
            row.value->setCurrentText(!test.threshold.empty()      ? QString::fromStdString(test.threshold)
                                      : measure == Measure::acv    ? QString::fromStdString(moneyText(test.amount, currency))
                                                                   : QLocale::c().toString(test.number, 'g', 12));
        }
        auto *line = new QWidget(this);
        auto *lineRow = new QHBoxLayout(line);
        lineRow->setContentsMargins(0, 0, 0, 0);
        lineRow->addWidget(row.test);
        lineRow->addWidget(row.value, 1);
        form->addRow(measureTitle(measure), line);
        connect(row.test, &QComboBox::currentIndexChanged, this, &RuleDialog::validate);
        connect(row.value, &QComboBox::currentTextChanged, this, &RuleDialog::validate);
        m_measures[measure] = row;
    }
    for (const Flag flag : flags) {
        auto *box = new QComboBox(this);
        box->addItems({tr("either way"), tr("needed"), tr("must not be")});
        for (const FlagTest &test : rule.flags) {
            if (test.flag == flag)
                box->setCurrentIndex(test.expected ? needed : mustNot);
        }
        form->addRow(flagTitle(flag), box);
        m_flags[flag] = box;
    }
    m_problem = new QLabel(this);
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(rule.name.empty() ? tr("Add rule") : tr("Change rule"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setLook(m_ok, ButtonLook::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &RuleDialog::validate);
    auto *column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_problem);
    column->addStretch();
    column->addWidget(buttons);
    resize(440, 480);
    validate();
}

bool RuleDialog::readValue(Measure measure, const QString &text, MeasureTest &test) const
{
    const QString trimmed = text.trimmed();
    if (thresholdNames(m_thresholds, measure).contains(trimmed)) {
        test.threshold = trimmed.toStdString();
        return true;
    }
    if (measure == Measure::acv) {
        const ParsedMoney parsed = parseMoney(trimmed.toStdString(), m_currency);
        test.amount = parsed.amount;
        return !parsed.problem && parsed.amount.minor >= 0;
    }
    bool ok = false;
    test.number = QLocale().toDouble(trimmed, &ok);
    if (!ok)
        test.number = trimmed.toDouble(&ok);
    return ok && test.number >= 0 && test.number <= 100;
}

void RuleDialog::validate()
{
    QString problem;
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        problem = tr("Give the rule a name.");
    else if (m_taken.contains(name))
        problem = tr("Another rule is called “%1”.").arg(name);
    for (const auto &[measure, row] : m_measures) {
        MeasureTest test{.measure = measure};
        const bool asked = row.test->currentIndex() != notAsked;
        row.value->setEnabled(asked);
        const bool good = !asked || readValue(measure, row.value->currentText(), test);
        setInvalid(row.value, !good);
        if (!good && problem.isEmpty())
            problem = measure == Measure::acv ? tr("Write the ACV as an amount like 50000, or pick a threshold.")
                                              : tr("Write %1 as a number from 0 to 100, or pick a threshold.").arg(measureTitle(measure));
    }
    m_problem->setText(problem);
    m_ok->setEnabled(problem.isEmpty());
}

TierRule RuleDialog::rule() const
{
    TierRule rule;
    rule.name = m_name->text().trimmed().toStdString();
    rule.tier = static_cast<Tier>(m_tier->currentData().toInt());
    for (const auto &[measure, row] : m_measures) {
        if (row.test->currentIndex() == notAsked)
            continue;
        MeasureTest test{.measure = measure, .below = row.test->currentIndex() == below};
        readValue(measure, row.value->currentText(), test);
        rule.measures.push_back(std::move(test));
    }
    for (const auto &[flag, box] : m_flags) {
        if (box->currentIndex() != either)
            rule.flags.push_back({flag, box->currentIndex() == needed});
    }
    return rule;
}

} // namespace dimsum
