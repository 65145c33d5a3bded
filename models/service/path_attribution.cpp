#include "service/path_attribution.h"

#include "exchange/path_file.h"
#include "exchange/table_writer.h"
#include "service/table_cells.h"

#include <array>
#include <utility>

namespace dimsum {

Result<PathAttributionResult> attributePaths(const QString &paths, const QString &out, const Progress &progress)
{
    const auto file = readPathFile(paths, progress);
    if (!file)
        return file.error();
    const PathCredit credit = creditPaths(file->paths, file->channels.size());

    using Model = std::pair<const char *, const ChannelCredit *>;
    const std::array<Model, 6> models{Model{"first", &credit.first},    {"last", &credit.last},
                                      {"linear", &credit.linear},       {"u_shape", &credit.uShape},
                                      {"markov", &credit.markov},       {"shapley", &credit.shapley}};
    std::vector<TableColumn> columns{tableColumn("channel")};
    for (const auto &[name, model] : models) {
        columns.push_back({QLatin1String(name) + QLatin1String("_conversions"), CellType::figure});
        columns.push_back({QLatin1String(name) + QLatin1String("_value"), CellType::figure});
    }
    columns.push_back(tableColumn("removal_effect", CellType::figure));

    TableRows rows;
    for (std::size_t channel = 0; channel < file->channels.size(); ++channel) {
        std::vector<Cell> cells{textCell(file->channels[channel])};
        for (const auto &[name, model] : models) {
            cells.push_back(model->conversions[channel]);
            cells.push_back(model->value[channel]);
        }
        cells.push_back(credit.removalEffects[channel]);
        rows.push_back(std::move(cells));
    }
    PathAttributionResult result{.file = out,
                                 .paths = static_cast<std::int64_t>(file->paths.size()),
                                 .channels = static_cast<std::int64_t>(file->channels.size())};
    for (const ChannelPath &path : file->paths) {
        result.conversions += path.conversions;
        result.value += path.value;
    }
    const TableDocument table = tableOf({}, QStringLiteral("attribution"), std::move(columns), std::move(rows));
    if (const Outcome written = writeTable(table, out, ExportProfile{}, progress); !written)
        return written.error();
    return result;
}

} // namespace dimsum
