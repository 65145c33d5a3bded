// What a person should do today, in order: worked out from a snapshot alone, so that every line can be traced to the
// figures on the other pages. Codes and numbers; the window words them.
#pragma once

#include "service/insight_board.h"
#include "service/snapshot.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace dimsum {

enum class TodayKind : std::uint8_t {
    surge,        // an account in a tier surges: respond before the clock runs out
    overdueOrder, // an order is past its due date
    answerOrder,  // an order waits for the rep, its clock is paused
    decideOrder,  // an order waits for marketing's yes or no
    rejectedOrder, // an order of the last days was rejected
    placeDraft,   // a slip was begun and not placed
    firstPlay,    // Tier 1 and nothing was ever ordered
    dueSoon,      // an order is due within three business days
    nextAction,   // the next best action of an account that is not on the list already
};

struct TodayAction {
    TodayKind kind = TodayKind::surge;
    std::uint32_t account = 0; // row of the snapshot
    Day deadline;
    int spanDays = 1;          // how long the deadline bar is
    std::string order = {};    // id, for the order kinds
    bool intentSurge = false;
    bool engagementSurge = false;
    int plays = 0;             // of the draft slip
    Money amount = {};         // of the draft slip
    const NextAction *next = nullptr; // of the board that was given
};

// Days from a surge to the first sales activity: the response clock (domain.md section 7). Tier 1 only has one;
// others are listed within the week.
inline constexpr int responseDays = 2;

// What the owner column compares for a name that a person typed.
std::string ownerKey(const QString &name);

// By deadline, then the account's priority, then its row. `owner` keeps the accounts of one owner (folded key);
// empty keeps all. At most `most` entries of each kind, so that a million accounts do not fill a day. With the insights
// of this snapshot the most valuable next best actions stand among them; the board must outlive the list.
std::vector<TodayAction> todayActions(const Snapshot &snapshot, const std::string &owner = {}, std::size_t most = 25,
                                      const InsightBoard *board = nullptr);

} // namespace dimsum
