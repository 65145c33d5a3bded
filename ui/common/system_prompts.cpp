#include "ui/common/system_prompts.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace dimsum {

QString SystemPrompts::fileToOpen(QWidget *parent, const QString &title, const QStringList &filters)
{
    const QString file =
        QFileDialog::getOpenFileName(parent, title, m_folder, filters.join(QStringLiteral(";;")));
    if (!file.isEmpty())
        m_folder = QFileInfo(file).absolutePath();
    return file;
}

QString SystemPrompts::fileToSave(QWidget *parent, const QString &title, const QString &suggestion,
                                  const QStringList &filters, const QString &suffix)
{
    QFileDialog dialog(parent, title, m_folder, filters.join(QStringLiteral(";;")));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(suggestion);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QString file = dialog.selectedFiles().constFirst();
    m_folder = QFileInfo(file).absolutePath();
    return file;
}

bool SystemPrompts::confirm(QWidget *parent, const QString &title, const QString &text, const QString &verb)
{
    QMessageBox box(QMessageBox::NoIcon, title, text, QMessageBox::Cancel, parent);
    const QPushButton *doIt = box.addButton(verb, QMessageBox::AcceptRole);
    box.setDefaultButton(QMessageBox::Cancel);
    box.exec();
    return box.clickedButton() == doIt;
}

std::optional<QString> SystemPrompts::textLine(QWidget *parent, const QString &title, const QString &label,
                                               const QString &initial)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, initial, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

} // namespace dimsum
