// The whole menu of the program for marketing: every play with status, tiers, price, places; approve, load, save.
#pragma once

#include "ui/page_context.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QStandardItemModel;

namespace dimsum {

class MessagePanel;
struct Snapshot;

class MenuOverview : public QDialog
{
    Q_OBJECT

public:
    explicit MenuOverview(PageContext context, QWidget *parent = nullptr);

private:
    void show(const Snapshot &snapshot);
    void approve();
    void load();
    void save();
    void tell(const QString &text);

    PageContext m_context;
    QStandardItemModel *m_plays;
    MessagePanel *m_message;
    QPushButton *m_approve;
};

} // namespace dimsum
