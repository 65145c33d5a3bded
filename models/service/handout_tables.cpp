#include "service/handout_tables.h"

#include "service/menu_program.h"
#include "service/ordering_service.h"
#include "service/table_cells.h"
#include "service/tiered_accounts.h"
#include "store/contact_store.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace dimsum {

namespace {

const std::vector<TableColumn> accountFields{
    tableColumn("domain"), tableColumn("name"), tableColumn("external_id"), tableColumn("industry"), tableColumn("country"), tableColumn("region"),
    tableColumn("employees"), tableColumn("owner"), tableColumn("acv", CellType::money), tableColumn("tier")};

const std::vector<TableColumn> personFields{
    tableColumn("email"), tableColumn("contact_id"), tableColumn("first_name"), tableColumn("last_name"), tableColumn("title"), tableColumn("buying_role")};

const std::vector<TableColumn> orderFields{
    tableColumn("order_id"), tableColumn("number", CellType::integer), tableColumn("play"), tableColumn("play_name"), tableColumn("channel"),
    tableColumn("play_description"), tableColumn("state"), tableColumn("price", CellType::money), tableColumn("actual", CellType::money),
    tableColumn("currency"), tableColumn("requested_at", CellType::instant), tableColumn("requested_by"), tableColumn("start", CellType::day),
    tableColumn("due", CellType::day), tableColumn("overdue", CellType::boolean), tableColumn("owner_team"), tableColumn("campaign"),
    tableColumn("note"), tableColumn("message"), tableColumn("inputs")};

std::vector<TableColumn> joined(std::vector<TableColumn> columns, const std::vector<TableColumn> &more)
{
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

std::vector<Cell> marketCells(const TieredAccounts &market, std::size_t row)
{
    const AccountFrame &accounts = market.accounts;
    const auto label = [row](const FieldColumn &column) { return textCell(column.at(row).label); };
    return {textCell(accounts.domain.at(row)), textCell(accounts.name.at(row)), textCell(accounts.externalId.at(row)), label(accounts.industry),
            label(accounts.country), label(accounts.region), label(accounts.employees), label(accounts.owner), accounts.acv[row],
            tierCell(market.tiers[row].tier.value_or(Tier::none))};
}

std::vector<Cell> personCells(const StoredContact *person)
{
    if (!person)
        return std::vector<Cell>(personFields.size());
    return {textCell(person->email), textCell(person->externalId), textCell(person->firstName), textCell(person->lastName), textCell(person->title),
            textCell(person->buyingRole)};
}

// Whether somebody may be written to with this file; counts who may not.
bool mayBeWrittenTo(const StoredContact &person, bool consentGiven, PeopleLeftOut &leftOut)
{
    if (person.optOut.value_or(false)) {
        ++leftOut.optedOut;
        return false;
    }
    if (person.stub || (consentGiven && !person.optOut)) {
        ++leftOut.unknown;
        return false;
    }
    return true;
}

std::string nameOf(const StoredContact &person)
{
    return person.firstName + (person.firstName.empty() || person.lastName.empty() ? "" : " ") + person.lastName;
}

const std::string &inputOf(const OrderRow &order, const char *name)
{
    static const std::string none;
    const auto found = order.inputs.find(name);
    return found == order.inputs.end() ? none : found->second;
}

// The inputs as lines, without the contact where that person may not be named.
QString inputLines(const OrderRow &order, bool withContact)
{
    QStringList lines;
    for (const auto &[name, value] : order.inputs) {
        if (name != "contact" || withContact)
            lines.append(QString::fromStdString(name) + QStringLiteral(": ") + QString::fromStdString(value));
    }
    return lines.join(u'\n');
}

Result<TableDocument> orderRows(Workspace &workspace, const TieredAccounts &market, const ExportProfile &profile, PeopleLeftOut &leftOut)
{
    const auto found = orders(workspace);
    if (!found)
        return found.error();
    const auto menu = menuInForce(workspace);
    if (!menu)
        return menu.error();
    std::map<std::string, std::string, std::less<>> descriptions;
    for (const Play &play : menu->menu->plays)
        descriptions[play.code] = play.description;
    ContactStore contacts(workspace.database());
    std::unordered_map<AccountId, std::vector<StoredContact>> people;
    TableRows rows;
    for (const OrderRow &order : *found) {
        const auto row = market.rowOf.of(order.account);
        if (!row)
            continue;
        const std::string &contact = inputOf(order, "contact");
        const StoredContact *person = nullptr;
        bool nameable = true;
        if (!contact.empty()) {
            auto known = people.find(order.account);
            if (known == people.end()) {
                auto read = contacts.ofAccount(order.account);
                if (!read)
                    return read.error();
                known = people.emplace(order.account, std::move(*read)).first;
            }
            const auto match = std::find_if(known->second.begin(), known->second.end(), [&](const StoredContact &candidate) {
                return candidate.email == contact || candidate.emailKey == contact || nameOf(candidate) == contact;
            });
            if (match != known->second.end()) {
                nameable = mayBeWrittenTo(*match, profile.consentGiven, leftOut);
                person = nameable ? &*match : nullptr;
            }
        }
        std::vector<Cell> cells = marketCells(market, *row);
        const std::vector<Cell> who = personCells(person);
        cells.insert(cells.end(), who.begin(), who.end());
        const Day start = order.approvedAt ? workspace.dayOf(*order.approvedAt) : unknownDay;
        cells.insert(cells.end(), {textCell(order.id), order.number, textCell(order.play), textCell(order.playName), textCell(order.channel),
                                   textCell(descriptions[order.play]), textCell(orderStateName(order.standing.state)), order.price, order.actual,
                                   textCell(workspace.currency().code), Instant{order.requestedAt}, textCell(order.requestedBy), start, order.due,
                                   order.overdue, textCell(order.ownerTeam), textCell(order.campaign), textCell(order.note),
                                   textCell(inputOf(order, "message")), inputLines(order, nameable)});
        rows.push_back(std::move(cells));
    }
    return tableOf(workspace.currency(), QStringLiteral("orders"), handoutFields(QStringLiteral("orders")), std::move(rows));
}

Result<TableDocument> contactRows(Workspace &workspace, const TieredAccounts &market, const ExportProfile &profile, PeopleLeftOut &leftOut)
{
    const auto contacts = ContactStore(workspace.database()).all();
    if (!contacts)
        return contacts.error();
    std::vector<std::pair<std::size_t, const StoredContact *>> found;
    for (const StoredContact &person : *contacts) {
        const auto row = market.rowOf.of(person.account);
        if (row && mayBeWrittenTo(person, profile.consentGiven, leftOut))
            found.emplace_back(*row, &person);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    TableRows rows;
    for (const auto &[row, person] : found) {
        std::vector<Cell> cells = marketCells(market, row);
        const std::vector<Cell> who = personCells(person);
        cells.insert(cells.end(), who.begin(), who.end());
        rows.push_back(std::move(cells));
    }
    return tableOf(workspace.currency(), QStringLiteral("contacts"), handoutFields(QStringLiteral("contacts")), std::move(rows));
}

} // namespace

std::vector<TableColumn> handoutFields(const QString &subject)
{
    if (subject == QLatin1String("accounts"))
        return accountFields;
    if (subject == QLatin1String("contacts"))
        return joined(accountFields, personFields);
    return joined(joined(accountFields, personFields), orderFields);
}

Result<TableDocument> handoutTable(Workspace &workspace, const ExportProfile &profile, Day day, PeopleLeftOut &leftOut)
{
    const auto found = tieredAccounts(workspace, day);
    if (!found)
        return found.error();
    if (profile.subject == QLatin1String("orders"))
        return orderRows(workspace, *found, profile, leftOut);
    if (profile.subject == QLatin1String("contacts"))
        return contactRows(workspace, *found, profile, leftOut);
    TableRows rows;
    for (std::size_t row = 0; row < found->accounts.size(); ++row)
        rows.push_back(marketCells(*found, row));
    return tableOf(workspace.currency(), QStringLiteral("accounts"), accountFields, std::move(rows));
}

Result<std::vector<CalendarEntry>> dueDates(Workspace &workspace)
{
    const auto found = orders(workspace);
    if (!found)
        return found.error();
    std::vector<CalendarEntry> entries;
    for (const OrderRow &order : *found) {
        if (!order.due.known())
            continue;
        const auto trail = auditTrail(workspace, order.id);
        if (!trail)
            return trail.error();
        const QString name = QString::fromStdString(order.accountName.empty() ? order.accountDomain : order.accountName);
        QStringList lines{QString::fromStdString(order.ownerTeam), inputLines(order, false)};
        if (!order.note.empty())
            lines.append(QString::fromStdString(order.note));
        lines.removeAll(QString());
        entries.push_back({.uid = QString::fromStdString(order.id),
                           .summary = QString::fromStdString(order.playName) + QStringLiteral(": ") + name,
                           .description = lines.join(u'\n'),
                           .category = QStringLiteral("Tier %1").arg(order.tier),
                           .due = order.due,
                           .changed = Instant{trail->empty() ? order.requestedAt : trail->back().instant},
                           .done = order.standing.state == OrderState::delivered,
                           .cancelled = order.standing.state == OrderState::cancelled || order.standing.state == OrderState::rejected,
                           .sequence = trail->empty() ? 0 : static_cast<std::int64_t>(trail->size()) - 1});
    }
    return entries;
}

} // namespace dimsum
