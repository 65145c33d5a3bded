// Fit of every account to the ICP (domain.md section 3).
#pragma once

#include "domain/account_frame.h"
#include "domain/icp.h"
#include "domain/money.h"

#include <cstdint>
#include <vector>

namespace dimsum
{

enum class Answer : std::uint8_t { no, yes, unknown };

// Answers criteria. Dictionary fields are asked once per distinct value when this is built, so that an answer
// per row is one table look-up. Keeps references to the frame: it must outlive this. Const use from any
// thread.
class IcpAnswers
{
public:
    IcpAnswers(const AccountFrame &accounts, const Icp &icp, const Currency &currency);
    IcpAnswers(const IcpAnswers &) = delete; // m_asked points into m_criteria
    IcpAnswers &operator=(const IcpAnswers &) = delete;

    std::size_t criteria() const { return m_asked.size(); }
    Answer at(std::size_t criterion, std::size_t row) const;

private:
    struct Asked {
        const FieldColumn *field = nullptr; // or
        const MoneyColumn *money = nullptr; // or neither: a custom field that the workspace does not have
        std::vector<Answer> byCode;         // per dictionary code
        const Criterion *criterion = nullptr;
        std::vector<double> amounts; // one-of values of a money field, major units
        double minorPerMajor = 1;
    };
    static Answer moneyAnswer(const Asked &asked, Money amount);

    std::vector<Criterion> m_criteria;
    std::vector<Asked> m_asked;
};

// One entry per account. Without criteria `defined` is false and the columns are empty: fit does not exist
// then.
struct FitColumns {
    static constexpr std::uint16_t noCriterion = 0xffff;

    bool defined = false;
    std::vector<double> fit;                   // 0..100
    std::vector<double> fitMax;                // 0..100, if every unknown turned out to be yes
    std::vector<std::uint16_t> failedMustHave; // first must-have answered no: its index; else noCriterion
    std::vector<std::uint8_t> unknownMustHave; // 1 where a must-have is unknown and none is failed

    bool disqualified(std::size_t row) const { return failedMustHave[row] != noCriterion; }
};

FitColumns scoreFit(const AccountFrame &accounts, const Icp &icp, const Currency &currency);

// The receipt of one account: the answer to each criterion in order. 100 * weightYes / weightAll is its fit.
struct FitReceipt {
    std::vector<Answer> answers;
    int weightYes = 0;
    int weightUnknown = 0;
    int weightAll = 0;
    double fit = 0;
    double fitMax = 0;
    std::uint16_t failedMustHave = FitColumns::noCriterion;
};
FitReceipt fitReceipt(const AccountFrame &accounts, const Icp &icp, const Currency &currency,
                      std::size_t row);

// The dictionary or money column behind a field; both null for a custom field that no account has.
struct FieldSource {
    const FieldColumn *field = nullptr;
    const MoneyColumn *money = nullptr;
};
FieldSource fieldSource(const AccountFrame &accounts, IcpField field, std::string_view customKey = {});

} // namespace dimsum
