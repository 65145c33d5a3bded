// Shows, replaces, starts or closes the program. See its spec() for how it is called.
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class ProgramCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
