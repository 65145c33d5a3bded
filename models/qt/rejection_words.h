// Why marketing said no, in words of the user's language.
#pragma once

#include "domain/menu.h"
#include "domain/rejection.h"

#include <QString>

namespace dimsum {

QString rejectionCodeText(RejectionCode code);
// "Budget: too dear this quarter. Instead: Direct mail." The play's code where the menu does not know it.
QString rejectionText(std::string_view line, const Menu &menu);

} // namespace dimsum
