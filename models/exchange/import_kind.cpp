#include "exchange/import_kind.h"

#include "exchange/text_key.h"

#include <algorithm>

namespace dimsum {

namespace {

using enum FieldType;

constexpr std::array accountFields{
    CanonicalField{"domain", domain},     CanonicalField{"name", text},          CanonicalField{"external_id", id},
    CanonicalField{"industry", text},     CanonicalField{"country", text},       CanonicalField{"region", text},
    CanonicalField{"employees", text},    CanonicalField{"customers", text},     CanonicalField{"annual_revenue", money},
    CanonicalField{"technologies", text}, CanonicalField{"maturity", text},      CanonicalField{"budget", money},
    CanonicalField{"funding", text},      CanonicalField{"acv", money},          CanonicalField{"owner", text}};

// external_id is no canonical column: only CRM profiles give it, so that activities can name a person by it.
constexpr std::array contactFields{
    CanonicalField{"email", email, true}, CanonicalField{"account", accountRef, true},
    CanonicalField{"first_name", text},   CanonicalField{"last_name", text},
    CanonicalField{"title", text},        CanonicalField{"buying_role", type},
    CanonicalField{"opt_out", boolean},   CanonicalField{"external_id", id}};

constexpr std::array opportunityFields{
    CanonicalField{"id", id},        CanonicalField{"account", accountRef, true}, CanonicalField{"name", text},
    CanonicalField{"amount", money}, CanonicalField{"stage", text},               CanonicalField{"status", type},
    CanonicalField{"created", date}, CanonicalField{"closed", date},              CanonicalField{"campaign", text}};

constexpr std::array activityFields{
    CanonicalField{"id", id},           CanonicalField{"account", accountRef, true}, CanonicalField{"contact", email},
    CanonicalField{"type", type, true}, CanonicalField{"at", moment, true},          CanonicalField{"asset", text},
    CanonicalField{"campaign", text},   CanonicalField{"product_area", text},        CanonicalField{"channel", text}};

constexpr std::array intentFields{
    CanonicalField{"account", accountRef, true}, CanonicalField{"source", text, true}, CanonicalField{"topic", text},
    CanonicalField{"date", date, true},          CanonicalField{"score", number},      CanonicalField{"event", type},
    CanonicalField{"count", integer}};

constexpr std::array costFields{
    CanonicalField{"subject_kind", type, true}, CanonicalField{"subject", text, true}, CanonicalField{"line", type, true},
    CanonicalField{"hours", number},            CanonicalField{"rate", money},         CanonicalField{"amount", money},
    CanonicalField{"months", number},           CanonicalField{"month", month},        CanonicalField{"actual", boolean}};

constexpr std::array campaignFields{CanonicalField{"campaign", text, true}, CanonicalField{"kind", type},
                                    CanonicalField{"budget", money}, CanonicalField{"start", date},
                                    CanonicalField{"end", date}};

constexpr std::array programFields{CanonicalField{"account", accountRef, true}, CanonicalField{"program", text, true},
                                   CanonicalField{"start", date}, CanonicalField{"end", date},
                                   CanonicalField{"arm", type, true}};

} // namespace

std::string_view nameOf(ImportKind kind)
{
    static constexpr std::array<std::string_view, 8> names{"accounts", "contacts", "opportunities", "activities",
                                                           "intent",   "costs",    "campaigns",     "program"};
    return names[static_cast<std::size_t>(kind)];
}

std::optional<ImportKind> importKindOf(std::string_view name)
{
    const std::string key = textKey(name);
    for (const ImportKind kind : importKinds) {
        if (nameOf(kind) == key)
            return kind;
    }
    return std::nullopt;
}

std::span<const CanonicalField> fieldsOf(ImportKind kind)
{
    switch (kind) {
    case ImportKind::accounts:
        return accountFields;
    case ImportKind::contacts:
        return contactFields;
    case ImportKind::opportunities:
        return opportunityFields;
    case ImportKind::activities:
        return activityFields;
    case ImportKind::intent:
        return intentFields;
    case ImportKind::costs:
        return costFields;
    case ImportKind::campaigns:
        return campaignFields;
    case ImportKind::program:
        return programFields;
    }
    return {};
}

std::optional<std::size_t> fieldIndex(ImportKind kind, std::string_view name)
{
    const std::span<const CanonicalField> fields = fieldsOf(kind);
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const CanonicalField &field) { return field.name == name; });
    if (found == fields.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - fields.begin());
}

} // namespace dimsum
