// Path files (cli.md "dimsum attribute"): one row per path of channels, with how often it converted, what that was
// worth and how often it came to nothing.
#pragma once

#include "domain/channel_paths.h"
#include "domain/error.h"
#include "domain/progress.h"

#include <QString>

#include <string>
#include <vector>

namespace dimsum
{

struct PathFile {
    std::vector<ChannelPath> paths;    // in file order; those of no weight at all included
    std::vector<std::string> channels; // by number: in byte order of the first spelling of each
};

// Steps stand between '>'; channels compare as text does (text_key.h). Columns: path and total_conversions; where
// total_conversion_value or total_null is missing it is 0. Nothing is skipped: the first row that cannot be used is
// an error with its line and field (an empty step, a number that is none or negative, more than 4,096 channels).
Result<PathFile> readPathFile(const QString &path, const Progress &progress = {});

} // namespace dimsum
