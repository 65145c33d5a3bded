// How well typed letters fit a text, for the command palette: letters in order, gaps allowed, word starts first.
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace dimsum {

// Both sides folded for comparison once (case, width and accents): "Mærsk" stays findable by "mærsk" and "maersk"
// is not tried; "Marín" is found by "marin".
QString foldedForMatch(const QString &text);

// Higher is better; nothing if the letters of `needle` do not appear in this order. An empty needle fits all with 0.
// Both texts must have gone through foldedForMatch().
std::optional<int> fuzzyScore(QStringView needle, QStringView text);

} // namespace dimsum
