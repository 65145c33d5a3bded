// The custom fields that an account came with, packed in its row (account.custom): a few bytes, where rows of their own
// took as long to write as the accounts. What is set later stands in rows of account_field, which then count instead.
#pragma once

#include "domain/ids.h"
#include "store/packing.h"
#include "store/term_store.h"

#include <cstdint>
#include <span>
#include <vector>

namespace dimsum {

using CustomFieldId = Id<struct CustomFieldTag>;

struct CustomValue {
    CustomFieldId field;
    TermId value; // of kind customValue

    friend bool operator==(const CustomValue &, const CustomValue &) = default;
};

// Replaces `content`.
void packCustomValues(std::span<const CustomValue> values, std::vector<std::uint8_t> &content);

// Reads what packCustomValues() wrote; content that was damaged ends early and is not sound(). The content must outlive it.
class CustomValueReader
{
public:
    explicit CustomValueReader(std::span<const std::uint8_t> content) : m_content(content) {}

    bool next(CustomValue &value)
    {
        if (m_content.left() == 0 || !m_content.sound())
            return false;
        value.field = CustomFieldId{static_cast<std::int64_t>(m_content.number())};
        value.value = TermId{static_cast<std::int64_t>(m_content.number())};
        return m_content.sound();
    }
    bool sound() const { return m_content.sound(); }

private:
    Unpacker m_content;
};

} // namespace dimsum
