#include "exchange/web_domain.h"

#include "domain/ascii.h"
#include "domain/error.h"
#include "exchange/text_key.h"

#include <QFile>
#include <QString>
#include <QUrl>

#include <libpsl.h>

#include <algorithm>
#include <unordered_set>

namespace dimsum {

namespace {

const psl_ctx_t *suffixList()
{
    static const psl_ctx_t *const list = psl_builtin() ? psl_builtin() : psl_latest(nullptr);
    return list;
}

const std::unordered_set<std::string> &freeMailDomains()
{
    static const std::unordered_set<std::string> domains = [] {
        std::unordered_set<std::string> read;
        QFile file(QStringLiteral(":/profiles/free_mail_domains.txt"));
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray content = file.readAll();
            for (const QByteArray &line : content.split('\n')) {
                const QByteArray domain = line.trimmed();
                if (!domain.isEmpty() && !domain.startsWith('#'))
                    read.insert(domain.toStdString());
            }
        }
        return read;
    }();
    return domains;
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char &c : lower) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

// The host part of a web address, e-mail address or bare host: no scheme, user, port, path or trailing dots.
std::string_view hostPart(std::string_view text)
{
    if (const auto open = text.find('<'); open != text.npos && text.back() == '>')
        text = text.substr(open + 1, text.size() - open - 2);
    // "https://http://acme.com" is what a form that adds a scheme makes of a pasted address.
    for (auto scheme = text.find("://"); scheme != text.npos && text.find_first_of("/?#@") > scheme;
         scheme = text.find("://"))
        text.remove_prefix(scheme + 3);
    if (text.starts_with("//"))
        text.remove_prefix(2);
    else if (lowerAscii(text.substr(0, 7)) == "mailto:")
        text.remove_prefix(7);
    text = text.substr(0, text.find_first_of("/?#\\"));
    if (const auto at = text.rfind('@'); at != text.npos)
        text.remove_prefix(at + 1);
    if (const auto colon = text.rfind(':'); colon != text.npos && !text.starts_with('[')
        && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(colon) + 1, text.end(), isDigit))
        text = text.substr(0, colon);
    while (text.ends_with('.'))
        text.remove_suffix(1);
    return text;
}

bool isAddress(std::string_view host)
{
    if (host.starts_with('['))
        return true;
    return std::count(host.begin(), host.end(), '.') == 3
           && std::all_of(host.begin(), host.end(), [](char c) { return isDigit(c) || c == '.'; });
}

// Letters, digits and hyphens in labels of 1 to 63, at least two labels, the last one not a number.
bool isHostName(std::string_view host)
{
    if (host.size() > 253 || host.find('.') == host.npos)
        return false;
    std::string_view label;
    for (std::size_t begin = 0; begin <= host.size();) {
        const std::size_t end = std::min(host.find('.', begin), host.size());
        label = host.substr(begin, end - begin);
        const bool letters = std::all_of(label.begin(), label.end(), [](char c) {
            return isDigit(c) || (c >= 'a' && c <= 'z') || c == '-';
        });
        if (label.empty() || label.size() > 63 || !letters || label.front() == '-' || label.back() == '-')
            return false;
        begin = end + 1;
    }
    return !std::all_of(label.begin(), label.end(), isDigit);
}

} // namespace

WebDomain webDomainOf(std::string_view utf8)
{
    const std::string_view text = shownText(utf8);
    if (text.empty())
        return {{}, DomainProblem::empty};
    std::string host = lowerAscii(hostPart(text));
    if (isAddress(host))
        return {{}, DomainProblem::ipAddress};
    if (std::any_of(host.begin(), host.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        host = lowerAscii(QUrl::toAce(QString::fromStdString(host)).toStdString());
        while (host.ends_with('.'))
            host.pop_back();
    }
    const bool whole = isHostName(host);
    if (!whole && host.find('.') != host.npos)
        return {{}, DomainProblem::notADomain};
    if (!whole)
        return {{}, !host.empty() && psl_suffix_count(suffixList()) > 0 && isHostName("a." + host)
                            && psl_is_public_suffix2(suffixList(), host.c_str(), PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE)
                        ? DomainProblem::publicSuffix
                        : DomainProblem::notADomain};
    const char *registrable = psl_registrable_domain(suffixList(), host.c_str());
    if (!registrable)
        return {{}, DomainProblem::publicSuffix};
    std::string domain = registrable;
    const bool freeMail = isFreeMailDomain(domain);
    return {std::move(domain), freeMail ? DomainProblem::freeMail : DomainProblem::none};
}

bool isFreeMailDomain(std::string_view domain)
{
    return freeMailDomains().contains(std::string(domain));
}

const char *domainProblemSentence(DomainProblem problem)
{
    switch (problem) {
    case DomainProblem::none:
        break;
    case DomainProblem::empty:
        return DIMSUM_TEXT("The web domain is missing.");
    case DomainProblem::notADomain:
        return DIMSUM_TEXT("%1 is not a web domain. Write it like acme.com.");
    case DomainProblem::ipAddress:
        return DIMSUM_TEXT("%1 is a network address, not a web domain. Write the company's domain, like acme.com.");
    case DomainProblem::publicSuffix:
        return DIMSUM_TEXT("%1 is a public ending that many companies share. Write the company's own domain, like "
                           "acme.co.uk.");
    case DomainProblem::freeMail:
        return DIMSUM_TEXT("%1 belongs to a mail provider, not to one company. Write the company's own domain.");
    }
    return "";
}

} // namespace dimsum
