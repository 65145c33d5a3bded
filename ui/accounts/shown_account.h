// What every part of the account dock shows: one account of one snapshot with its details. A plain value.
#pragma once

#include "service/account_details.h"

#include <cstdint>
#include <memory>

namespace dimsum
{

struct ShownAccount {
    std::shared_ptr<const Snapshot> snapshot; // never null
    std::uint32_t row = 0;                    // of the account in the snapshot
    AccountDetails details;

    const Currency &currency() const { return snapshot->settings.currency; }
};

} // namespace dimsum
