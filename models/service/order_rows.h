// Orders as people see them: with their account, play, due day and what has changed since. One reader serves many
// orders; it remembers accounts, owners and menus, so use one within one reading only.
#pragma once

#include "service/ordering_service.h"
#include "store/account_store.h"
#include "store/order_store.h"

#include <map>
#include <optional>
#include <unordered_map>

namespace dimsum {

class OrderRows
{
public:
    explicit OrderRows(Workspace &workspace) : m_workspace(&workspace) {}

    Result<OrderRow> row(const StoredOrder &order);

    // The due day after a move to `to`: known from approval on, later by the business days that waiting took.
    // unknownDay: the move does not change it.
    Result<Day> dueAfter(const StoredOrder &order, OrderState to);

private:
    struct KnownAccount {
        std::string domain, name, owner;
        int tierNow = 0;
    };
    Result<const KnownAccount *> account(AccountId id);
    Result<const Menu *> menu(std::int64_t version);
    Result<std::vector<Pause>> pauses(const StoredOrder &order);
    Result<Day> dueWith(const StoredOrder &order, std::vector<Pause> pauses);

    Workspace *m_workspace;
    std::unordered_map<AccountId, KnownAccount> m_accounts;
    std::map<std::int64_t, Menu> m_menus;
};

} // namespace dimsum
