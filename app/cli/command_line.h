// The command line as a whole: which words belong to it, which command they mean, what the process answers.
#pragma once

#include <QString>
#include <QStringList>

#include <stop_token>

namespace dimsum::cli {

// True where `words` (without the program's name) are for the command line and not for the window: a window is
// opened by no words at all, by the path of a workspace, or by options of Qt ("-style fusion").
bool isForCommandLine(const QStringList &words);

// True where the named command draws pictures and so needs a QApplication.
bool needsPictures(const QStringList &words);

// Runs the command; answers the exit code: 0 done, 1 refused or failed with the state unchanged, 2 wrong usage.
int runCommandLine(const QStringList &words, const std::stop_token &stop);

} // namespace dimsum::cli
