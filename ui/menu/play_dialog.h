// One play with all that marketing says of it (domain.md section 7): what it is, whom it is for, what it costs, how many
// there are, who must say yes. Checks while it is written; what is wrong stands beside the field's name. GUI thread.
#pragma once

#include "domain/menu.h"

#include <QDialog>

#include <array>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace dimsum {

class PlayDialog : public QDialog
{
    Q_OBJECT

public:
    // Without `play` a new one is written; the code of one that is there never changes.
    PlayDialog(const Menu &menu, const Currency &currency, const Play *play, QWidget *parent = nullptr);

    // What is written; the problem, if it cannot be stored. Call play() only without one.
    std::optional<QString> problem() const;
    Play play() const;

    // For tests: the fields by what they are for.
    QLineEdit *name() const { return m_name; }
    QLineEdit *code() const { return m_code; }
    QTableWidget *costs() const { return m_costs; }
    QCheckBox *tier(int tier) const { return m_tiers[static_cast<std::size_t>(tier - 1)]; }
    QSpinBox *lead() const { return m_lead; }
    QSpinBox *capacity() const { return m_capacity; }
    QComboBox *approval() const { return m_approval; }
    QLineEdit *cheaper() const { return m_cheaper; }
    QPushButton *okButton() const { return m_ok; }

private:
    void build();
    void show(const Play &play);
    void addCost(const CostLine &line);
    std::vector<CostLine> costLines(QString *wrong) const;
    void validate();

    const Menu &m_menu;
    Currency m_currency;
    Play m_before;
    bool m_isNew;
    QLineEdit *m_name = nullptr, *m_code = nullptr, *m_team = nullptr, *m_delivers = nullptr, *m_inputs = nullptr, *m_stages = nullptr,
              *m_cheaper = nullptr, *m_above = nullptr;
    QPlainTextEdit *m_description = nullptr;
    QComboBox *m_channel = nullptr, *m_personalisation = nullptr, *m_approval = nullptr, *m_status = nullptr;
    std::array<QCheckBox *, 3> m_tiers{};
    QListWidget *m_roles = nullptr;
    QTableWidget *m_costs = nullptr;
    QSpinBox *m_lead = nullptr, *m_capacity = nullptr, *m_perAccount = nullptr;
    QLabel *m_price = nullptr, *m_wrong = nullptr;
    QPushButton *m_ok = nullptr;
};

} // namespace dimsum
