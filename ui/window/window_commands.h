// The commands of the window itself; those of pages come from the pages.
#pragma once

#include <QList>

namespace dimsum {

class MainWindow;
class Page;
struct WindowParts;

// Adds them to the registry of `parts`; `window` owns them.
void addWindowCommands(MainWindow &window, const WindowParts &parts);
// Go to page 1 … 9, in the order of the rail.
void addPageCommands(MainWindow &window, const WindowParts &parts, const QList<Page *> &pages);

} // namespace dimsum
