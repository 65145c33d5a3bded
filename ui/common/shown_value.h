// Values of boxes that are shown again and again, as under a slider.
#pragma once

namespace dimsum {

// A spin box paints itself even where it is given the value that it shows.
template <class Box, class Value>
void showValue(Box *box, Value value)
{
    if (box->value() != value)
        box->setValue(value);
}

} // namespace dimsum
