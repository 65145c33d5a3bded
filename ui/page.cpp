#include "ui/page.h"

namespace dimsum {

Page::Page(QWidget *parent) : QWidget(parent) {}

Page::~Page() = default;

void Page::goTo(const Place &) {}

void Page::restoreState(const QVariantMap &) {}

void Page::focusFilter()
{
    setFocus(Qt::ShortcutFocusReason);
}

void Page::openFile(const QString &) {}

QList<QWidget *> Page::panes()
{
    return {this};
}

} // namespace dimsum
