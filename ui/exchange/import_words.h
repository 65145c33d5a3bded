// The words of imports for people: kinds, fields, policies, formats.
#pragma once

#include "service/importing_service.h"

#include <QString>

namespace dimsum {

QString kindTitle(ImportKind kind);                      // "Accounts"
QString kindDescription(ImportKind kind);                // one sentence: what such a file holds
QString fieldWords(ImportKind kind, std::size_t field);  // "Annual revenue"
QString fieldReading(ImportKind kind, std::size_t field); // "money", "date", "text, zeros kept"
QString matchKeys(ImportKind kind);                      // "domain, then external id, then name"
QString policyTitle(ImportPolicy policy);
QString policyDescription(ImportPolicy policy);
QString delimiterTitle(char delimiter);
QString decimalTitle(DecimalMark mark);
QString dateTitle(DateOrder order);
QString linesText(const ImportProblem &problem);         // "lines 5, 88, 132 and 38 more"

} // namespace dimsum
