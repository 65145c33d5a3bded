#include "service/table_cells.h"

#include <memory>

namespace dimsum {

TableDocument tableOf(const Currency &currency, const QString &title, std::vector<TableColumn> columns, TableRows rows)
{
    TableDocument table{.title = title,
                        .columns = std::move(columns),
                        .currency = currency,
                        .rows = {},
                        .rowCount = static_cast<std::int64_t>(rows.size())};
    table.rows = [held = std::make_shared<const TableRows>(std::move(rows))](const RowSink &sink) -> Outcome {
        for (const std::vector<Cell> &row : *held) {
            if (Outcome taken = sink(row); !taken)
                return taken;
        }
        return Done{};
    };
    return table;
}

TableColumn tableColumn(const char *header, CellType type)
{
    return {QString::fromLatin1(header), type};
}

Cell textCell(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Cell numberCell(const std::optional<double> &value)
{
    return value ? Cell(*value) : Cell();
}

Cell tierCell(Tier tier)
{
    return textCell(tierCode(tier));
}

std::string_view accountWord(const AccountFrame &accounts, std::size_t row)
{
    if (const auto domain = accounts.domain.at(row); !domain.empty())
        return domain;
    if (const auto id = accounts.externalId.at(row); !id.empty())
        return id;
    return accounts.name.at(row);
}

} // namespace dimsum
