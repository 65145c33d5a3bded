// Sets the tier of one account by hand: tier or none, last day, reason; or takes the pin away again.
#pragma once

#include "service/snapshot.h"

#include <QDialog>
#include <QString>

#include <cstdint>
#include <memory>

class QButtonGroup;
class QDateEdit;
class QLineEdit;
class QPushButton;

namespace dimsum
{

class MessagePanel;

class PinDialog : public QDialog
{
    Q_OBJECT

public:
    PinDialog(std::shared_ptr<const Snapshot> snapshot, std::uint32_t row, QWidget *parent = nullptr);

    // What was chosen; call after accept().
    Tier tier() const;
    Day until() const; // the last day, included
    QString reason() const;

Q_SIGNALS:
    void unpinRequested(); // the dialog closes after it

private:
    QWidget *buildTiers();
    Day firstProposal() const;
    void validate();
    QString warning() const;

    std::shared_ptr<const Snapshot> m_snapshot;
    std::uint32_t m_row;
    QButtonGroup *m_tiers;
    QDateEdit *m_until;
    QLineEdit *m_reason;
    MessagePanel *m_warning;
    QPushButton *m_pin;
};

} // namespace dimsum
