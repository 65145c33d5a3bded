// Shows, replaces or approves the menu of plays. See its spec() for how it is called.
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class MenuCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
