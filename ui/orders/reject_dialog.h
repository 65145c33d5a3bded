// Says no to one or more orders: why, in a code and in words, and what marketing would say yes to instead.
#pragma once

#include "domain/rejection.h"
#include "service/snapshot.h"

#include <QDialog>

#include <memory>
#include <string>
#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace dimsum {

class RejectDialog : public QDialog
{
    Q_OBJECT

public:
    // An alternative is offered where all the orders are of one play and tier.
    RejectDialog(std::shared_ptr<const Snapshot> snapshot, const std::vector<const OrderRow *> &orders, QWidget *parent = nullptr);

    Rejection rejection() const; // call after accept()
    QComboBox *code() const { return m_code; }
    QComboBox *alternative() const { return m_alternative; }
    QLineEdit *words() const { return m_words; }
    QPushButton *rejectButton() const { return m_reject; }

private:
    void validate();

    QComboBox *m_code;
    QLineEdit *m_words;
    QComboBox *m_alternative;
    QPushButton *m_reject;
};

} // namespace dimsum
