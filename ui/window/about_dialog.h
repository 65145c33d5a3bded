// Version, licence and the pieces Dimsum stands on.
#pragma once

class QWidget;

namespace dimsum {

// Not modal; owned by `parent`.
void showAbout(QWidget *parent);

} // namespace dimsum
