#include "ui/accounts/committee_panel.h"

#include "qt/display_text.h"
#include "qt/role_words.h"
#include "ui/accounts/committee_delegate.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"

#include <QEvent>
#include <QToolButton>

#include <algorithm>

namespace dimsum
{

namespace
{

constexpr std::size_t fewPeople = 3; // without a role, before "everybody" is asked for

struct CommitteeColumn {
    enum { Role, Person, Last, Count };
};

QString personText(const CommitteePerson &person)
{
    const QString name = QString::fromStdString(person.name.empty() ? person.email : person.name);
    return person.title.empty() ? name : name + QStringLiteral(", ") + QString::fromStdString(person.title);
}

QString daysSince(Day last, Day asOf)
{
    if (!last.known())
        return CommitteePanel::tr("never");
    const int days = asOf - last;
    return days == 0 ? CommitteePanel::tr("today") : CommitteePanel::tr("%1 d").arg(countText(days));
}

QString personTip(const CommitteePerson &person, Day asOf)
{
    QStringList lines{personText(person), QString::fromStdString(person.email)};
    lines << (person.lastActivity.known()
                  ? CommitteePanel::tr("last activity %1, %2")
                        .arg(fullDayText(person.lastActivity), daysSince(person.lastActivity, asOf))
                  : CommitteePanel::tr("no activity"));
    if (person.optOut)
        lines << CommitteePanel::tr("opted out: never part of a hand-off or export");
    else if (person.stub)
        lines << CommitteePanel::tr("known from an activity only: no hand-off until consent is known");
    lines.removeAll(QString());
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

QString standingWords(CommitteePanel::Standing standing)
{
    switch (standing) {
    case CommitteePanel::Engaged:
        return CommitteePanel::tr("engaged");
    case CommitteePanel::Silent:
        return CommitteePanel::tr("silent");
    case CommitteePanel::Empty:
        return CommitteePanel::tr("no contact yet");
    case CommitteePanel::None:
        break;
    }
    return {};
}

} // namespace

CommitteePanel::CommitteePanel(QWidget *parent)
    : DockSection(QString(), Fold::never, parent),
      m_table(new TallTable(CommitteeColumn::Count, this)),
      m_all(new QToolButton(this))
{
    m_table->setItemDelegateForColumn(CommitteeColumn::Role, new CommitteeDelegate(m_table));
    m_table->setStretchColumn(CommitteeColumn::Person);
    m_table->setColumnLimit(CommitteeColumn::Role, 0.42);
    m_table->setObjectName(QStringLiteral("committee"));
    setLook(m_all, ButtonLook::link, true);
    m_all->setObjectName(QStringLiteral("committee-all"));
    connect(m_all, &QToolButton::clicked, this, [this] {
        m_everybody = !m_everybody;
        fill();
    });
    connect(m_table, &TallTable::rowActivated, this, [this](int row) {
        const Line line = m_lines.at(static_cast<std::size_t>(row));
        if (line.person.valid())
            Q_EMIT personActivated(line.person);
        else
            Q_EMIT contactRequested(line.role);
    });
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &CommitteePanel::currentPersonChanged);
    addTable(m_table);
    addTable(m_all);
    retranslate();
}

void CommitteePanel::retranslate()
{
    setTitle(tr("Buying committee"));
    m_table->setAccessibleName(tr("Buying committee"));
    m_table->setHeaders({tr("Role"), tr("Person"), tr("Last activity")});
}

void CommitteePanel::setAccount(std::shared_ptr<const ShownAccount> shown)
{
    if (!m_shown || m_shown->details.account != shown->details.account)
        m_everybody = false;
    m_shown = std::move(shown);
    fill();
}

ContactId CommitteePanel::currentPerson() const
{
    const int row = m_table->currentRow();
    const bool selected =
        row >= 0 && row < static_cast<int>(m_lines.size()) && m_table->selectionModel()->isRowSelected(row);
    return selected ? m_lines.at(static_cast<std::size_t>(row)).person : ContactId{};
}

void CommitteePanel::addPerson(const CommitteePerson &person, const QString &role, const std::string &roleKey,
                               Standing standing, int more)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_lines.push_back({roleKey, person.id});
    QTableWidgetItem *first = m_table->setCell(row, CommitteeColumn::Role, role, Tone::secondary);
    first->setData(StandingRole, standing);
    first->setData(Qt::AccessibleTextRole,
                   standing == None ? role : tr("%1: %2").arg(role, standingWords(standing)));
    QTableWidgetItem *who = m_table->setCell(row, CommitteeColumn::Person, personText(person));
    who->setToolTip(personTip(person, m_shown->details.asOf));
    if (person.optOut) {
        who->setData(IconNameRole, QStringLiteral("opted-out"));
        who->setData(TagRole, tr("opted out"));
        who->setData(TagToneRole, static_cast<int>(Tone::red));
    } else if (more > 0) {
        who->setData(TagRole, tr("+%1").arg(countText(more)));
        who->setData(TagToneRole, static_cast<int>(Tone::secondary));
    }
    QTableWidgetItem *last =
        person.engaged
            ? m_table->setCell(row, CommitteeColumn::Last, daysSince(person.lastActivity, m_shown->details.asOf),
                               Tone::secondary)
            : m_table->setCell(row, CommitteeColumn::Last, tr("silent"), Tone::warn);
    last->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    last->setToolTip(personTip(person, m_shown->details.asOf));
}

void CommitteePanel::addRole(const CommitteeRole &role)
{
    const QString name = roleWords(role.role);
    if (role.people.empty()) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_lines.push_back({role.role, {}});
        QTableWidgetItem *first = m_table->setCell(row, CommitteeColumn::Role, name, Tone::secondary);
        first->setData(StandingRole, Empty);
        first->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(name, standingWords(Empty)));
        m_table->setCell(row, CommitteeColumn::Person, standingWords(Empty), Tone::muted)
            ->setToolTip(tr("Nobody is known in this role. Enter or a double click adds a contact."));
        m_table->setCell(row, CommitteeColumn::Last, QString());
        return;
    }
    const std::size_t shown = m_everybody ? role.people.size() : 1;
    for (std::size_t at = 0; at < shown; ++at) {
        const int more = static_cast<int>(role.people.size() - shown);
        const Standing standing = at > 0 ? None : role.engaged ? Engaged : Silent;
        addPerson(m_shown->details.people[role.people[at]], at == 0 ? name : QString(), role.role, standing,
                  more);
    }
}

void CommitteePanel::fill()
{
    m_table->setRowCount(0);
    m_lines.clear();
    const AccountDetails &details = m_shown->details;
    for (const CommitteeRole &role : details.committee)
        addRole(role);
    std::size_t unplaced = 0;
    for (const CommitteePerson &person : details.people) {
        const bool placed = std::any_of(details.committee.begin(), details.committee.end(),
                                        [&](const CommitteeRole &role) { return role.role == person.role; });
        if (placed || (!m_everybody && unplaced == fewPeople))
            continue;
        addPerson(person, unplaced == 0 ? roleWords({}) : QString(), {}, None, 0);
        ++unplaced;
    }
    if (details.requiredRoles > 0)
        setFacts(tr("%1 of %n role(s) engaged", nullptr, details.requiredRoles).arg(details.engagedRoles));
    else
        setFacts(details.people.empty() ? tr("nobody known yet") : tr("the ICP names no roles"));
    const auto named =
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line &line) { return line.person.valid(); });
    const bool hides = static_cast<std::size_t>(named) < details.people.size();
    m_table->fitColumns();
    m_all->setText(m_everybody ? tr("One person per role") : tr("Everybody (%1)").arg(details.people.size()));
    m_all->setVisible(hides || m_everybody);
}

void CommitteePanel::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
