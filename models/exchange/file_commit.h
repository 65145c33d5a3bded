// Whole or not at all: what every writer of a file shares.
#pragma once

#include "domain/error.h"

#include <QString>

namespace dimsum {

// What to say when `path` cannot be written. The free space decides between "the disk is full" and the rest, because
// the system's own text is "Unknown error" on a full disk (reliability.md T12).
Error writeError(const QString &path, const QString &systemText);

} // namespace dimsum
