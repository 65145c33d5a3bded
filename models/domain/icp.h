// The ideal customer profile: weighted criteria over account fields (domain.md section 3, json-shapes.md
// "icp.json"). Plain values; what JSON refuses (weight outside 1..10, must-have with "known") is refused by
// the reader of the JSON.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum
{

// Fields that a criterion can name; `custom` is told apart by the key of its header.
enum class IcpField : std::uint8_t {
    industry,
    country,
    region,
    employees,
    customers,
    annualRevenue,
    technologies,
    maturity,
    budget,
    funding,
    acv,
    custom,
};

enum class CriterionTest : std::uint8_t { oneOf, between, hasAny, hasAll, known };
enum class CriterionClass : std::uint8_t { firmographic, technographic };

struct CriterionValue {
    std::string label; // as written by the person
    std::string key;   // folded like the keys of the columns: what compares
};

struct Criterion {
    IcpField field = IcpField::industry;
    std::string customLabel = {}; // header as written; only for custom
    std::string customKey = {};   // folded header; only for custom
    CriterionTest test = CriterionTest::oneOf;
    std::vector<CriterionValue> values = {};  // one of, has any of, has all of
    std::optional<double> min = std::nullopt; // between, inclusive; money in major units
    std::optional<double> max = std::nullopt;
    int weight = 1; // 1..10
    bool mustHave = false;
    CriterionClass kind = CriterionClass::firmographic;
};

struct Icp {
    std::vector<Criterion> criteria;
    std::vector<std::string> committee; // buying roles required (section 10), as written

    bool defined() const { return !criteria.empty(); }
};

// Every field but `custom`, in the order of the canonical columns.
inline constexpr std::array namedFields{
    IcpField::industry,  IcpField::country,       IcpField::region,       IcpField::employees,
    IcpField::customers, IcpField::annualRevenue, IcpField::technologies, IcpField::maturity,
    IcpField::budget,    IcpField::funding,       IcpField::acv,
};

// Column name of the canonical CSV ("annual_revenue"); empty for custom.
std::string_view fieldName(IcpField field);
std::optional<IcpField> fieldOf(std::string_view name);
// The name a person knows the criterion's field by: the canonical column name or the custom header as
// written.
std::string criterionFieldName(const Criterion &criterion);

// annual revenue, budget, ACV.
bool isMoney(IcpField field);
// Employees, customers and the money fields: learnt in bins only.
bool isNumeric(IcpField field);
// Technologies and maturity are technographic, everything else firmographic.
CriterionClass defaultClass(IcpField field);

std::string_view testName(CriterionTest test); // "one_of", "between", "has_any", "has_all", "known"
std::optional<CriterionTest> testOf(std::string_view name);

} // namespace dimsum
