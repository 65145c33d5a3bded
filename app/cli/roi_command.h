// dimsum roi WS WHAT: cost, attribution, return and lift as files
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class RoiCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
