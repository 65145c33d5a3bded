// What was applied: when, by whom, under which policy, how many accounts moved. Read on the session's thread. GUI thread.
#pragma once

#include "ui/page_context.h"

#include <QDialog>

class QStandardItemModel;

namespace dimsum {

class PolicyHistory : public QDialog
{
    Q_OBJECT

public:
    explicit PolicyHistory(PageContext context, QWidget *parent = nullptr);

private:
    void read();

    PageContext m_context;
    QStandardItemModel *m_model;
};

} // namespace dimsum
