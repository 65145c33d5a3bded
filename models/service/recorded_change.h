// One change by a person as one transaction and one step of undo (architecture.md section 3).
#pragma once

#include "domain/error.h"
#include "service/workspace.h"
#include "store/setting_store.h"
#include "store/transaction.h"
#include "store/undo_store.h"

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace dimsum {

struct ChangeLabel {
    std::string action;        // code that the Edit menu words: "pin_tier", "edit_account" ...
    std::string argument = {}; // what it is done to
    std::string by = {};
};

// Steps of undo that more is to be known about than their label.
namespace undoAction {
inline constexpr std::string_view placeSlip = "place_slip";
inline constexpr std::string_view placeSlips = "place_slips";
inline constexpr std::string_view takeBackSlip = "take_back_slip";
inline constexpr std::string_view moveOrder = "move_order";
inline constexpr std::string_view moveOrders = "move_orders";
} // namespace undoAction

// What a change does to the scores that were kept for exports.
enum class ScoreEffect {
    none,   // they still fit the data
    outdated // accounts, events, ICP or policy changed
};

// Runs `work`, which returns a Result; its error undoes everything. `work` reads and writes the store only.
template <class Work>
std::invoke_result_t<Work> recordedChange(Workspace &workspace, const ChangeLabel &label, ScoreEffect effect, Work work)
{
    Database &database = workspace.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    auto recorder = UndoRecorder::begin(database);
    if (!recorder)
        return recorder.error();
    auto result = work();
    if (!result)
        return result;
    if (effect == ScoreEffect::outdated) {
        if (const Outcome bumped = SettingStore(database).bumpInputRevision(); !bumped)
            return bumped.error();
    }
    if (const Outcome kept = recorder->finish({.id = {},
                                               .action = label.action,
                                               .argument = label.argument,
                                               .instant = workspace.now(),
                                               .by = label.by,
                                               .import = {}});
        !kept)
        return kept.error();
    if (const Outcome committed = transaction->commit(); !committed)
        return committed.error();
    return result;
}

} // namespace dimsum
