// dimsum attribute PATHS.csv: credit by channel for a file of paths
#pragma once

#include "app/cli/command.h"

namespace dimsum::cli {

class AttributeCommand : public Command
{
public:
    CommandSpec spec() const override;
    Result<Reply> run(const Call &call, Console &console) override;
};

} // namespace dimsum::cli
