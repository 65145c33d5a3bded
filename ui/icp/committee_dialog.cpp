#include "ui/icp/committee_dialog.h"

#include "domain/buying_role.h"
#include "qt/role_words.h"
#include "ui/common/style.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

CommitteeDialog::CommitteeDialog(const std::vector<std::string> &roles, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Roles a buying committee needs"));
    m_list = new QListWidget(this);
    m_list->setAccessibleName(windowTitle());
    for (const std::string_view role : buyingRoles) {
        auto *item = new QListWidgetItem(roleWords(role), m_list);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(std::find(roles.begin(), roles.end(), role) != roles.end() ? Qt::Checked : Qt::Unchecked);
    }
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *ok = buttons->addButton(tr("Change roles"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setLook(ok, ButtonLook::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_list);
    column->addWidget(buttons);
    resize(320, 340);
}

std::vector<std::string> CommitteeDialog::roles() const
{
    std::vector<std::string> chosen;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            chosen.emplace_back(buyingRoles[static_cast<std::size_t>(row)]);
    }
    return chosen;
}

} // namespace dimsum
