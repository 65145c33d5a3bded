#include "store/stub_block.h"

#include <algorithm>

namespace dimsum {

namespace {

constexpr std::uint8_t stubBlockVersion = 1;

// What all keys end with: nearly always the domain of their company.
std::string_view commonEnding(std::span<const PackedStub> people)
{
    std::string_view ending = people.empty() ? std::string_view() : people.front().key;
    for (const PackedStub &person : people) {
        const auto [mine, theirs] = std::mismatch(ending.rbegin(), ending.rend(), person.key.rbegin(), person.key.rend());
        ending.remove_prefix(static_cast<std::size_t>(ending.rend() - mine));
    }
    return ending;
}

} // namespace

void packStubs(std::span<const PackedStub> people, std::vector<std::uint8_t> &content)
{
    content.clear();
    Packer pack(content);
    pack.byte(stubBlockVersion);
    pack.number(people.size());
    const std::string_view ending = commonEnding(people);
    pack.text(ending);
    for (const PackedStub &person : people) {
        const std::string_view head = person.key.substr(0, person.key.size() - ending.size());
        const bool spelledOtherwise = person.label != person.key;
        pack.number(head.size() << 1 | (spelledOtherwise ? 1u : 0u));
        content.insert(content.end(), head.begin(), head.end());
        if (spelledOtherwise)
            pack.text(person.label);
    }
}

StubBlockReader::StubBlockReader(std::span<const std::uint8_t> content) : m_content(content)
{
    const bool known = m_content.byte() == stubBlockVersion;
    m_people = m_content.number();
    m_ending = m_content.text();
    // Nobody takes less than a byte: a block cannot promise more people than it can hold.
    if (!known || m_people > m_content.left())
        m_content.spoil();
}

bool StubBlockReader::next(PackedStub &person)
{
    if (!m_content.sound() || m_read == m_people)
        return false;
    const std::uint64_t head = m_content.number();
    const std::string_view text = m_content.bytes(head >> 1);
    m_key.assign(text).append(m_ending);
    person.key = m_key;
    person.label = (head & 1) ? m_content.text() : std::string_view(m_key);
    if (m_key.empty())
        m_content.spoil(); // a person without a key cannot be
    m_read += m_content.sound() ? 1 : 0;
    return m_content.sound();
}

} // namespace dimsum
