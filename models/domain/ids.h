// Row ids of the store, one type per table, so that no account id is passed as an order id.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace dimsum {

template <class Tag>
struct Id {
    std::int64_t value = 0; // 0 = none; ids of rows start at 1

    constexpr bool valid() const { return value != 0; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using OpportunityId = Id<struct OpportunityTag>;
using ActivityId = Id<struct ActivityTag>;
using ImportId = Id<struct ImportTag>;
using UndoId = Id<struct UndoTag>;

} // namespace dimsum

template <class Tag>
struct std::hash<dimsum::Id<Tag>> {
    std::size_t operator()(dimsum::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
