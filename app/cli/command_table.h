// The subcommands of the program: a new one is a class and one line in command_table.cpp.
#pragma once

#include "app/cli/command.h"

#include <memory>
#include <vector>

namespace dimsum::cli {

using CommandTable = std::vector<std::unique_ptr<Command>>;

// In the order in which `dimsum --help` lists them.
CommandTable commandTable();

} // namespace dimsum::cli
