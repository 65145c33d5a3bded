// How text compares (domain.md section 2): NFKC, full case folding, trim including Unicode white space. Done once,
// here, at the border; everything behind it compares keys bytewise. Pure functions, any thread.
// Both forms of each function agree; the UTF-8 one has a fast path for ASCII, the bulk of an import.
#pragma once

#include <QString>
#include <QStringView>

#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

// The key of a name, topic, value, e-mail address: "  Stra\u00dfe\u00a0" -> "strasse". Idempotent.
std::string textKey(QStringView text);
std::string textKey(std::string_view utf8);
// Same, into `key`, whose memory is reused.
void textKeyInto(std::string_view utf8, std::string &key);

// The key of a type code: textKey, then '_', '-' and runs of space alike are one space. "Email_Click" -> "email click".
std::string typeKey(QStringView text);
std::string typeKey(std::string_view utf8);
void typeKeyInto(std::string_view utf8, std::string &key);

// What a person sees of an imported text: trimmed, spelling kept.
QString shownText(QStringView text);
std::string_view shownText(std::string_view utf8);

// Keys of the parts between ';', empty parts left out, order kept: what has any of / has all of compare.
std::vector<std::string> partKeys(std::string_view utf8);

// The key of an id of another system: trimmed, case kept; an 18-character Salesforce id (its checksum is right) is
// cut to the 15 that identify, so that both spellings meet.
std::string externalIdKey(std::string_view utf8);

} // namespace dimsum
