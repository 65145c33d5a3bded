// The accounts with everything that is computed from the inputs alone: the large part of a snapshot. It stays the same
// until the input revision, the as-of date or the contacts change, so orders, approvals, pins and applied tiers share
// one (service/snapshot.h). Immutable; read from any thread.
#pragma once

#include "domain/account_frame.h"
#include "domain/account_rows.h"
#include "domain/enrichment.h"
#include "domain/icp.h"
#include "domain/tiering.h"
#include "service/scoring_inputs.h"
#include "service/workspace.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace dimsum {

// The deals of one account on the as-of date.
struct DealSummary {
    std::int32_t open = 0, won = 0, lost = 0;
    Money openAmount, wonAmount; // known amounts only
    Day lastWon = unknownDay;
};

// What a scored world was made from: equal keys, equal worlds.
struct ScoredKey {
    std::int64_t revision = 0; // input revision, the one to show
    std::int64_t token = 0;    // of that revision, see SettingStore
    std::int64_t newestContact = 0; // by id: adding one changes no score, taking one back is a new revision
    Day asOf = unknownDay;

    friend bool operator==(const ScoredKey &, const ScoredKey &) = default;
    // The same inputs, whatever the day.
    bool sameInputs(const ScoredKey &other) const
    {
        return revision == other.revision && token == other.token && newestContact == other.newestContact;
    }
};

// The key of the workspace as it stands. Errors: storage, busy.
Result<ScoredKey> scoredKey(Workspace &workspace, Day asOf);

// Keeps the events of a small workspace, which are needed all the time, and knows those of a large one as long as
// somebody else keeps them.
class EventShelf
{
public:
    void put(std::shared_ptr<const EventTables> events) const;
    std::shared_ptr<const EventTables> held() const; // null: to be read

private:
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const EventTables> m_kept;
    mutable std::weak_ptr<const EventTables> m_known;
};

// Up to this many accounts texts are sorted by the rules of the language, when somebody asks.
inline constexpr std::size_t mostCollated = 100'000;

// What neither activities, nor contacts, nor the day change: worlds that grow from each other share it, and those of two days.
struct AccountBase {
    AccountFrame accounts;
    AccountRows rowOf;
    AcvOrder acvOrder;
    // Of a large workspace, where sorting by a text would take seconds (text_ranks.h); else empty.
    std::vector<std::uint32_t> nameRank, externalIdRank;
};

struct ScoredWorld {
    ScoredKey key;

    // Rules in force
    Icp icp;
    std::int64_t icpVersion = 0; // 0 = never set
    TierPolicy policy;
    std::int64_t policyVersion = 0;

    std::shared_ptr<const AccountBase> base; // never null
    std::shared_ptr<const std::vector<DealSummary>> deals = std::make_shared<const std::vector<DealSummary>>(); // never null
    AccountScores scores;                    // without an ICP `fit` is not `defined`
    std::vector<std::uint32_t> contacts;     // number of known contacts
    std::int64_t activities = 0, signals = 0, opportunities = 0; // rows, up to any date
    EventShelf shelf;
};

// From inputs that were loaded for `key`. Errors: storage, busy.
Result<std::shared_ptr<const ScoredWorld>> scoredWorld(Workspace &workspace, ScoringInputs inputs, const ScoredKey &key);

// The same accounts on another day, which a person chooses or a night brings: only the events are read, where they are not at
// hand, and scored. The scores of `other` may be empty. Null where its inputs are not those of `key`. Errors: storage, busy,
// damaged, cancelled.
Result<std::shared_ptr<const ScoredWorld>> worldOfDay(Workspace &workspace, const ScoredWorld &other, const ScoredKey &key,
                                                      const Progress &progress = {});

// The world before and what an import added to it, or new contacts alone (a growth with the same token twice): only the accounts that got activities are scored anew, and the result
// is what scoredWorld() would make of everything. Null where that does not hold: the growth is not the step from `before`
// to `key`, the day is another, an account is not there, or it is the first to have a product area. Events are read again
// when somebody asks. Errors: storage, busy, damaged.
Result<std::shared_ptr<const ScoredWorld>> grownWorld(Workspace &workspace, const ScoredWorld &before, const ActivityGrowth &growth, const ScoredKey &key);

// The events behind the scores: of all accounts, or of one. Read again where they are not at hand; if the workspace was
// changed since, a newer snapshot is under way. Errors: storage, busy, damaged, cancelled.
Result<std::shared_ptr<const EventTables>> allEvents(Workspace &workspace, const ScoredWorld &world, const Progress &progress = {});
Result<std::shared_ptr<const EventTables>> accountEvents(Workspace &workspace, const ScoredWorld &world, std::uint32_t row);

} // namespace dimsum
