#include "app/cli/imports_command.h"

#include "app/cli/common.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "service/importing_service.h"

#include <QJsonArray>

namespace dimsum::cli {

CommandSpec ImportsCommand::spec() const
{
    return {.name = u"imports"_qs,
            .summary = CommandLine::tr("list the files that were brought in"),
            .details = {},
            .arguments = {workspaceArgument()},
            .options = {}};
}

Result<Reply> ImportsCommand::run(const Call &call, Console &)
{
    const auto workspace = openWorkspace(call);
    if (!workspace)
        return workspace.error();
    const auto records = imports(**workspace);
    if (!records)
        return records.error();
    QJsonArray list;
    QString text;
    for (const ImportRecord &record : *records) {
        const auto count = [](std::int64_t value) { return static_cast<qint64>(value); };
        list.append(QJsonObject{{u"import_id"_qs, count(record.id.value)},
                                {u"kind"_qs, textOf(record.kind)},
                                {u"file"_qs, textOf(record.file)},
                                {u"profile"_qs, textOf(record.profile)},
                                {u"policy"_qs, textOf(record.policy)},
                                {u"at"_qs, instantText(record.instant)},
                                {u"by"_qs, textOf(record.by)},
                                {u"read"_qs, count(record.read)},
                                {u"inserted"_qs, count(record.inserted)},
                                {u"updated"_qs, count(record.updated)},
                                {u"unchanged"_qs, count(record.unchanged)},
                                {u"duplicate"_qs, count(record.duplicate)},
                                {u"rejected"_qs, count(record.rejected)},
                                {u"undone"_qs, record.undoneAt.has_value()},
                                {u"undone_at"_qs, instantText(record.undoneAt)},
                                {u"undone_by"_qs, textOf(record.undoneBy)}});
        text += CommandLine::tr("%1  %2  %3  %4: %5 rows, %6 inserted, %7 updated, %8 rejected")
                    .arg(record.id.value)
                    .arg(instantText(record.instant), textOf(record.kind), textOf(record.file))
                    .arg(record.read).arg(record.inserted).arg(record.updated).arg(record.rejected);
        if (record.undoneAt)
            text += CommandLine::tr(" (taken back)");
        text += u'\n';
    }
    if (records->empty())
        text = CommandLine::tr("Nothing was imported yet.");
    return Reply{.json = jsonLine({{u"imports"_qs, list}}), .text = text};
}

} // namespace dimsum::cli
