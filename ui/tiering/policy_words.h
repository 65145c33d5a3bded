// A draft policy beside the one in force: what changed, in words. And the values behind named thresholds.
#pragma once

#include "domain/tier_policy.h"

#include <QStringList>

namespace dimsum {

// One sentence per change: "Tier 1 ACV 50,000 → 45,000". Empty where nothing differs.
QStringList policyChanges(const TierPolicy &inForce, const TierPolicy &draft, const Currency &currency);

// What the test compares with: its threshold's value or its own.
double fitValue(const TierPolicy &policy, const MeasureTest &test);
Money acvValue(const TierPolicy &policy, const MeasureTest &test);
// Sets it: a named threshold for every rule that uses it, else the test's own number.
void setFitValue(TierPolicy &policy, MeasureTest &test, double value);
void setAcvValue(TierPolicy &policy, MeasureTest &test, Money value);

// The first test of a measure; null if the rule has none.
const MeasureTest *testOf(const TierRule &rule, Measure measure);
MeasureTest *testOf(TierRule &rule, Measure measure);
const FlagTest *testOf(const TierRule &rule, Flag flag);

// "ACV below 15,000, high intensity": tests that the columns of the rules table do not show. Empty if there are none.
QString otherTests(const TierPolicy &policy, const TierRule &rule, const Currency &currency);

} // namespace dimsum
