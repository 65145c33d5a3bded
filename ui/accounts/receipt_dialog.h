// The full receipt of one account in a window of its own: a page per figure, and all of it as tab-separated
// text.
#pragma once

#include "ui/accounts/receipt_part.h"

#include <QDialog>

class QTabWidget;

namespace dimsum
{

class ReceiptDialog : public QDialog
{
    Q_OBJECT

public:
    ReceiptDialog(const QString &account, const QList<ReceiptPart> &parts, QWidget *parent = nullptr);

    const QList<ReceiptPart> &parts() const { return m_parts; }
    // The page on top, in the order of the parts.
    int current() const;
    void setCurrent(int part);

private:
    QWidget *page(const ReceiptPart &part);
    QWidget *table(const ReceiptTable &table);

    QList<ReceiptPart> m_parts;
    QTabWidget *m_tabs;
};

} // namespace dimsum
