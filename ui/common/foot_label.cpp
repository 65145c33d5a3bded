#include "ui/common/foot_label.h"

#include "ui/common/theme.h"

#include <QLabel>

namespace dimsum {

QLabel *footLabel()
{
    auto *label = new QLabel;
    label->setFont(Theme::of().font(TypeSize::small));
    label->setWordWrap(true);
    label->setContentsMargins(metric::panelPadding, 6, metric::panelPadding, 6);
    return label;
}

} // namespace dimsum
