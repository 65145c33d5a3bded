#include "domain/fit.h"

#include "domain/tolerance.h"

#include <algorithm>
#include <cmath>

namespace dimsum
{

namespace
{

bool withinRange(double value, const Criterion &criterion)
{
    return (!criterion.min || value + slack >= *criterion.min) &&
           (!criterion.max || value <= *criterion.max + slack);
}

Answer answerOf(bool yes)
{
    return yes ? Answer::yes : Answer::no;
}

// A value that nobody split is a list of one.
bool hasPart(const FieldValue &value, const std::string &key)
{
    if (value.parts.empty())
        return value.key == key;
    return std::find(value.parts.begin(), value.parts.end(), key) != value.parts.end();
}

Answer fieldAnswer(const Criterion &criterion, const FieldValue &value)
{
    const auto &wanted = criterion.values;
    switch (criterion.test) {
    case CriterionTest::known:
        return Answer::yes;
    case CriterionTest::between:
        return value.number ? answerOf(withinRange(*value.number, criterion)) : Answer::unknown;
    case CriterionTest::oneOf:
        return answerOf(
            std::any_of(wanted.begin(), wanted.end(), [&](const auto &one) { return one.key == value.key; }));
    case CriterionTest::hasAny:
        return answerOf(std::any_of(wanted.begin(), wanted.end(),
                                    [&](const auto &one) { return hasPart(value, one.key); }));
    case CriterionTest::hasAll:
        return answerOf(std::all_of(wanted.begin(), wanted.end(),
                                    [&](const auto &one) { return hasPart(value, one.key); }));
    }
    return Answer::unknown;
}

int weightSum(const Icp &icp)
{
    int sum = 0;
    for (const Criterion &criterion : icp.criteria)
        sum += criterion.weight;
    return sum;
}

} // namespace

FieldSource fieldSource(const AccountFrame &accounts, IcpField field, std::string_view customKey)
{
    switch (field) {
    case IcpField::industry:
        return {&accounts.industry, nullptr};
    case IcpField::country:
        return {&accounts.country, nullptr};
    case IcpField::region:
        return {&accounts.region, nullptr};
    case IcpField::employees:
        return {&accounts.employees, nullptr};
    case IcpField::customers:
        return {&accounts.customers, nullptr};
    case IcpField::annualRevenue:
        return {nullptr, &accounts.annualRevenue};
    case IcpField::technologies:
        return {&accounts.technologies, nullptr};
    case IcpField::maturity:
        return {&accounts.maturity, nullptr};
    case IcpField::budget:
        return {nullptr, &accounts.budget};
    case IcpField::funding:
        return {&accounts.funding, nullptr};
    case IcpField::acv:
        return {nullptr, &accounts.acv};
    case IcpField::custom:
        break;
    }
    for (const CustomColumn &custom : accounts.custom) {
        if (custom.key == customKey)
            return {&custom.column, nullptr};
    }
    return {};
}

IcpAnswers::IcpAnswers(const AccountFrame &accounts, const Icp &icp, const Currency &currency)
    : m_criteria(icp.criteria)
{
    m_asked.reserve(m_criteria.size());
    for (const Criterion &criterion : m_criteria) {
        const FieldSource source = fieldSource(accounts, criterion.field, criterion.customKey);
        Asked asked;
        asked.field = source.field;
        asked.money = source.money;
        asked.criterion = &criterion;
        asked.minorPerMajor = std::pow(10.0, currency.exponent);
        if (source.field != nullptr) {
            asked.byCode.assign(source.field->values.size(), Answer::unknown); // code 0 stays unknown
            for (std::uint32_t code = 1; code < source.field->values.size(); ++code)
                asked.byCode[code] = fieldAnswer(criterion, source.field->values.at(code));
        }
        for (const CriterionValue &value : criterion.values) {
            if (const std::optional<double> amount = plainNumber(value.label))
                asked.amounts.push_back(*amount);
        }
        m_asked.push_back(std::move(asked));
    }
}

Answer IcpAnswers::moneyAnswer(const Asked &asked, Money amount)
{
    if (!amount.known())
        return Answer::unknown;
    const double major = static_cast<double>(amount.minor) / asked.minorPerMajor;
    const auto equals = [major](double wanted) { return std::abs(wanted - major) <= slack; };
    switch (asked.criterion->test) {
    case CriterionTest::known:
        return Answer::yes;
    case CriterionTest::between:
        return answerOf(withinRange(major, *asked.criterion));
    case CriterionTest::hasAll: // an amount is a list of one
        return answerOf(asked.amounts.size() == asked.criterion->values.size() &&
                        std::all_of(asked.amounts.begin(), asked.amounts.end(), equals));
    case CriterionTest::oneOf:
    case CriterionTest::hasAny:
        return answerOf(std::any_of(asked.amounts.begin(), asked.amounts.end(), equals));
    }
    return Answer::unknown;
}

Answer IcpAnswers::at(std::size_t criterion, std::size_t row) const
{
    const Asked &asked = m_asked[criterion];
    if (asked.field != nullptr)
        return asked.byCode[asked.field->codes[row]];
    return asked.money != nullptr ? moneyAnswer(asked, (*asked.money)[row]) : Answer::unknown;
}

FitColumns scoreFit(const AccountFrame &accounts, const Icp &icp, const Currency &currency)
{
    FitColumns columns;
    columns.defined = icp.defined();
    if (!columns.defined)
        return columns;
    const std::size_t rows = accounts.size();
    const IcpAnswers answers(accounts, icp, currency);
    const double all = weightSum(icp);
    std::vector<std::int32_t> yes(rows, 0);
    std::vector<std::int32_t> possible(rows, 0);
    columns.failedMustHave.assign(rows, FitColumns::noCriterion);
    columns.unknownMustHave.assign(rows, 0);
    // Criterion by criterion, so that each pass streams one column.
    for (std::size_t c = 0; c < icp.criteria.size(); ++c) {
        const Criterion &criterion = icp.criteria[c];
        for (std::size_t row = 0; row < rows; ++row) {
            const Answer answer = answers.at(c, row);
            yes[row] += answer == Answer::yes ? criterion.weight : 0;
            possible[row] += answer != Answer::no ? criterion.weight : 0;
            if (!criterion.mustHave || answer == Answer::yes)
                continue;
            if (answer == Answer::unknown)
                columns.unknownMustHave[row] = 1;
            else if (columns.failedMustHave[row] == FitColumns::noCriterion)
                columns.failedMustHave[row] = static_cast<std::uint16_t>(c);
        }
    }
    columns.fit.resize(rows);
    columns.fitMax.resize(rows);
    for (std::size_t row = 0; row < rows; ++row) {
        const bool out = columns.disqualified(row);
        columns.fit[row] = out ? 0 : 100.0 * yes[row] / all;
        columns.fitMax[row] = out ? 0 : 100.0 * possible[row] / all;
        if (out)
            columns.unknownMustHave[row] = 0;
    }
    return columns;
}

FitReceipt fitReceipt(const AccountFrame &accounts, const Icp &icp, const Currency &currency, std::size_t row)
{
    FitReceipt receipt;
    const IcpAnswers answers(accounts, icp, currency);
    for (std::size_t c = 0; c < icp.criteria.size(); ++c) {
        const Criterion &criterion = icp.criteria[c];
        const Answer answer = answers.at(c, row);
        receipt.answers.push_back(answer);
        receipt.weightAll += criterion.weight;
        if (answer == Answer::yes)
            receipt.weightYes += criterion.weight;
        else if (answer == Answer::unknown)
            receipt.weightUnknown += criterion.weight;
        else if (criterion.mustHave && receipt.failedMustHave == FitColumns::noCriterion)
            receipt.failedMustHave = static_cast<std::uint16_t>(c);
    }
    if (receipt.weightAll > 0 && receipt.failedMustHave == FitColumns::noCriterion) {
        receipt.fit = 100.0 * receipt.weightYes / receipt.weightAll;
        receipt.fitMax = 100.0 * (receipt.weightYes + receipt.weightUnknown) / receipt.weightAll;
    }
    return receipt;
}

} // namespace dimsum
