// The window of the program, seen from main().
#pragma once

#include <QStringList>

namespace dimsum {

// False on a machine without a display: a QApplication would end the process with a message for programmers.
bool hasDisplay();

// Opens the window, on the given workspace files if any, and runs until it is closed; answers the exit code.
// Needs a QApplication.
int runWindow(const QStringList &files);

} // namespace dimsum
