// Struct-of-arrays columns: what the service loads once and the rules run over (architecture.md section 3).
#pragma once

#include "domain/money.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dimsum {

// Many short texts in one block of memory: 1M names without 1M allocations. Append only.
class TextColumn
{
public:
    void reserve(std::size_t rows, std::size_t bytes);
    void append(std::string_view text);
    std::size_t size() const { return m_ends.size(); }
    std::size_t bytes() const { return m_bytes.size(); }
    std::string_view at(std::size_t row) const
    {
        const std::size_t begin = row == 0 ? 0 : m_ends[row - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[row] - begin);
    }

    // What it is made of, for writing it down and reading it back whole. `ends` ascend up to the size of `bytes`.
    const std::string &text() const { return m_bytes; }
    const std::vector<std::uint64_t> &ends() const { return m_ends; }
    static TextColumn of(std::string bytes, std::vector<std::uint64_t> ends);

private:
    std::string m_bytes;
    std::vector<std::uint64_t> m_ends;
};

// One distinct value of a dictionary column, with everything a criterion can ask of it worked out once.
struct FieldValue {
    std::string label;                       // as first imported, trimmed
    std::string key;                         // NFKC, case-folded, trimmed: what compares
    std::optional<double> number = {};       // set where the whole label is a plain number ("250", "-3.5")
    std::vector<std::string> parts = {};     // keys of the parts between ';', empty parts left out
};

// Values by code; code 0 is always "unknown" (the empty value). Keys are folded by the caller at the border:
// folding is Unicode work and the domain links no Unicode library.
class Dictionary
{
public:
    Dictionary();
    // The code of `key`, adding it with `label` if it is new. `partKeys` are the folded parts of a ';' list.
    std::uint32_t intern(std::string_view key, std::string_view label, std::vector<std::string> partKeys = {});
    std::optional<std::uint32_t> find(std::string_view key) const;
    std::size_t size() const { return m_values.size(); }
    const FieldValue &at(std::uint32_t code) const { return m_values[code]; }

private:
    std::vector<FieldValue> m_values;
    std::unordered_map<std::string, std::uint32_t> m_codes;
};

// A dictionary-encoded column: every rule runs once per distinct value, then maps over the codes.
struct FieldColumn {
    Dictionary values;
    std::vector<std::uint32_t> codes; // one per row, 0 = unknown

    const FieldValue &at(std::size_t row) const { return values.at(codes[row]); }
    bool known(std::size_t row) const { return codes[row] != 0; }
};

using MoneyColumn = std::vector<Money>; // unknownMoney = unknown

// The number that the whole of `text` is (optional minus, digits, optional fraction), else nothing.
std::optional<double> plainNumber(std::string_view text);

} // namespace dimsum
