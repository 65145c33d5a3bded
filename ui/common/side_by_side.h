// Two widgets with a handle between them, neither of which can be pushed away. GUI thread.
#pragma once

#include <QList>
#include <QSplitter>

namespace dimsum {

// Takes ownership of both; owned by the caller.
inline QSplitter *sideBySide(QWidget *first, QWidget *second, const QList<int> &sizes, Qt::Orientation orientation = Qt::Horizontal)
{
    auto *splitter = new QSplitter(orientation);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(first);
    splitter->addWidget(second);
    splitter->setSizes(sizes);
    return splitter;
}

} // namespace dimsum
