#include "ui/commands/function_command.h"

#include <utility>

namespace dimsum {

FunctionCommand::FunctionCommand(CommandParts parts, QObject *parent) : Command(parent), m_parts(std::move(parts)) {}

} // namespace dimsum
