#include "exchange/menu_document.h"

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "exchange/period_json.h"
#include "exchange/text_key.h"

namespace dimsum
{

namespace
{

constexpr WholeRange tierRange{1, 3};

// A choice among words: reports the ones that there are.
template <class Value>
Value choice(const JsonNode &node, std::optional<Value> (*parse)(std::string_view), const char *sentence)
{
    const std::string word = node.text();
    const std::optional<Value> value = parse(word);
    if (!value)
        node.refuse(sentence, {word});
    return value.value_or(Value{});
}

EnvelopeScope readScope(const JsonNode &node)
{
    EnvelopeScope scope;
    JsonKeys keys(node);
    const std::optional<JsonNode> tier = keys.find("tier");
    const std::optional<JsonNode> campaign = keys.find("campaign");
    const std::optional<JsonNode> play = keys.find("play");
    keys.finish();
    if (tier.has_value() + campaign.has_value() + play.has_value() != 1) {
        node.refuse(DIMSUM_TEXT("A scope names exactly one of tier, campaign and play."));
    } else if (tier) {
        scope.tier = static_cast<int>(tier->whole(tierRange));
    } else {
        scope.kind = campaign ? EnvelopeScope::Kind::campaign : EnvelopeScope::Kind::play;
        scope.name = (campaign ? campaign : play)->requiredText();
    }
    return scope;
}

Envelope readEnvelope(const JsonNode &node, const Currency &currency)
{
    Envelope envelope;
    JsonKeys keys(node);
    envelope.code = keys.require("code").requiredText();
    envelope.scope = readScope(keys.require("scope"));
    envelope.limit = keys.require("limit").money(currency);
    keys.finish();
    return envelope;
}

// A decimal text or a number: "0.5", 12.
Quantity readQuantity(const JsonNode &node)
{
    const std::string text =
        node.isNumber()
            ? QByteArray::number(node.value().toDouble(), 'f', QLocale::FloatingPointShortest).toStdString()
            : node.text();
    const std::optional<Quantity> quantity = parseQuantity(text);
    if (!quantity)
        node.refuse(DIMSUM_TEXT("Here a number of 0 or more with at most 4 decimals is needed."));
    return quantity.value_or(Quantity{});
}

CostLine readCost(const JsonNode &node, const Currency &currency)
{
    CostLine cost;
    JsonKeys keys(node);
    cost.kind = choice(keys.require("line"), parseCostKind,
                       DIMSUM_TEXT("\"%1\" is no cost line; it is hours, media, production or fee."));
    if (cost.kind == CostKind::hours) {
        cost.quantity = readQuantity(keys.require("hours"));
        cost.amount = keys.require("rate").money(currency);
    } else {
        cost.amount = keys.require("amount").money(currency);
        if (cost.kind == CostKind::fee)
            if (const std::optional<JsonNode> months = keys.find("months"))
                cost.quantity = readQuantity(*months);
    }
    keys.finish();
    return cost;
}

Approval readApproval(const JsonNode &node, const Currency &currency)
{
    if (node.isObject()) {
        JsonKeys keys(node);
        const Approval approval{Approval::Rule::above, keys.require("above").money(currency)};
        keys.finish();
        return approval;
    }
    const std::string word = node.text();
    if (word != "none" && word != "always")
        node.refuse(DIMSUM_TEXT("An approval is none, always or {\"above\": amount}."));
    return {word == "always" ? Approval::Rule::always : Approval::Rule::none, Money{}};
}

// null = no limit
std::optional<int> readLimit(const std::optional<JsonNode> &node)
{
    if (!node || node->isNull())
        return std::nullopt;
    return static_cast<int>(node->whole({}));
}

// An activity type, empty or null for none.
std::string readDelivers(const std::optional<JsonNode> &node)
{
    return node && !node->isNull() ? node->text() : std::string();
}

void readWords(JsonKeys &keys, Play &play)
{
    keys.read("description", play.description);
    keys.read("channel", play.channel);
    if (const auto node = keys.find("personalisation"))
        play.personalisation =
            choice(*node, parsePersonalisation,
                   DIMSUM_TEXT("\"%1\" is no personalisation; it is 1:1, 1:few or 1:many."));
    for (const JsonNode &tier : keys.require("tiers").items())
        play.tiers.push_back(static_cast<int>(tier.whole(tierRange)));
    if (const auto node = keys.find("roles"))
        for (const JsonNode &role : node->items())
            play.roles.push_back(typeKey(role.requiredText()));
    keys.read("stages", play.stages);
    keys.read("inputs", play.inputs);
    keys.read("owner_team", play.ownerTeam);
    play.delivers = readDelivers(keys.find("delivers"));
    keys.read("cheaper", play.cheaper);
    if (const auto node = keys.find("status"))
        play.status = choice(*node, parsePlayStatus,
                             DIMSUM_TEXT("\"%1\" is no status; it is draft, approved or retired."));
}

Play readPlay(const JsonNode &node, const Currency &currency)
{
    Play play;
    JsonKeys keys(node);
    play.code = keys.require("code").requiredText();
    play.name = keys.require("name").requiredText();
    readWords(keys, play);
    if (const auto costs = keys.find("costs"))
        for (const JsonNode &cost : costs->items())
            play.costs.push_back(readCost(cost, currency));
    keys.read("lead_days", play.leadDays, {});
    play.capacity = readLimit(keys.find("capacity"));
    play.perAccount = readLimit(keys.find("per_account"));
    if (const auto approval = keys.find("approval"))
        play.approval = readApproval(*approval, currency);
    keys.finish();
    return play;
}

Menu readMenu(const JsonNode &top, const Currency &currency)
{
    Menu menu;
    JsonKeys keys(top);
    menu.program = readPeriod(keys.require("program"));
    for (const JsonNode &envelope : keys.require("envelopes").items())
        menu.envelopes.push_back(readEnvelope(envelope, currency));
    for (const JsonNode &play : keys.require("plays").items())
        menu.plays.push_back(readPlay(play, currency));
    keys.finish();
    return menu;
}

class MenuPrinter
{
public:
    explicit MenuPrinter(const Currency &currency) : m_currency(currency) {}

    QByteArray print(const Menu &menu)
    {
        m_writer.beginObject();
        m_writer.key("program");
        writePeriod(m_writer, menu.program);
        m_writer.key("envelopes").beginArray();
        for (const Envelope &envelope : menu.envelopes)
            add(envelope);
        m_writer.endArray();
        m_writer.key("plays").beginArray();
        for (const Play &play : menu.plays)
            add(play);
        m_writer.endArray();
        m_writer.endObject();
        return m_writer.document();
    }

private:
    void money(const char *key, Money amount) { m_writer.key(key).text(moneyText(amount, m_currency)); }

    void limit(const char *key, std::optional<int> value)
    {
        m_writer.key(key);
        if (value)
            m_writer.number(std::int64_t{*value});
        else
            m_writer.null();
    }

    void texts(const char *key, const std::vector<std::string> &list)
    {
        m_writer.key(key);
        writeTexts(m_writer, list);
    }

    void add(const Envelope &envelope)
    {
        m_writer.beginObject(JsonWriter::Layout::oneLine);
        m_writer.key("code").text(envelope.code);
        m_writer.key("scope").beginObject();
        if (envelope.scope.kind == EnvelopeScope::Kind::tier)
            m_writer.key("tier").number(std::int64_t{envelope.scope.tier});
        else
            m_writer.key(envelope.scope.kind == EnvelopeScope::Kind::play ? "play" : "campaign")
                .text(envelope.scope.name);
        m_writer.endObject();
        money("limit", envelope.limit);
        m_writer.endObject();
    }

    void add(const CostLine &cost)
    {
        m_writer.beginObject(JsonWriter::Layout::oneLine);
        m_writer.key("line").text(costKindName(cost.kind));
        if (cost.kind == CostKind::hours) {
            m_writer.key("hours").text(quantityText(cost.quantity));
            money("rate", cost.amount);
        } else {
            money("amount", cost.amount);
        }
        if (cost.kind == CostKind::fee)
            m_writer.key("months").text(quantityText(cost.quantity));
        m_writer.endObject();
    }

    void add(const Approval &approval)
    {
        m_writer.key("approval");
        if (approval.rule != Approval::Rule::above) {
            m_writer.text(std::string_view(approval.rule == Approval::Rule::always ? "always" : "none"));
            return;
        }
        m_writer.beginObject(JsonWriter::Layout::oneLine);
        money("above", approval.above);
        m_writer.endObject();
    }

    void add(const Play &play)
    {
        m_writer.beginObject();
        m_writer.key("code").text(play.code);
        m_writer.key("name").text(play.name);
        m_writer.key("description").text(play.description);
        m_writer.key("channel").text(play.channel);
        m_writer.key("personalisation").text(personalisationName(play.personalisation));
        m_writer.key("tiers").beginArray(JsonWriter::Layout::oneLine);
        for (const int tier : play.tiers)
            m_writer.number(std::int64_t{tier});
        m_writer.endArray();
        texts("roles", play.roles);
        texts("stages", play.stages);
        m_writer.key("costs").beginArray();
        for (const CostLine &cost : play.costs)
            add(cost);
        m_writer.endArray();
        m_writer.key("lead_days").number(std::int64_t{play.leadDays});
        limit("capacity", play.capacity);
        limit("per_account", play.perAccount);
        add(play.approval);
        texts("inputs", play.inputs);
        m_writer.key("owner_team").text(play.ownerTeam);
        m_writer.key("delivers").text(play.delivers);
        texts("cheaper", play.cheaper);
        m_writer.key("status").text(playStatusName(play.status));
        m_writer.endObject();
    }

    const Currency &m_currency;
    JsonWriter m_writer;
};

} // namespace

Result<Menu> parseMenu(const QByteArray &bytes, const Currency &currency)
{
    Menu menu;
    const Outcome read = readJson(bytes, [&](const JsonNode &top) { menu = readMenu(top, currency); });
    if (!read)
        return read.error();
    const std::vector<Error> problems = problemsOf(menu);
    if (!problems.empty())
        return problems.front();
    return menu;
}

QByteArray printMenu(const Menu &menu, const Currency &currency)
{
    return MenuPrinter(currency).print(menu);
}

} // namespace dimsum
