// The same plays for many accounts: tick plays, see what fits and what does not with its reason, place all that fits at
// once. What is shown is what the store would do now; placing does it in one step of undo.
#pragma once

#include "service/ordering_service.h"
#include "service/snapshot.h"
#include "ui/page_context.h"

#include <QDialog>
#include <QMap>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace dimsum {

class FigureTable;
class MessagePanel;

class BulkOrderDialog : public QDialog
{
    Q_OBJECT

public:
    // Accounts in no tier stay in the list and are told.
    BulkOrderDialog(PageContext context, std::shared_ptr<const Snapshot> snapshot, std::vector<AccountId> accounts, QWidget *parent = nullptr);

    QListWidget *plays() const { return m_plays; }
    FigureTable *summary() const { return m_summary; }
    QPushButton *placeButton() const { return m_place; }
    QLineEdit *input(const QString &name) const { return m_inputs.value(name); }
    bool settled() const { return !m_checkSoon.isActive() && m_checking == 0; }

private:
    void fillPlays();
    void askInputs();
    BulkRequest request() const;
    void check();
    void showAnswer(const BulkAnswer &answer);
    void place();

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<AccountId> m_accounts;
    std::string m_id; // of the whole, so that a second click orders nothing twice
    QTimer m_checkSoon;
    int m_checking = 0;
    int m_asked = 0; // answers to older questions are dropped
    QListWidget *m_plays;
    QFormLayout *m_form;
    QMap<QString, QLineEdit *> m_inputs;
    FigureTable *m_summary;
    QLabel *m_facts;
    MessagePanel *m_message;
    QPushButton *m_place;
};

} // namespace dimsum
