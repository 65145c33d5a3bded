// The plays of a menu as a table that people edit in a spreadsheet: one row per play, the keys of menu.json as columns,
// lists separated by "; ". Costs read like "production 45.00; hours 0.5 x 60.00; fee 2 x 100.00"; approval is none, always
// or "above 500.00"; an empty capacity or per_account means no limit. Program and envelopes are not in it.
#pragma once

#include "domain/menu.h"
#include "domain/money.h"

#include <QByteArray>

namespace dimsum
{

QByteArray formatMenuCsv(const Menu &menu, const Currency &currency); // UTF-8, LF, formulas guarded

// `current` with its plays replaced by those of the file. Errors: invalid with line and field.
Result<Menu> parseMenuCsv(const QByteArray &text, const Menu &current, const Currency &currency);

} // namespace dimsum
