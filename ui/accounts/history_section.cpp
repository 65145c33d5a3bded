#include "ui/accounts/history_section.h"

#include "qt/display_text.h"
#include "qt/reason_words.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"
#include "ui/common/two_line_delegate.h"

#include <QEvent>

namespace dimsum
{

namespace
{

QString shortTier(Tier tier)
{
    return tier == Tier::none ? HistorySection::tr("no tier")
                              : HistorySection::tr("Tier %1").arg(static_cast<int>(tierIndex(tier)));
}

} // namespace

HistorySection::HistorySection(QWidget *parent)
    : DockSection(QString(), Fold::open, parent), m_table(new TallTable(1, this))
{
    m_table->setObjectName(QStringLiteral("tier-history"));
    m_table->setItemDelegate(new TwoLineDelegate(m_table));
    m_table->setTwoLines();
    connect(m_table, &TallTable::rowActivated, this, [this](int row) {
        if (row < m_pins)
            Q_EMIT pinRequested();
    });
    addTable(m_table);
    retranslate();
}

void HistorySection::retranslate()
{
    setTitle(tr("Tier history"));
    m_table->setAccessibleName(tr("Tier history"));
    m_table->setHeaders({tr("Change")});
}

void HistorySection::addLine(int tier, const QString &first, const QString &second, const QString &tip)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QTableWidgetItem *cell = m_table->setCell(row, 0, first);
    cell->setData(TierRole, tier);
    cell->setData(SecondLineRole, second);
    cell->setData(Qt::AccessibleTextRole, first + QStringLiteral(". ") + second);
    cell->setToolTip(tip);
}

void HistorySection::addPins(const ShownAccount &shown)
{
    for (const TierPin &pin : shown.snapshot->pins) {
        if (pin.account != shown.row)
            continue;
        const bool stands = pin.inForce(shown.snapshot->asOf);
        const QString first =
            stands ? tr("%1 pinned until %2").arg(shortTier(pin.tier), fullDayText(pin.until))
                   : tr("%1 was pinned until %2").arg(shortTier(pin.tier), fullDayText(pin.until));
        addLine(static_cast<int>(tierIndex(pin.tier)), first, QString::fromStdString(pin.reason),
                first + QLatin1Char('\n') + QString::fromStdString(pin.reason));
        m_table->item(m_table->rowCount() - 1, 0)->setData(SecondToneRole, static_cast<int>(Tone::bamboo));
    }
    m_pins = m_table->rowCount();
}

void HistorySection::setAccount(const ShownAccount &shown)
{
    m_table->setRowCount(0);
    addPins(shown);
    const QByteArray &zone = shown.snapshot->settings.timeZone;
    for (const HistoryLine &line : shown.details.history) {
        const QString what = line.oldTier == line.newTier
                                 ? shortTier(line.newTier)
                                 : tr("%1 → %2").arg(shortTier(line.oldTier), shortTier(line.newTier));
        const QString first = tr("%1, %2").arg(what, instantText(line.instant, zone));
        const QString applied =
            tr("applied by %1 for %2, policy version %3")
                .arg(QString::fromStdString(line.by), fullDayText(line.asOf), countText(line.policyVersion));
        const QString rule = line.rule.empty() ? tr("no rule holds") : ruleWords(QString::fromStdString(line.rule));
        addLine(static_cast<int>(tierIndex(line.newTier)), first,
                tr("%1 · %2 · policy %3").arg(rule, QString::fromStdString(line.by), countText(line.policyVersion)),
                QStringList{first, applied, rule, QString::fromStdString(line.reasons)}.join(QLatin1Char('\n')));
    }
    m_table->fitColumns();
    m_table->setVisible(m_table->rowCount() > 0);
    setFacts(shown.details.history.empty()
                 ? tr("no tiers applied yet")
                 : tr("%n change(s)", nullptr, static_cast<int>(shown.details.history.size())));
}

void HistorySection::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
