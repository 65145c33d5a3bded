// What the frame of the window says about a workspace: the program, the freshness of its data, undo in words.
#pragma once

#include "service/snapshot.h"
#include "service/undo_service.h"

#include <QString>
#include <QStringList>

namespace dimsum {

// "Q1 2026 · day 49 of 90"; before and after the period it says so. "None" words are the caller's business.
QString programWords(const Snapshot &snapshot);

// Right end of the status bar: newest intent feed, policy and when it was applied, revision.
QStringList dataWords(const Snapshot &snapshot);

// "import of accounts.csv", to stand after "Undo" and "Redo".
QString undoWords(const UndoStep &step);

// "18 Feb" of this year, "18 Feb 2025" of another.
QString shortDay(Day day, Day today);

} // namespace dimsum
