// One file on its way in: file, format, mapping, matching, check, import, report. Nothing is written before "Import".
#pragma once

#include "service/import_preview.h"
#include "ui/page_context.h"

#include <QWidget>

#include <map>
#include <optional>

class QCheckBox;
class QButtonGroup;
class QLabel;
class QListView;
class QPushButton;
class QSpinBox;
class QDoubleSpinBox;
class QStackedWidget;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace dimsum {

class CountsPanel;
class FormatForm;
class MappingTable;
class MessagePanel;
class PageHeader;

class ImportWizard : public QWidget
{
    Q_OBJECT

public:
    enum Step { File, Format, Mapping, Matching, Check, Import, Report, StepCount };

    // `profileFolder`: where mappings that a person made are kept.
    ImportWizard(PageContext context, QString profileFolder, QWidget *parent = nullptr);

    void start(const QString &file);
    bool isRunning() const { return m_running; }
    bool settled() const { return m_waiting == 0; }
    Step step() const { return m_step; }
    const std::optional<ImportPreview> &preview() const { return m_preview; }
    const std::optional<ImportReport> &report() const { return m_report; }
    QString statusText() const;

    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    void finished(); // left, or done with
    void statusChanged();

private:
    void build();
    QWidget *buildMatching();
    QWidget *buildReport();
    void go(Step step);
    void next();
    void back();
    void leave();
    void readPreview(const PreviewRequest &request);
    void takePreview(ImportPreview preview);
    void showRows();
    void showSteps();
    void showButtons();
    ImportRequest request(bool dryRun) const;
    void dryRun();
    void runImport();
    void takeReport(const ImportReport &report);
    void showUnknownTypes(const ImportReport &report);
    void storePoints();
    void saveRejects();
    void undo();
    QString stepSummary(Step step) const;
    void tell(const QString &text);

    PageContext m_context;
    QString m_profileFolder;
    Step m_step = File;
    std::optional<ImportPreview> m_preview;
    std::optional<ImportReport> m_dry;    // of the choices as they are
    std::optional<ImportReport> m_report; // of the import
    ImportId m_import;
    bool m_mappingEdited = false;
    bool m_running = false;
    bool m_broken = false; // the file cannot be read
    int m_waiting = 0;     // questions that are not answered yet
    std::uint64_t m_generation = 0;

    PageHeader *m_header = nullptr;
    MessagePanel *m_message = nullptr;
    QStandardItemModel *m_stepModel = nullptr;
    QListView *m_steps = nullptr;
    QStackedWidget *m_stack = nullptr;
    FormatForm *m_file = nullptr, *m_format = nullptr;
    MappingTable *m_mapping = nullptr;
    QButtonGroup *m_policies = nullptr;
    QLabel *m_keys = nullptr;
    QCheckBox *m_createAccounts = nullptr;
    QLabel *m_checkText = nullptr, *m_runText = nullptr, *m_reportText = nullptr;
    QVBoxLayout *m_typesHost = nullptr;
    QWidget *m_types = nullptr;
    std::map<std::string, QDoubleSpinBox *> m_points;
    QPushButton *m_saveRejects = nullptr, *m_undo = nullptr, *m_another = nullptr, *m_toAccounts = nullptr;
    QStandardItemModel *m_rows = nullptr;
    QTableView *m_rowsTable = nullptr;
    QWidget *m_rowsPanel = nullptr;
    CountsPanel *m_counts = nullptr;
    QLabel *m_hint = nullptr;
    QPushButton *m_cancel = nullptr, *m_back = nullptr, *m_next = nullptr;
};

} // namespace dimsum
