#include "exchange/icp_document.h"

#include "domain/buying_role.h"
#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/period_json.h"
#include "exchange/text_key.h"

#include <cmath>

namespace dimsum
{

namespace
{

constexpr WholeRange weightRange{1, 10};

void readField(const JsonNode &node, Criterion &criterion)
{
    const std::string name = node.requiredText();
    if (const std::optional<IcpField> field = fieldOf(textKey(name))) {
        criterion.field = *field;
        return;
    }
    criterion.field = IcpField::custom;
    criterion.customLabel = name;
    criterion.customKey = textKey(name);
}

CriterionTest readTest(const JsonNode &node)
{
    const std::string word = node.text();
    const std::optional<CriterionTest> test = testOf(word);
    if (!test)
        node.refuse(DIMSUM_TEXT("\"%1\" is no test; it is one_of, between, has_any, has_all or known."),
                    {word});
    return test.value_or(CriterionTest::known);
}

double majorUnits(Money amount, const Currency &currency)
{
    return static_cast<double>(amount.minor) / std::pow(10.0, currency.exponent);
}

// null = open
std::optional<double> readEnd(const std::optional<JsonNode> &node, bool money, const Currency &currency)
{
    if (!node || node->isNull())
        return std::nullopt;
    if (money)
        return majorUnits(node->money(currency), currency);
    return node->number({-1e15, 1e15});
}

void readValues(const JsonNode &node, Criterion &criterion)
{
    for (const std::string &label : node.texts())
        criterion.values.push_back({label, textKey(label)});
    if (criterion.values.empty())
        node.refuse(DIMSUM_TEXT("Name at least one value."));
}

void readRange(const JsonNode &node, JsonKeys &keys, const Currency &currency, Criterion &criterion)
{
    const bool money = isMoney(criterion.field);
    criterion.min = readEnd(keys.find("min"), money, currency);
    criterion.max = readEnd(keys.find("max"), money, currency);
    if (!criterion.min && !criterion.max)
        node.refuse(DIMSUM_TEXT("\"between\" needs a min, a max or both."));
    else if (criterion.min && criterion.max && *criterion.max < *criterion.min)
        keys.require("max").refuse(DIMSUM_TEXT("The max is below the min."));
}

CriterionClass readClass(const std::optional<JsonNode> &node, IcpField field)
{
    if (!node)
        return defaultClass(field);
    const std::string word = node->text();
    if (word != "firmographic" && word != "technographic")
        node->refuse(DIMSUM_TEXT("\"%1\" is no class; it is firmographic or technographic."), {word});
    return word == "technographic" ? CriterionClass::technographic : CriterionClass::firmographic;
}

Criterion readCriterion(const JsonNode &node, const Currency &currency)
{
    Criterion criterion;
    JsonKeys keys(node);
    readField(keys.require("field"), criterion);
    criterion.test = readTest(keys.require("test"));
    if (criterion.test == CriterionTest::between)
        readRange(node, keys, currency, criterion);
    else if (criterion.test != CriterionTest::known)
        readValues(keys.require("values"), criterion);
    criterion.weight = static_cast<int>(keys.require("weight").whole(weightRange));
    if (const std::optional<JsonNode> mustHave = keys.find("must_have")) {
        criterion.mustHave = mustHave->boolean();
        if (criterion.mustHave && criterion.test == CriterionTest::known)
            mustHave->refuse(
                DIMSUM_TEXT("A must-have cannot ask whether a field is known: an unknown must-have "
                            "never disqualifies."));
    }
    criterion.kind = readClass(keys.find("class"), criterion.field);
    keys.finish();
    return criterion;
}

std::vector<std::string> readCommittee(const JsonNode &node)
{
    std::vector<std::string> roles;
    for (const JsonNode &item : node.items()) {
        const std::string role = typeKey(item.requiredText());
        if (!isBuyingRole(role))
            item.refuse(DIMSUM_TEXT("\"%1\" is no buying role."), {role});
        else if (std::find(roles.begin(), roles.end(), role) != roles.end())
            item.refuse(DIMSUM_TEXT("The role \"%1\" is given twice."), {role});
        roles.push_back(role);
    }
    return roles;
}

void writeEnd(JsonWriter &writer, std::optional<double> end, bool money, const Currency &currency)
{
    if (!end)
        writer.null();
    else if (money)
        writer.text(moneyText(Money{std::llround(*end * std::pow(10.0, currency.exponent))}, currency));
    else
        writer.number(*end);
}

} // namespace

Result<Icp> parseIcp(const QByteArray &bytes, const Currency &currency)
{
    Icp icp;
    const Outcome read = readJson(bytes, [&](const JsonNode &top) {
        JsonKeys keys(top);
        for (const JsonNode &item : keys.require("criteria").items())
            icp.criteria.push_back(readCriterion(item, currency));
        if (const std::optional<JsonNode> committee = keys.find("committee"))
            icp.committee = readCommittee(*committee);
        keys.finish();
    });
    if (!read)
        return read.error();
    return icp;
}

void writeCriterion(JsonWriter &writer, const Criterion &criterion, const Currency &currency)
{
    writer.key("field").text(criterionFieldName(criterion));
    writer.key("test").text(testName(criterion.test));
    if (criterion.test == CriterionTest::between) {
        writer.key("min");
        writeEnd(writer, criterion.min, isMoney(criterion.field), currency);
        writer.key("max");
        writeEnd(writer, criterion.max, isMoney(criterion.field), currency);
    } else if (criterion.test != CriterionTest::known) {
        std::vector<std::string> labels;
        for (const CriterionValue &value : criterion.values)
            labels.push_back(value.label);
        writer.key("values");
        writeTexts(writer, labels);
    }
    writer.key("weight").number(std::int64_t{criterion.weight});
}

QByteArray printIcp(const Icp &icp, const Currency &currency)
{
    JsonWriter writer;
    writer.beginObject();
    writer.key("criteria").beginArray();
    for (const Criterion &criterion : icp.criteria) {
        writer.beginObject(JsonWriter::Layout::oneLine);
        writeCriterion(writer, criterion, currency);
        writer.key("must_have").boolean(criterion.mustHave);
        const bool technographic = criterion.kind == CriterionClass::technographic;
        writer.key("class").text(std::string_view(technographic ? "technographic" : "firmographic"));
        writer.endObject();
    }
    writer.endArray();
    writer.key("committee");
    writeTexts(writer, icp.committee);
    writer.endObject();
    return writer.document();
}

} // namespace dimsum
