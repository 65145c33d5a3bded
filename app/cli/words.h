// The sentences of the command line, for translation: CommandLine::tr("...").
#pragma once

#include <QCoreApplication>

namespace dimsum::cli {

class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace dimsum::cli
