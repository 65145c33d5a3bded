// People whom only activities name, packed: those of one account from one import, a few bytes each. They stand in pages
// (account_page.h).
#pragma once

#include "store/packing.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct PackedStub {
    std::string_view key;   // folded address, or key of a CRM's id
    std::string_view label; // as first spelled
};

// Replaces `content`.
void packStubs(std::span<const PackedStub> people, std::vector<std::uint8_t> &content);

// Reads what packStubs() wrote; content that was damaged ends early and is not sound(). The content must outlive it.
class StubBlockReader
{
public:
    explicit StubBlockReader(std::span<const std::uint8_t> content);

    // The next of them; its texts live until the next call.
    bool next(PackedStub &person);
    bool sound() const { return m_content.sound(); }

private:
    Unpacker m_content;
    std::string_view m_ending;
    std::uint64_t m_people = 0;
    std::uint64_t m_read = 0;
    std::string m_key;
};

} // namespace dimsum
