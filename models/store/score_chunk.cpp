#include "store/score_chunk.h"

#include "domain/text_codes.h"
#include "store/packing.h"

namespace dimsum {

namespace {

constexpr std::uint8_t chunkVersion = 1;

enum Flag : unsigned {
    Fit = 1u << 0,
    FitMax = 1u << 1,
    Disqualified = 1u << 2,
    IntentSurge = 1u << 3,
    RecentIntent = 1u << 4,
    EngagementSurge = 1u << 5,
    RecentEngagement = 1u << 6,
    Priority = 1u << 7,
    Intent = 1u << 8,
    Engagement = 1u << 9,
    Texts = 1u << 10, // rule, reasons or extra
    TierShift = 11,   // two bits of tier, after one that says whether there is a proposal
};

unsigned flagsOf(const StoredScore &row)
{
    const auto flag = [](bool set, unsigned bit) { return set ? bit : 0u; };
    unsigned flags = flag(row.fit.has_value(), Fit) | flag(row.fitMax.has_value(), FitMax) | flag(row.disqualified, Disqualified)
                     | flag(row.intentSurge, IntentSurge) | flag(row.recentIntent, RecentIntent)
                     | flag(row.engagementSurge, EngagementSurge) | flag(row.recentEngagement, RecentEngagement)
                     | flag(row.priority.has_value(), Priority) | flag(row.intentScore != 0, Intent)
                     | flag(row.engagementScore != 0, Engagement)
                     | flag(!row.rule.empty() || !row.reasons.empty() || !row.extra.empty(), Texts);
    if (row.proposedTier)
        flags |= (1u | static_cast<unsigned>(*row.proposedTier) << 1) << TierShift;
    return flags;
}

} // namespace

void packScores(std::span<const StoredScore> rows, std::vector<std::uint8_t> &content)
{
    content.clear();
    Packer pack(content);
    pack.byte(chunkVersion);
    pack.number(rows.size());
    TextCodes rules;
    for (const StoredScore &row : rows)
        rules.intern(row.rule);
    pack.number(rules.size());
    for (std::uint32_t rule = 0; rule < rules.size(); ++rule)
        pack.text(rules.at(rule));
    std::int64_t before = 0;
    for (const StoredScore &row : rows) {
        pack.signedNumber(row.account.value - before);
        before = row.account.value;
        const unsigned flags = flagsOf(row);
        pack.byte(static_cast<std::uint8_t>(flags));
        pack.byte(static_cast<std::uint8_t>(flags >> 8));
        if (flags & Fit)
            pack.real(*row.fit);
        if (flags & FitMax)
            pack.real(*row.fitMax);
        if (flags & Intent)
            pack.real(row.intentScore);
        if (flags & Engagement)
            pack.real(row.engagementScore);
        if (flags & Priority)
            pack.real(*row.priority);
        if (flags & Texts) {
            pack.number(*rules.find(row.rule));
            pack.text(row.reasons);
            pack.text(row.extra);
        }
    }
}

bool unpackScores(std::span<const std::uint8_t> content, std::vector<StoredScore> &rows)
{
    Unpacker unpack(content);
    if (unpack.byte() != chunkVersion)
        return false;
    const std::uint64_t count = unpack.number();
    const std::uint64_t ruleCount = unpack.number();
    if (count > content.size() || ruleCount > content.size())
        return false;
    std::vector<std::string_view> rules;
    for (std::uint64_t rule = 0; rule < ruleCount && unpack.sound(); ++rule)
        rules.push_back(unpack.text());
    std::int64_t account = 0;
    for (std::uint64_t at = 0; at < count && unpack.sound(); ++at) {
        StoredScore row;
        account = static_cast<std::int64_t>(static_cast<std::uint64_t>(account) + static_cast<std::uint64_t>(unpack.signedNumber()));
        row.account = AccountId{account};
        const unsigned low = unpack.byte();
        const unsigned flags = low | static_cast<unsigned>(unpack.byte()) << 8;
        const auto real = [&](unsigned flag) { return (flags & flag) ? std::optional(unpack.real()) : std::nullopt; };
        row.fit = real(Fit);
        row.fitMax = real(FitMax);
        row.intentScore = real(Intent).value_or(0);
        row.engagementScore = real(Engagement).value_or(0);
        row.priority = real(Priority);
        row.disqualified = (flags & Disqualified) != 0;
        row.intentSurge = (flags & IntentSurge) != 0;
        row.recentIntent = (flags & RecentIntent) != 0;
        row.engagementSurge = (flags & EngagementSurge) != 0;
        row.recentEngagement = (flags & RecentEngagement) != 0;
        if (flags >> TierShift & 1u)
            row.proposedTier = static_cast<int>(flags >> (TierShift + 1) & 3u);
        if (flags & Texts) {
            const std::uint64_t rule = unpack.number();
            if (rule >= rules.size())
                return false;
            row.rule = rules[static_cast<std::size_t>(rule)];
            row.reasons = unpack.text();
            row.extra = unpack.text();
        }
        rows.push_back(std::move(row));
    }
    return unpack.sound() && unpack.left() == 0;
}

} // namespace dimsum
