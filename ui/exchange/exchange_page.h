// Files in and out: choose or drop a file, earlier imports with their undo, and every export. The wizard takes over while a
// file is brought in.
#pragma once

#include "ui/page.h"
#include "ui/page_context.h"

#include "service/exporting_service.h"
#include "service/importing_service.h"

#include <memory>
#include <vector>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace dimsum {

class ImportWizard;
class MessagePanel;
class PageHeader;

class ExchangePage : public Page
{
    Q_OBJECT

public:
    // `profileFolder` keeps mappings that a person made; empty: beside the program's other data.
    explicit ExchangePage(PageContext context, const QString &profileFolder = {}, QWidget *parent = nullptr);
    ~ExchangePage() override;

    QString id() const override { return page_id::exchange; }
    QString title() const override { return tr("Exchange"); }
    QString iconName() const override { return QStringLiteral("exchange"); }
    void setSnapshot(std::shared_ptr<const Snapshot> snapshot) override;
    QList<Command *> commands() override { return m_commands; }
    StatusTexts statusTexts() const override;
    void openFile(const QString &file) override;
    bool settled() const override;
    QList<QWidget *> panes() override;
    void showEvent(QShowEvent *event) override; // reads the list of imports, which nobody needs before

    ImportWizard &wizard() { return *m_wizard; }
    bool wizardShown() const;

private:
    QWidget *buildStart();
    QWidget *buildExports();
    void buildCommands();
    void askForFile();
    void readImports();
    void showImports();
    void undoSelected();
    void tell(const QString &text);

    PageContext m_context;
    std::shared_ptr<const Snapshot> m_snapshot;
    std::vector<ImportRecord> m_imports; // newest first
    bool m_reading = false;
    bool m_stale = false; // the list is of an older snapshot

    QStackedWidget *m_stack;
    ImportWizard *m_wizard;
    PageHeader *m_header = nullptr;
    MessagePanel *m_message = nullptr;
    QStandardItemModel *m_list = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_undo = nullptr;
    QComboBox *m_profile = nullptr;
    QComboBox *m_tool = nullptr;
    std::vector<ExportTool> m_tools; // as in m_tool, which ends with the calendar
    QList<Command *> m_commands;
};

} // namespace dimsum
