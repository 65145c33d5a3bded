// From account ids to rows of an AccountFrame: four bytes per id, ids being numbered without large gaps. Immutable;
// read from any thread.
#pragma once

#include "domain/account_frame.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace dimsum {

class AccountRows
{
public:
    AccountRows() = default;
    explicit AccountRows(const std::vector<AccountId> &ids) : m_accounts(ids.size())
    {
        std::int64_t largest = 0;
        for (const AccountId id : ids)
            largest = std::max(largest, id.value);
        m_rows.assign(static_cast<std::size_t>(largest) + 1, none);
        for (std::size_t row = 0; row < ids.size(); ++row)
            m_rows[static_cast<std::size_t>(ids[row].value)] = static_cast<std::uint32_t>(row);
    }

    // Nothing for an account that came in after the frame was loaded.
    std::optional<std::uint32_t> of(std::int64_t id) const
    {
        if (id <= 0 || static_cast<std::size_t>(id) >= m_rows.size() || m_rows[static_cast<std::size_t>(id)] == none)
            return std::nullopt;
        return m_rows[static_cast<std::size_t>(id)];
    }
    std::optional<std::uint32_t> of(AccountId id) const { return of(id.value); }

    std::size_t accounts() const { return m_accounts; }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    std::vector<std::uint32_t> m_rows; // by id
    std::size_t m_accounts = 0;
};

} // namespace dimsum
