// Moves one order to another state. See its spec() for how it is called.
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class MoveCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
