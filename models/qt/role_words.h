// The roles of a buying committee in the words of the user's language.
#pragma once

#include <QString>

#include <string_view>

namespace dimsum
{

// `role` as in domain/buying_role.h; empty gives "role not known", any other text stays as it is.
QString roleWords(std::string_view role);

} // namespace dimsum
