// What a cell may carry beside its text: the item roles shared by every model and the delegates of ui/common.
// Models fill them with meaning (a tier, a range, a tone); colours and pictures are the delegates' business.
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace dimsum {

// Roles start 100 above Qt::UserRole: a model keeps UserRole + 1 to + 99 for its own use.
enum ItemRole : int {
    SortRole = 0x0100 + 100, // raw value that orders the column; display text never does
    ToneRole,       // int(Tone): how the text is to be read; absent = plain
    TierRole,       // int 1 to 3, 0 = not in the program; invalid = nothing is drawn
    TierFromRole,   // int as TierRole: the tier before a move, drawn as badge, arrow, badge
    PinRole,        // bool: the tier was set by hand
    FitRole,        // FitRange
    SeriesRole,     // QList<double>: weeks, oldest first, the running week last
    SurgeRole,      // bool: the running week is a surge
    UnknownRole,    // bool: the value is not known; the cell shows the word "unknown"
    SecondLineRole, // QString: second line of a two-line row
    SecondToneRole, // int(Tone) of the second line
    IconNameRole,   // QString: a name of ui/common/icon.h, drawn before the text
    TagRole,        // QString: a small tag drawn after the text (state tag delegate: instead of it)
    TagToneRole,    // int(Tone) of the tag
    CapacityRole,   // Capacity
    DeadlineRole,   // Deadline
    IntervalRole,   // IntervalMark
    RangeRole,      // RangeMark
    ChangedRole,    // bool: changed by hand lately, marked with a bamboo corner
    ReasonRole,     // QString: why the row or control is disabled, in plain words
    StrongRole,     // bool: the text is DemiBold (totals, names that stand out)
    CountRole       // int: a small figure beside the text (tabs, lists)
};

// The meaning of a colour. The theme knows the colour of each in light, dark and high contrast.
enum class Tone : int {
    plain,
    secondary, // labels, reasons
    muted,     // units, zero, unknown
    accent,
    good,
    warn, // soon, silent, waiting, capacity low
    red,  // late, over, rejected
    bamboo, // set by hand or was before
    tier1,
    tier2,
    tier3,
    fit,
    intent,
    engagement,
    off // a part that is not filled
};

// Fit of an account, 0 to 100 (domain.md section 4): what is known, what it could become, and the line to pass.
struct FitRange {
    double fit = 0;
    double fitMax = 0;    // at least fit; equal when nothing is unknown
    double threshold = -1; // below 0: no threshold is drawn
    QString disqualifiedBy; // the criterion that rules the account out; empty = none

    friend bool operator==(const FitRange &, const FitRange &) = default;
};

// Places left of a total; both in whole units of `unit` ("h"), which may be empty. total < 0 = no limit.
struct Capacity {
    int left = 0;
    int total = -1;
    QString unit;

    friend bool operator==(const Capacity &, const Capacity &) = default;
};

// Time left of a span, in days. left below 0 = late.
struct Deadline {
    double left = 0;
    double span = 1;

    friend bool operator==(const Deadline &, const Deadline &) = default;
};

// A point with its interval; `proven` when the interval excludes `zero`; `enough` false = too few to tell.
struct IntervalMark {
    double low = 0;
    double point = 0;
    double high = 0;
    double zero = 0;
    double scaleMin = -1; // the same scale for all rows of the column
    double scaleMax = 1;
    bool proven = false;
    bool enough = true;

    friend bool operator==(const IntervalMark &, const IntervalMark &) = default;
};

// One value that several models tell differently: all of them on one scale, the chosen one marked.
struct RangeMark {
    QList<double> points;
    double chosen = 0;
    double zero = 0;
    double scaleMin = -1;
    double scaleMax = 1;
    bool total = false; // a row that sums others

    friend bool operator==(const RangeMark &, const RangeMark &) = default;
};

} // namespace dimsum

Q_DECLARE_METATYPE(dimsum::FitRange)
Q_DECLARE_METATYPE(dimsum::Capacity)
Q_DECLARE_METATYPE(dimsum::Deadline)
Q_DECLARE_METATYPE(dimsum::IntervalMark)
Q_DECLARE_METATYPE(dimsum::RangeMark)
