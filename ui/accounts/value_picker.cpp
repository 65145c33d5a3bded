#include "ui/accounts/value_picker.h"

#include "qt/display_text.h"
#include "ui/common/search_field.h"
#include "ui/common/style.h"

#include <QCollator>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace dimsum {

namespace {

constexpr std::size_t mostOffered = 2000; // the most frequent ones; the search field finds the rest on the list itself

struct Offered {
    QString label;
    qint64 accounts = 0;
};

// Every value with its accounts; of a list like "ERP;CRM" the parts, spelt as they stand in the list.
std::vector<Offered> offeredValues(const FieldColumn &column)
{
    std::vector<qint64> byCode(column.values.size());
    for (const std::uint32_t code : column.codes)
        ++byCode[code];
    std::map<QString, Offered> byKey;
    for (std::uint32_t code = 1; code < column.values.size(); ++code) {
        for (const QString &part : QString::fromStdString(column.values.at(code).label).split(u';', Qt::SkipEmptyParts)) {
            Offered &offered = byKey[part.trimmed().toCaseFolded()];
            if (offered.label.isEmpty())
                offered.label = part.trimmed();
            offered.accounts += byCode[code];
        }
    }
    std::vector<Offered> values;
    for (auto &[key, offered] : byKey) {
        if (offered.accounts > 0)
            values.push_back(std::move(offered));
    }
    std::stable_sort(values.begin(), values.end(), [](const Offered &a, const Offered &b) { return a.accounts > b.accounts; });
    values.resize(std::min(values.size(), mostOffered));
    return values;
}

} // namespace

ValuePicker::ValuePicker(const QString &field, const FieldColumn &column, const QStringList &chosen, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("%1 is one of").arg(field));
    auto *search = new SearchField(tr("Find a value"), {}, this);
    search->setAccessibleName(tr("Find a value"));
    m_list = new QListWidget(this);
    m_list->setAccessibleName(field);
    auto *buttons = new QDialogButtonBox(this);
    m_ok = buttons->addButton(tr("Filter"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    setLook(m_ok, ButtonLook::primary);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(360, 460);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search, &QLineEdit::textChanged, this, [this](const QString &text) {
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setHidden(!m_list->item(row)->text().contains(text.trimmed(), Qt::CaseInsensitive));
    });
    connect(m_list, &QListWidget::itemChanged, this, [this] { m_ok->setEnabled(!values().isEmpty()); });
    fill(column, chosen);
    m_ok->setEnabled(!values().isEmpty());
    search->setFocus();
}

void ValuePicker::fill(const FieldColumn &column, const QStringList &chosen)
{
    for (const Offered &offered : offeredValues(column)) {
        auto *item = new QListWidgetItem(tr("%1  (%2)").arg(offered.label, countText(offered.accounts)), m_list);
        item->setData(Qt::UserRole, offered.label);
        item->setFlags(Qt::ItemIsUserCheckable | Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        item->setCheckState(chosen.contains(offered.label, Qt::CaseInsensitive) ? Qt::Checked : Qt::Unchecked);
    }
}

QStringList ValuePicker::values() const
{
    QStringList values;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            values << m_list->item(row)->data(Qt::UserRole).toString();
    }
    return values;
}

} // namespace dimsum
