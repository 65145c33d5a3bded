#include "domain/icp.h"

namespace dimsum
{

namespace
{

struct FieldName {
    IcpField field;
    std::string_view name;
};
constexpr FieldName fieldNames[] = {
    {IcpField::industry, "industry"},
    {IcpField::country, "country"},
    {IcpField::region, "region"},
    {IcpField::employees, "employees"},
    {IcpField::customers, "customers"},
    {IcpField::annualRevenue, "annual_revenue"},
    {IcpField::technologies, "technologies"},
    {IcpField::maturity, "maturity"},
    {IcpField::budget, "budget"},
    {IcpField::funding, "funding"},
    {IcpField::acv, "acv"},
};

struct TestName {
    CriterionTest test;
    std::string_view name;
};
constexpr TestName testNames[] = {
    {CriterionTest::oneOf, "one_of"},   {CriterionTest::between, "between"},
    {CriterionTest::hasAny, "has_any"}, {CriterionTest::hasAll, "has_all"},
    {CriterionTest::known, "known"},
};

} // namespace

std::string_view fieldName(IcpField field)
{
    for (const FieldName &entry : fieldNames) {
        if (entry.field == field)
            return entry.name;
    }
    return {};
}

std::optional<IcpField> fieldOf(std::string_view name)
{
    for (const FieldName &entry : fieldNames) {
        if (entry.name == name)
            return entry.field;
    }
    return std::nullopt;
}

std::string criterionFieldName(const Criterion &criterion)
{
    return criterion.field == IcpField::custom ? criterion.customLabel
                                               : std::string(fieldName(criterion.field));
}

bool isMoney(IcpField field)
{
    return field == IcpField::annualRevenue || field == IcpField::budget || field == IcpField::acv;
}

bool isNumeric(IcpField field)
{
    return isMoney(field) || field == IcpField::employees || field == IcpField::customers;
}

CriterionClass defaultClass(IcpField field)
{
    return field == IcpField::technologies || field == IcpField::maturity ? CriterionClass::technographic
                                                                          : CriterionClass::firmographic;
}

std::string_view testName(CriterionTest test)
{
    for (const TestName &entry : testNames) {
        if (entry.test == test)
            return entry.name;
    }
    return {};
}

std::optional<CriterionTest> testOf(std::string_view name)
{
    for (const TestName &entry : testNames) {
        if (entry.name == name)
            return entry.test;
    }
    return std::nullopt;
}

} // namespace dimsum
