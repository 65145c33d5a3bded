// Accounts by priority, highest first: what capacity and every ranked list go by (domain.md section 6).
#pragma once

#include "domain/account_frame.h"

#include <cstdint>

namespace dimsum
{

// Priorities compare in steps of 1e-9, so that rounding noise breaks no tie. The nearest whole number of steps, found
// without a call or a branch: adding 1.5 * 2^52 leaves a double no room for a fraction. For priorities up to a million.
inline double stepsOf(double priority)
{
    constexpr double noFractions = 6755399441055744.0;
    return (priority * 1e9 + noFractions) - noFractions;
}

// The tie-break: the smaller domain, bytewise. Accounts without one (CRM files have some) are told apart by name, then
// by place.
bool earlierKey(const AccountFrame &accounts, std::uint32_t a, std::uint32_t b);

// A row with its steps, worked out once and not once per comparison.
struct Ranked {
    double steps = 0;
    std::uint32_t row = 0;
};

// Higher priority first, then by key.
class PriorityOrder
{
public:
    explicit PriorityOrder(const AccountFrame &accounts) : m_accounts(accounts) {}
    bool operator()(const Ranked &a, const Ranked &b) const
    {
        return a.steps != b.steps ? a.steps > b.steps : earlierKey(m_accounts, a.row, b.row);
    }

private:
    const AccountFrame &m_accounts;
};

} // namespace dimsum
