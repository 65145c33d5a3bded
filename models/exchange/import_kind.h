// What a file can bring in, and the canonical columns of each kind (cli.md, "Canonical CSV in").
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dimsum {

enum class ImportKind : std::uint8_t {
    accounts,
    contacts,
    opportunities,
    activities,
    intent,
    costs,
    campaigns,
    program,
};

inline constexpr std::array<ImportKind, 8> importKinds{
    ImportKind::accounts,   ImportKind::contacts, ImportKind::opportunities, ImportKind::activities,
    ImportKind::intent,     ImportKind::costs,    ImportKind::campaigns,     ImportKind::program};

// How the cells of a column are read.
enum class FieldType : std::uint8_t { text, type, domain, accountRef, email, id, money, number, integer, boolean, date, moment, month };

struct CanonicalField {
    std::string_view name; // header in the canonical file, English, fixed
    FieldType type = FieldType::text;
    bool required = false; // no row can be used without this column (some kinds ask more of a row, see import_rows.h)
};

std::string_view nameOf(ImportKind kind);                        // "accounts"
std::optional<ImportKind> importKindOf(std::string_view name);   // any case
std::span<const CanonicalField> fieldsOf(ImportKind kind);       // in canonical order
std::optional<std::size_t> fieldIndex(ImportKind kind, std::string_view name);

} // namespace dimsum
