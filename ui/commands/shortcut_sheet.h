// Every command with its keys, by menu: F1. The keys can be changed there.
#pragma once

class QWidget;

namespace dimsum {

class CommandRegistry;
class Preferences;

// Not modal; closes with Esc. A second call raises the sheet that is open. Owned by `parent`.
void showShortcutSheet(CommandRegistry &commands, Preferences &preferences, QWidget *parent);

} // namespace dimsum
