#include "ui/accounts/account_conditions.h"

#include "domain/fit.h"
#include "qt/criterion_table_model.h"
#include "qt/display_text.h"
#include "ui/accounts/value_picker.h"
#include "ui/common/prompts.h"

#include <QLocale>
#include <QMenu>

#include <cmath>

namespace dimsum {

namespace {

const QString fitKey = QStringLiteral("fit"), acvKey = QStringLiteral("acv"), touchedKey = QStringLiteral("touched"),
              untouchedKey = QStringLiteral("untouched"), intentKey = QStringLiteral("recent_intent"),
              engagementKey = QStringLiteral("recent_engagement"), pinnedKey = QStringLiteral("pinned"),
              moveKey = QStringLiteral("would_move"), fieldPrefix = QStringLiteral("field/");
const QStringList pickedFields{QStringLiteral("industry"), QStringLiteral("country"),  QStringLiteral("region"),
                               QStringLiteral("owner"),    QStringLiteral("employees"), QStringLiteral("technologies"),
                               QStringLiteral("maturity"), QStringLiteral("funding")};

// "Machinery, Electrical, +2": a chip stays short.
QString valueWords(const QStringList &values)
{
    constexpr qsizetype shownValues = 2;
    QString words = values.mid(0, shownValues).join(QStringLiteral(", "));
    if (values.size() > shownValues)
        words += QStringLiteral(", +%1").arg(values.size() - shownValues);
    return words;
}

} // namespace

AccountConditions::AccountConditions(Prompts &prompts, std::function<void(const AccountQuery &)> apply, QWidget *parent)
    : QObject(parent), m_prompts(prompts), m_apply(std::move(apply)), m_parent(parent)
{
}

QString AccountConditions::fieldName(const QString &field) const
{
    if (field == u"owner")
        return tr("Owner");
    if (const auto known = fieldOf(field.toStdString()))
        return fieldTitle(*known);
    if (m_snapshot) {
        for (const CustomColumn &custom : m_snapshot->accounts.custom) {
            if (custom.key == field.toStdString())
                return QString::fromStdString(custom.label);
        }
    }
    return field;
}

QList<FilterBar::Condition> AccountConditions::chips(const AccountQuery &query) const
{
    QList<FilterBar::Condition> chips;
    for (const FieldCondition &condition : query.fields)
        chips.append({fieldPrefix + condition.field, fieldName(condition.field), tr("is"), valueWords(condition.values)});
    if (query.fitAtLeast)
        chips.append({fitKey, tr("Fit"), tr("at least"), numberWords(fitKey, *query.fitAtLeast)});
    if (query.acvAtLeast)
        chips.append({acvKey, tr("ACV"), tr("at least"), numberWords(acvKey, *query.acvAtLeast)});
    if (query.touchedWithin)
        chips.append({touchedKey, tr("Last touch"), tr("within"), numberWords(touchedKey, *query.touchedWithin)});
    if (query.notTouchedFor)
        chips.append({untouchedKey, tr("Not touched"), tr("for"), numberWords(untouchedKey, *query.notTouchedFor)});
    if (query.recentIntent)
        chips.append({intentKey, tr("Intent"), tr("is"), tr("recent")});
    if (query.recentEngagement)
        chips.append({engagementKey, tr("Engagement"), tr("is"), tr("recent")});
    if (query.pinned)
        chips.append({pinnedKey, tr("Tier"), tr("is"), tr("pinned")});
    if (query.wouldMove)
        chips.append({moveKey, tr("Tier"), tr("would"), tr("move")});
    return chips;
}

AccountQuery AccountConditions::without(AccountQuery query, const QString &key)
{
    if (key.startsWith(fieldPrefix)) {
        query.fields.removeIf([field = key.mid(fieldPrefix.size())](const FieldCondition &c) { return c.field == field; });
    } else if (key == fitKey) {
        query.fitAtLeast.reset();
    } else if (key == acvKey) {
        query.acvAtLeast.reset();
    } else if (key == touchedKey) {
        query.touchedWithin.reset();
    } else if (key == untouchedKey) {
        query.notTouchedFor.reset();
    } else if (key == intentKey) {
        query.recentIntent = false;
    } else if (key == engagementKey) {
        query.recentEngagement = false;
    } else if (key == pinnedKey) {
        query.pinned = false;
    } else if (key == moveKey) {
        query.wouldMove = false;
    }
    return query;
}

AccountQuery AccountConditions::withNumber(AccountQuery query, const QString &key, double value) const
{
    if (key == fitKey)
        query.fitAtLeast = value;
    else if (key == acvKey)
        query.acvAtLeast = value;
    else if (key == touchedKey)
        query.touchedWithin = static_cast<int>(value);
    else
        query.notTouchedFor = static_cast<int>(value);
    return query;
}

QString AccountConditions::numberWords(const QString &key, double value) const
{
    if (key == fitKey)
        return numberText(value, value == std::round(value) ? 0 : 1);
    if (key != acvKey)
        return tr("%n day(s)", nullptr, static_cast<int>(value));
    const QString amount = countText(std::llround(value));
    return m_snapshot ? currencySign(m_snapshot->settings.currency) + amount : amount;
}

void AccountConditions::addNumbers(QMenu &menu, const QString &title, const QString &key, const QList<int> &presets,
                                   const AccountQuery &query)
{
    QMenu *numbers = menu.addMenu(title);
    for (const int preset : presets)
        numbers->addAction(numberWords(key, preset), this, [this, query, key, preset] { m_apply(withNumber(query, key, preset)); });
    numbers->addSeparator();
    numbers->addAction(tr("Other…"), this, [this, query, key] { askNumber(query, key); });
}

void AccountConditions::fillMenu(QMenu &menu, const AccountQuery &query)
{
    if (!m_snapshot)
        return;
    QStringList fields = pickedFields;
    for (const CustomColumn &custom : m_snapshot->accounts.custom)
        fields << QString::fromStdString(custom.key);
    for (const QString &field : std::as_const(fields)) {
        const FieldColumn *column = accountField(m_snapshot->accounts, field);
        if (column != nullptr && column->values.size() > 1)
            menu.addAction(tr("%1 is…").arg(fieldName(field)), this, [this, query, field] { pickValues(query, field); });
    }
    menu.addSeparator();
    addNumbers(menu, tr("Fit at least"), fitKey, {50, 60, 70, 80, 90}, query);
    addNumbers(menu, tr("ACV at least"), acvKey, {15000, 50000, 100000}, query);
    addNumbers(menu, tr("Last touch within"), touchedKey, {7, 14, 30, 90}, query);
    addNumbers(menu, tr("Not touched for"), untouchedKey, {14, 21, 30, 90}, query);
    menu.addSeparator();
    const auto flag = [&](const QString &text, bool AccountQuery::*part) {
        QAction *action = menu.addAction(text, this, [this, query, part] {
            AccountQuery wanted = query;
            wanted.*part = !(query.*part);
            m_apply(wanted);
        });
        action->setCheckable(true);
        action->setChecked(query.*part);
    };
    flag(tr("Recent intent"), &AccountQuery::recentIntent);
    flag(tr("Recent engagement"), &AccountQuery::recentEngagement);
    flag(tr("Pinned"), &AccountQuery::pinned);
    flag(tr("Tier would move"), &AccountQuery::wouldMove);
}

void AccountConditions::edit(const AccountQuery &query, const QString &key)
{
    if (key.startsWith(fieldPrefix))
        pickValues(query, key.mid(fieldPrefix.size()));
    else if (key == fitKey || key == acvKey || key == touchedKey || key == untouchedKey)
        askNumber(query, key);
}

void AccountConditions::pickValues(const AccountQuery &query, const QString &field)
{
    const FieldColumn *column = m_snapshot ? accountField(m_snapshot->accounts, field) : nullptr;
    if (column == nullptr)
        return;
    QStringList chosen;
    for (const FieldCondition &condition : query.fields) {
        if (condition.field == field)
            chosen = condition.values;
    }
    auto *picker = new ValuePicker(fieldName(field), *column, chosen, m_parent);
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &QDialog::accepted, this, [this, picker, query, field] {
        AccountQuery wanted = without(query, fieldPrefix + field);
        wanted.fields.append({field, picker->values()});
        m_apply(wanted);
    });
    picker->open();
}

void AccountConditions::askNumber(const AccountQuery &query, const QString &key)
{
    const QString label = key == fitKey   ? tr("Fit at least, 0 to 100:")
                          : key == acvKey ? tr("ACV at least:")
                                          : tr("Days:");
    const auto text = m_prompts.textLine(m_parent, tr("Filter"), label, {});
    if (!text)
        return;
    bool ok = false;
    const double value = QLocale().toDouble(text->trimmed(), &ok);
    if (ok && value >= 0)
        m_apply(withNumber(query, key, value));
}

} // namespace dimsum
