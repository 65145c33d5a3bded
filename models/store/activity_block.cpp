#include "store/activity_block.h"

#include "store/row_identity.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dimsum {

namespace {

constexpr std::uint8_t blockVersion = 1;
constexpr std::size_t mostDigits = 15;
constexpr std::uint64_t wholeSeed = 7;
constexpr std::uint64_t prefixSeed = 8;
constexpr int numberBits = 48; // of an identity: a number below 10^15 may take two more, which only blurs the order

enum Flag : std::uint8_t { Dated = 1, Contact = 2, Asset = 4, Campaign = 8, Area = 16, Channel = 32, IdNumber = 64, IdText = 128 };

std::uint8_t flagsOf(const PackedActivity &row, std::string_view prefix)
{
    std::uint8_t flags = row.dated ? Dated : 0;
    const auto set = [&](std::int64_t value, Flag flag) { flags = static_cast<std::uint8_t>(value != 0 ? flags | flag : flags); };
    set(row.contact, Contact);
    set(row.asset, Asset);
    set(row.campaign, Campaign);
    set(row.area, Area);
    set(row.channel, Channel);
    if (!row.id.empty())
        flags = static_cast<std::uint8_t>(flags | (row.id.number >= 0 && row.id.text == prefix ? IdNumber : IdText));
    return flags;
}

} // namespace

PackedId packedId(std::string_view id)
{
    std::size_t digits = 0;
    while (digits < id.size() && digits < mostDigits && id[id.size() - 1 - digits] >= '0' && id[id.size() - 1 - digits] <= '9')
        ++digits;
    // A leading zero belongs to the prefix: the number alone must give the same text again.
    while (digits > 1 && id[id.size() - digits] == '0')
        --digits;
    if (digits == 0)
        return {id, -1};
    std::int64_t number = 0;
    std::from_chars(id.data() + id.size() - digits, id.data() + id.size(), number);
    return {id.substr(0, id.size() - digits), number};
}

std::string unpackedId(const PackedId &id)
{
    std::string text(id.text);
    if (id.number >= 0)
        text += std::to_string(id.number);
    return text;
}

int compareIds(const PackedId &left, const PackedId &right)
{
    if (left == right)
        return 0;
    return unpackedId(left).compare(unpackedId(right));
}

std::int64_t identityOf(const PackedId &id)
{
    return id.number < 0 ? RowHash(wholeSeed).add(id.text).value() : CountedIdentity(id.text).at(id.number);
}

CountedIdentity::CountedIdentity(std::string_view prefix)
    : m_base(static_cast<std::uint64_t>(RowHash(prefixSeed).add(prefix).value()) >> numberBits << numberBits)
{
}

void packActivities(std::span<const PackedActivity> rows, std::vector<std::uint8_t> &content)
{
    content.clear();
    Packer pack(content);
    pack.byte(blockVersion);
    pack.number(rows.size());
    const bool seconds = std::all_of(rows.begin(), rows.end(), [](const PackedActivity &row) { return row.instant % 1000 == 0; });
    const std::int64_t unit = seconds ? 1000 : 1;
    pack.number(static_cast<std::uint64_t>(unit));
    std::string_view prefix;
    std::int64_t contactBase = 0;
    for (const PackedActivity &row : rows) {
        if (prefix.empty() && row.id.number >= 0)
            prefix = row.id.text;
        if (row.contact != 0 && (contactBase == 0 || row.contact < contactBase))
            contactBase = row.contact;
    }
    pack.text(prefix);
    pack.number(static_cast<std::uint64_t>(contactBase));

    std::int64_t step = 0;
    std::int64_t idNumber = 0;
    for (const PackedActivity &row : rows) {
        const std::uint8_t flags = flagsOf(row, prefix);
        pack.byte(flags);
        const std::int64_t now = row.instant / unit;
        pack.signedNumber(now - step);
        step = now;
        pack.number(static_cast<std::uint64_t>(row.type));
        if (flags & Contact)
            pack.number(static_cast<std::uint64_t>(row.contact - contactBase));
        for (const auto &[flag, term] : {std::pair{Asset, row.asset}, {Campaign, row.campaign}, {Area, row.area}, {Channel, row.channel}})
            if (flags & flag)
                pack.number(static_cast<std::uint64_t>(term));
        if (flags & IdNumber) {
            pack.signedNumber(row.id.number - idNumber);
            idNumber = row.id.number;
        } else if (flags & IdText) {
            pack.text(row.id.number < 0 ? row.id.text : std::string_view(unpackedId(row.id)));
        }
    }
}

ActivityBlockReader::ActivityBlockReader(std::span<const std::uint8_t> content) : m_content(content)
{
    const bool known = m_content.byte() == blockVersion;
    m_rows = m_content.number();
    m_unit = static_cast<std::int64_t>(m_content.number());
    m_prefix = m_content.text();
    m_contactBase = static_cast<std::int64_t>(m_content.number());
    // No row takes less than three bytes: a block cannot promise more rows than it can hold.
    if (!known || (m_unit != 1 && m_unit != 1000) || m_rows > m_content.left() / 3)
        m_content.spoil();
    if (!m_content.sound())
        m_rows = 0;
}

bool ActivityBlockReader::next(PackedActivity &row)
{
    if (!m_content.sound() || m_read == m_rows)
        return false;
    const std::uint8_t flags = m_content.byte();
    // Hostile steps may run over; unsigned they wrap, and the range check of the workspace finds them.
    const auto plus = [](std::int64_t a, std::int64_t b) {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
    };
    m_step = plus(m_step, m_content.signedNumber());
    row.instant = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_step) * static_cast<std::uint64_t>(m_unit));
    row.dated = (flags & Dated) != 0;
    const auto term = [&](Flag flag) { return (flags & flag) ? static_cast<std::int64_t>(m_content.number()) : 0; };
    row.type = static_cast<std::int64_t>(m_content.number());
    row.contact = (flags & Contact) ? plus(static_cast<std::int64_t>(m_content.number()), m_contactBase) : 0;
    row.asset = term(Asset);
    row.campaign = term(Campaign);
    row.area = term(Area);
    row.channel = term(Channel);
    row.id = {};
    if (flags & IdNumber) {
        m_idNumber = plus(m_idNumber, m_content.signedNumber());
        row.id = {m_prefix, m_idNumber};
    } else if (flags & IdText) {
        row.id = packedId(m_content.text());
    }
    m_read += m_content.sound() ? 1 : 0;
    return m_content.sound();
}

} // namespace dimsum
