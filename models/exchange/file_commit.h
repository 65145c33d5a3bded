// Whole or not at all: what to say where a file cannot be written.
#pragma once

#include "domain/error.h"

#include <QString>

#include <cstdint>

namespace dimsum
{

// ErrorKind::storage for `path`. The free space decides between "the disk is full" and the rest, because Qt's
// own text on a full disk is "Unknown error" (reliability.md T12).
Error writeError(const QString &path, const QString &systemText);

// Done where `path` is free or a regular file. Writing moves a finished file into place, and moving one over
// a device or a pipe would destroy it.
Outcome canBeReplaced(const QString &path);

// writeError with the free space given: below `enoughBytes` the disk counts as full.
inline constexpr std::int64_t enoughBytes = 1 << 20;
Error writeError(const QString &path, const QString &systemText, std::int64_t freeBytes);

} // namespace dimsum
