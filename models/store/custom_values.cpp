#include "store/custom_values.h"

namespace dimsum {

void packCustomValues(std::span<const CustomValue> values, std::vector<std::uint8_t> &content)
{
    content.clear();
    Packer pack(content);
    for (const CustomValue &value : values) {
        pack.number(static_cast<std::uint64_t>(value.field.value));
        pack.number(static_cast<std::uint64_t>(value.value.value));
    }
}

} // namespace dimsum
