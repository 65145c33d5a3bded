// What the program writes about itself, and what it never writes (reliability.md T8).
#pragma once

namespace dimsum {

// Before the application object: warnings go to standard error as one line each, debug lines only with DIMSUM_DEBUG
// set; in a release build a crash leaves no core file, because it would hold people's data.
void installLogging();

// A locale that is not UTF-8 is replaced by C.UTF-8 before Qt complains about it on standard error.
void ensureUtf8Locale();

} // namespace dimsum
