// The panels above the page for what went wrong and has no nearer place; each stays until it is closed.
#pragma once

#include "domain/error.h"

#include <QWidget>

class QVBoxLayout;

namespace dimsum {

class MessageStack : public QWidget
{
    Q_OBJECT

public:
    explicit MessageStack(QWidget *parent = nullptr);

    // The same sentence twice stands there once. At most three; the oldest goes.
    void show(const Error &error);
    void clear();
    QStringList texts() const;

private:
    QVBoxLayout *m_layout;
};

} // namespace dimsum
