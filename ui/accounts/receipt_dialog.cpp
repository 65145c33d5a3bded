#include "ui/accounts/receipt_dialog.h"

#include "ui/accounts/tall_table.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

namespace dimsum
{

ReceiptDialog::ReceiptDialog(const QString &account, const QList<ReceiptPart> &parts, QWidget *parent)
    : QDialog(parent), m_parts(parts), m_tabs(new QTabWidget(this))
{
    setObjectName(QStringLiteral("receipt-dialog"));
    setWindowTitle(tr("Receipt of %1").arg(account));
    for (const ReceiptPart &part : m_parts)
        m_tabs->addTab(page(part), part.name);
    m_tabs->setDocumentMode(true);

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *copy = buttons->addButton(tr("Copy as table"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copy-receipt"));
    copy->setIcon(themedIcon(QStringLiteral("copy")));
    copy->setToolTip(tr("Copies all pages as tab-separated text, to paste into a spreadsheet"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(receiptTsv(m_parts)); });
    QPushButton *close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    resize(800, 640);
}

int ReceiptDialog::current() const
{
    return m_tabs->currentIndex();
}

void ReceiptDialog::setCurrent(int part)
{
    m_tabs->setCurrentIndex(part);
}

QWidget *ReceiptDialog::table(const ReceiptTable &shown)
{
    auto *table = new TallTable(static_cast<int>(shown.heads.size()), this);
    table->setAccessibleName(shown.title.isEmpty() ? windowTitle() : shown.title);
    table->setHeaders(shown.heads);
    table->setHeaderShown(true);
    table->setStretchColumn(shown.stretch);
    for (int column = 0; column < shown.heads.size(); ++column)
        table->setColumnLimit(column, 0.27);
    table->setRowCount(static_cast<int>(shown.rows.size()));
    for (int row = 0; row < shown.rows.size(); ++row) {
        for (int column = 0; column < shown.rows[row].size(); ++column) {
            QTableWidgetItem *cell = table->setCell(row, column, shown.rows[row][column]);
            if (shown.numbers.contains(column))
                cell->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    for (const int column : shown.numbers)
        table->horizontalHeaderItem(column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table->fitColumns();
    return table;
}

QWidget *ReceiptDialog::page(const ReceiptPart &part)
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metric::panelPadding, metric::panelPadding, metric::panelPadding,
                               metric::panelPadding);
    column->setSpacing(8);
    auto *head = new QLabel(tr("%1: %2").arg(part.name, part.figure), content);
    head->setFont(Theme::of(this).font(TypeSize::section));
    head->setWordWrap(true);
    column->addWidget(head);
    auto *lines = new QLabel(part.lines.join(QLatin1Char('\n')), content);
    lines->setObjectName(QStringLiteral("receipt-lines"));
    lines->setWordWrap(true);
    lines->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(lines);
    for (const ReceiptTable &shown : part.tables) {
        if (!shown.title.isEmpty()) {
            auto *title = new QLabel(shown.title, content);
            title->setFont(Theme::of(this).font(TypeSize::text, true));
            title->setWordWrap(true);
            column->addSpacing(6);
            column->addWidget(title);
        }
        column->addWidget(table(shown));
    }
    column->addStretch();
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(part.name);
    return scroll;
}

} // namespace dimsum
