// Words for people from the codes of the layers below: one place for the window and the command line.
#pragma once

#include "domain/error.h"

#include <QString>

namespace dimsum {

// The translated sentence of an error with file, line and field in front, where it has them.
QString errorText(const Error &error);

} // namespace dimsum
