// The registrable domain of a web address, host or e-mail address: the key of an account (domain.md section 2).
// Suffixes are libpsl's (public suffix list), never our own rules. Thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dimsum {

enum class DomainProblem : std::uint8_t {
    none,
    empty,        // no text
    notADomain,   // spaces, a single label, forbidden characters
    ipAddress,    // 192.0.2.1, [2001:db8::1]
    publicSuffix, // "co.uk" alone belongs to nobody
    freeMail,     // gmail.com, qq.com: many companies share it
};

struct WebDomain {
    std::string domain; // lower-case A-label ("xn--bcher-kva.example"); empty unless problem is none or freeMail
    DomainProblem problem = DomainProblem::empty;

    bool usable() const { return problem == DomainProblem::none; }
};

// Accepts "https://user@www.Acme.co.uk:8443/a?b#c", "acme.co.uk.", "Jane <jane@mail.acme.co.uk>", "bücher.example".
WebDomain webDomainOf(std::string_view utf8);

// Whether a registrable domain belongs to a mail provider (resources/profiles/free_mail_domains.txt).
bool isFreeMailDomain(std::string_view domain);

// The plain sentence of a problem; %1 is the text of the cell.
const char *domainProblemSentence(DomainProblem problem);

} // namespace dimsum
