// dimsum insights WS WHAT: what the data says, as files
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class InsightsCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
