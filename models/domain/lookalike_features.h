// What an account looks like: fields of a few values each, from firmographics, technographics, custom fields, topics of
// third-party intent and past purchases (domain.md section 10). Never the activity counts that define high intensity.
// Plain value; build it once, read it from any thread.
#pragma once

#include "domain/account_frame.h"
#include "domain/event_columns.h"
#include "domain/intent.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace dimsum
{

// One field. Values are codes; code 0 is "unknown" (or "no signal" for a topic).
struct LookalikeField {
    std::string name;                     // as in icp.json, "technologies: ERP", "topic: CRM", "purchases"
    std::vector<std::string> values;      // what each code means, to be shown
    bool ordered = false;                 // codes from 1 on rise with the number behind them

    std::size_t size() const { return values.size(); }
};

struct LookalikeFeatures {
    std::vector<LookalikeField> fields;
    std::size_t accounts = 0;
    std::vector<std::uint8_t> codes; // row by row: codes[account * fields.size() + field]

    std::uint8_t at(std::size_t account, std::size_t field) const { return codes[account * fields.size() + field]; }
    std::span<const std::uint8_t> of(std::size_t account) const
    {
        return std::span(codes).subspan(account * fields.size(), fields.size());
    }
};

// Texts are their own values (the 60 most frequent, the rest together); numbers with more than 10 different values fall
// into ten quantile bins; technologies and topics (the 40 most frequent of each) are a field each. Topics: no signal in
// the window, below "recent_score", or hot, newest score over the counted sources. Fields with fewer than two values
// are left out. Signals and deals after `asOf` are ignored; the fields of the accounts are today's.
LookalikeFeatures lookalikeFeatures(const AccountFrame &accounts, const IntentColumns &intent,
                                    const IntentRules &intentRules, const OpportunityColumns &deals, Day asOf);

// Takes out fields whose values say nearly exactly who is positive (F1 of 0.98 and more): they define the label.
// Returns their names.
std::vector<std::string> dropDefiningFields(LookalikeFeatures &features, std::span<const std::uint8_t> positive);

} // namespace dimsum
