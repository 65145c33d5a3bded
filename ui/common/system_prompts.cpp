#include "ui/common/system_prompts.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

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

std::optional<QString> SystemPrompts::note(QWidget *parent, const QString &title, const QString &text, const QString &label, const QString &verb)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *said = new QLabel(text, &dialog);
    said->setWordWrap(true);
    auto *line = new QLineEdit(&dialog);
    auto *name = new QLabel(label, &dialog);
    name->setBuddy(line);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    buttons->addButton(verb, QDialogButtonBox::AcceptRole);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *column = new QVBoxLayout(&dialog);
    column->addWidget(said);
    column->addWidget(name);
    column->addWidget(line);
    column->addWidget(buttons);
    dialog.resize(460, dialog.sizeHint().height());
    return dialog.exec() == QDialog::Accepted ? std::optional(line->text().trimmed()) : std::nullopt;
}

std::optional<QString> SystemPrompts::textLine(QWidget *parent, const QString &title, const QString &label,
                                               const QString &initial)
{
    bool accepted = false;
    const QString text = QInputDialog::getText(parent, title, label, QLineEdit::Normal, initial, &accepted);
    return accepted ? std::optional(text) : std::nullopt;
}

} // namespace dimsum
