// The words of --help on every level, in plain language.
#pragma once

#include "app/cli/command.h"
#include "app/cli/command_table.h"

#include <QJsonObject>

namespace dimsum::cli {

QString programUsage();
QString programHelp(const CommandTable &table);
QJsonObject programHelpJson(const CommandTable &table);

QString commandUsage(const CommandSpec &spec); // "Usage: dimsum icp WS show|suggest|set [FILE.json]"
QString commandHelp(const CommandSpec &spec);
QJsonObject commandHelpJson(const CommandSpec &spec);

} // namespace dimsum::cli
