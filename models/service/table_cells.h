// Small pieces that every table on its way into a file is made of.
#pragma once

#include "domain/account_frame.h"
#include "domain/tier.h"
#include "exchange/table_document.h"

#include <QString>

#include <optional>
#include <string_view>
#include <vector>

namespace dimsum {

using TableRows = std::vector<std::vector<Cell>>;

TableDocument tableOf(const Currency &currency, const QString &title, std::vector<TableColumn> columns, TableRows rows);

TableColumn tableColumn(const char *header, CellType type = CellType::text);
Cell textCell(std::string_view utf8);
Cell numberCell(const std::optional<double> &value); // empty where there is none
Cell tierCell(Tier tier);                            // "1", "2", "3", "none"

// What a file calls an account: its key, so that the file can be brought in again.
std::string_view accountWord(const AccountFrame &accounts, std::size_t row);

} // namespace dimsum
