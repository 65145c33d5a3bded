// Scored worlds in files, so that a large workspace opens in the time of reading one: a copy in the user's cache folder,
// of no worth beyond speed. Read where its key is the workspace's, ignored where it is not or anything about it is odd.
#pragma once

#include "service/scored_world.h"

#include <QString>

namespace dimsum {

// The file of a workspace, in the cache folder of the user; only they may read it. Of all workspaces the newest three
// are kept.
QString scoredFileOf(const QString &workspace);

// False where it could not be written: then there is none. Takes about a second for a million accounts.
bool writeScoredFile(const QString &file, const ScoredWorld &world);

// Null if the file is not there, was cut or changed, comes from another version or has another key. The rules, which it
// does not hold, are those of the workspace.
std::shared_ptr<const ScoredWorld> readScoredFile(Workspace &workspace, const QString &file, const ScoredKey &key);

// The same of a file that may have been made for another day, without scores: its key says which day that was. For
// worldOfDay().
std::shared_ptr<const ScoredWorld> readScoredFileWithoutScores(Workspace &workspace, const QString &file, const ScoredKey &key);

} // namespace dimsum
