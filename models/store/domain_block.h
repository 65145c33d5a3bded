// The domains of the first accounts of a workspace, packed in order: building an index of them took a quarter of their import.
#pragma once

#include "domain/ids.h"
#include "store/packing.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct PackedDomain {
    std::string_view domain;
    AccountId account;
};

// Replaces `content`. Domains ascend bytewise.
void packDomains(std::span<const PackedDomain> domains, std::vector<std::uint8_t> &content);

// Reads what packDomains() wrote; content that was damaged ends early and is not sound(). The content must outlive it.
class DomainBlockReader
{
public:
    explicit DomainBlockReader(std::span<const std::uint8_t> content);

    // The next of them; its text lives until the next call.
    bool next(PackedDomain &domain);
    bool sound() const { return m_content.sound(); }

private:
    Unpacker m_content;
    std::string m_domain;
    std::int64_t m_account = 0;
};

} // namespace dimsum
