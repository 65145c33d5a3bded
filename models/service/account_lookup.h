// Which account a text means (cli.md): its domain, else its external id, else its name, the first of these that finds
// exactly one.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "service/workspace.h"
#include "store/account_store.h"

#include <string>
#include <string_view>

namespace dimsum {

// Errors: notFound; invalid (several accounts go by that name). Reads all keys: for more than a few texts keep `keys`.
Result<AccountId> accountNamed(Workspace &workspace, std::string_view text);
Result<AccountId> accountNamed(const AccountKeys &keys, std::string_view text);

} // namespace dimsum
