// What stands around a slip of one account, read from the store: usage, limits, tier, arm, roles (domain/slip.h).
#pragma once

#include "domain/slip.h"
#include "service/menu_program.h"

namespace dimsum {

// `setting.menu` points into `menu.menu`. Inputs are left empty.
Result<SlipSetting> slipSetting(Workspace &workspace, const MenuInForce &menu, AccountId account);

// The refusal as a sentence with its next step; `play` is the name of the play that is in the way.
Error hindranceError(const Hindrance &hindrance, const std::string &play, const Currency &currency);

} // namespace dimsum
