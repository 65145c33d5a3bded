// A sentence at the foot of a panel: small, wrapped, with the panel's padding. GUI thread.
#pragma once

class QLabel;

namespace dimsum {

// Owned by the caller.
QLabel *footLabel();

} // namespace dimsum
