// The order slip: what is ticked, what each dish still needs, the sum, what is left of the money, Place order.
#pragma once

#include "service/ordering_service.h"

#include <QStringList>
#include <QWidget>

#include <map>
#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

namespace dimsum {

class EnvelopeGauge;
class EnvelopeLegend;
class SlipFrame;

// Somebody an order may be for: shown text and the address that is stored.
struct SlipContact {
    QString shown, value;
};

class SlipPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SlipPanel(QWidget *parent = nullptr);

    void setAccount(const QString &name);
    void setContacts(const QList<SlipContact> &contacts);
    // Shows the draft as checked. Inputs that a person writes in keep their focus.
    void setSlip(const MenuCard &card, const DraftSlip &draft, const SlipCheck &check, const Currency &currency);
    // Why nothing can be ordered at all ("hold-out"); empty: it can.
    void setClosed(const QString &reason);
    // A placed slip: read-only, with its seal; an empty text ends that.
    void setPlaced(const QString &seal);
    bool isPlaced() const { return m_placed; }
    // While the store answers, nothing can be pressed.
    void setBusy(bool busy);
    void showProblem(const QString &text); // empty hides it

    QPushButton *placeButton() const { return m_place; }

Q_SIGNALS:
    void inputChanged(const QString &play, const QString &input, const QString &value);
    void noteChanged(const QString &note);
    void placeRequested();
    void clearRequested();
    void printRequested();
    void undoRequested();

private:
    struct Line {
        QLabel *when = nullptr;
        class LeaderLine *leader = nullptr;
        std::map<std::string, QWidget *> inputs;
    };
    void rebuildLines(const DraftSlip &draft, const SlipCheck &check, const Currency &currency);
    QWidget *makeInput(const std::string &play, const std::string &input, const std::string &value);
    void showLine(const SlipLine &line, const SlipCheck &check, const Currency &currency);
    void showEnvelopes(const MenuCard &card, const SlipCheck &check, const Currency &currency);
    void showFacts(const DraftSlip &draft, const SlipCheck &check);
    void showPlace(const DraftSlip &draft, const SlipCheck &check, const Currency &currency);

    QString m_account;
    QList<SlipContact> m_contacts;
    QStringList m_shape; // plays of the lines shown
    std::map<std::string, Line> m_lines;
    QString m_closed;
    bool m_placed = false, m_busy = false, m_showing = false;

    SlipFrame *m_paper;
    QLabel *m_subtitle;
    QWidget *m_list = nullptr;
    QVBoxLayout *m_listHost;
    QLabel *m_totalWords, *m_total;
    QWidget *m_envelopes = nullptr;
    QVBoxLayout *m_envelopesHost;
    QLabel *m_first, *m_last, *m_approval, *m_roles;
    QPlainTextEdit *m_note;
    QLabel *m_reason;
    QPushButton *m_place, *m_clear, *m_print, *m_undo;
};

} // namespace dimsum
