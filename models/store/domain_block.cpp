#include "store/domain_block.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::uint8_t domainBlockVersion = 1;

} // namespace

// Of each what it does not share with the one before, and how far its account is from the other's.
void packDomains(std::span<const PackedDomain> domains, std::vector<std::uint8_t> &content)
{
    content.clear();
    Packer pack(content);
    pack.byte(domainBlockVersion);
    std::string_view before;
    std::int64_t account = 0;
    for (const PackedDomain &each : domains) {
        const auto shared = static_cast<std::size_t>(
            std::mismatch(before.begin(), before.end(), each.domain.begin(), each.domain.end()).first - before.begin());
        pack.number(shared);
        pack.text(each.domain.substr(shared));
        pack.signedNumber(each.account.value - account);
        before = each.domain;
        account = each.account.value;
    }
}

DomainBlockReader::DomainBlockReader(std::span<const std::uint8_t> content) : m_content(content)
{
    if (m_content.byte() != domainBlockVersion)
        m_content.spoil();
}

bool DomainBlockReader::next(PackedDomain &domain)
{
    if (!m_content.sound() || m_content.left() == 0)
        return false;
    const std::uint64_t shared = m_content.number();
    const std::string_view rest = m_content.text();
    if (shared > m_domain.size()) {
        m_content.spoil();
        return false;
    }
    m_domain.resize(static_cast<std::size_t>(shared));
    m_domain.append(rest);
    m_account += m_content.signedNumber();
    domain = {m_domain, AccountId{m_account}};
    return m_content.sound();
}

} // namespace dimsum
