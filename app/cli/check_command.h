// Looks for anything that is wrong in a workspace. See its spec() for how it is called.
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class CheckCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
