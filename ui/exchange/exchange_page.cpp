#include "ui/exchange/exchange_page.h"

#include "qt/display_text.h"
#include "qt/roles.h"
#include "qt/wording.h"
#include "service/exporting_service.h"
#include "service/workspace_session.h"
#include "ui/commands/function_command.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/prompts.h"
#include "ui/common/style.h"
#include "ui/common/table_export.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/exchange/import_wizard.h"
#include "ui/exchange/import_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace dimsum {

namespace {

constexpr std::array subjects{ExportSubject::plan,   ExportSubject::accounts, ExportSubject::orders,
                              ExportSubject::contacts, ExportSubject::history,  ExportSubject::enrichment};

QString folderOf(const QString &given)
{
    return given.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/profiles") : given;
}

} // namespace

ExchangePage::ExchangePage(PageContext context, const QString &profileFolder, QWidget *parent) : Page(parent), m_context(context)
{
    m_stack = new QStackedWidget(this);
    m_wizard = new ImportWizard(context, folderOf(profileFolder));
    m_stack->addWidget(buildStart());
    m_stack->addWidget(m_wizard);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    connect(m_wizard, &ImportWizard::finished, this, [this] {
        m_stack->setCurrentIndex(0);
        readImports();
        Q_EMIT statusTextsChanged();
    });
    connect(m_wizard, &ImportWizard::statusChanged, this, &Page::statusTextsChanged);
    buildCommands();
}

ExchangePage::~ExchangePage() = default;

QWidget *ExchangePage::buildExports()
{
    auto *panel = new Panel(tr("Hand out"));
    panel->setFacts(tr("CSV or XLSX, whole or not at all"));
    m_profile = new QComboBox;
    m_profile->setAccessibleName(tr("How CSV files are written"));
    m_profile->addItem(tr("For people: formulas guarded"), QStringLiteral("default"));
    m_profile->addItem(tr("For Excel: with byte order mark"), QStringLiteral("excel"));
    m_profile->addItem(tr("For programs: nothing guarded"), QStringLiteral("raw"));
    m_profile->addItem(tr("Full backup: opted-out contacts, too"), QStringLiteral("full"));
    panel->addControl(m_profile);
    auto *body = new QWidget;
    auto *grid = new QGridLayout(body);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    grid->setVerticalSpacing(6);
    int line = 0;
    for (const ExportSubject subject : subjects) {
        auto *name = new QLabel(QStringLiteral("<b>%1</b>").arg(exportTitle(subject).toHtmlEscaped()));
        auto *about = new QLabel(exportDescription(subject));
        about->setWordWrap(true);
        auto *button = new QPushButton(themedIcon(QStringLiteral("download")), tr("Export…"));
        button->setAccessibleName(tr("Export: %1").arg(exportTitle(subject)));
        setLook(button, ButtonLook::normal, true);
        grid->addWidget(name, line, 0);
        grid->addWidget(about, line, 1);
        grid->addWidget(button, line++, 2);
        connect(button, &QPushButton::clicked, this, [this, subject] {
            if (m_snapshot)
                exportTable(m_context, this, subject, m_profile->currentData().toString());
        });
    }
    auto *tools = new QLabel(tr("<b>For a tool</b>"));
    m_tool = new QComboBox;
    m_tool->setAccessibleName(tr("Tool that the file is for"));
    tools->setBuddy(m_tool);
    for (const ExportSubject subject : {ExportSubject::orders, ExportSubject::accounts, ExportSubject::contacts}) {
        for (ExportTool &tool : exportTools(subject)) {
            m_tool->addItem(tool.label);
            m_tools.push_back(std::move(tool));
        }
    }
    m_tool->addItem(tr("Calendar of due dates (ICS)"));
    auto *button = new QPushButton(themedIcon(QStringLiteral("download")), tr("Export…"));
    button->setAccessibleName(tr("Export for the chosen tool"));
    setLook(button, ButtonLook::normal, true);
    connect(button, &QPushButton::clicked, this, [this] {
        const auto tool = static_cast<std::size_t>(m_tool->currentIndex());
        if (!m_snapshot)
            return;
        if (tool < m_tools.size())
            exportForTool(m_context, this, m_tools[tool]);
        else
            exportCalendar(m_context, this);
    });
    grid->addWidget(tools, line, 0);
    grid->addWidget(m_tool, line, 1, Qt::AlignLeft);
    grid->addWidget(button, line, 2);
    panel->addPadded(body);
    return panel;
}

QWidget *ExchangePage::buildStart()
{
    auto *start = new QWidget;
    m_header = new PageHeader(title());
    m_header->setFacts(tr("files in, files out"));
    m_message = new MessagePanel;
    m_message->hide();
    auto *in = new Panel(tr("Bring in"));
    auto *drop = new QWidget;
    auto *dropColumn = new QVBoxLayout(drop);
    dropColumn->setContentsMargins(0, 10, 0, 10);
    auto *picture = new QLabel;
    picture->setPixmap(themedIcon(QStringLiteral("upload")).pixmap(30, 30));
    auto *words = new QLabel(tr("<b>Drop a file anywhere on the window</b><br>Accounts, contacts, deals, activities, intent, costs, campaigns: "
                                "CSV from any CRM or spreadsheet. Encoding, delimiter and columns are found."));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    auto *choose = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Choose a file…"));
    setLook(choose, ButtonLook::primary);
    dropColumn->addWidget(picture, 0, Qt::AlignCenter);
    dropColumn->addWidget(words);
    dropColumn->addWidget(choose, 0, Qt::AlignCenter);
    in->addPadded(drop);
    connect(choose, &QPushButton::clicked, this, &ExchangePage::askForFile);

    auto *earlier = new Panel(tr("Earlier imports"));
    earlier->setFacts(tr("each can be taken back, updates included"));
    m_undo = new QPushButton(themedIcon(QStringLiteral("undo")), tr("Undo this import"));
    m_undo->setEnabled(false);
    earlier->addControl(m_undo);
    m_list = new QStandardItemModel(0, 10, this);
    m_table = new QTableView;
    m_table->setAccessibleName(tr("Earlier imports"));
    m_table->setModel(m_list);
    setUpTable(m_table, {.sortable = false, .multiSelect = false});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    earlier->addContent(m_table, 1);
    connect(m_undo, &QPushButton::clicked, this, &ExchangePage::undoSelected);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        const auto row = static_cast<std::size_t>(std::max(0, current.row()));
        m_undo->setEnabled(current.isValid() && row < m_imports.size() && !m_imports[row].undoneAt);
        for (Command *command : std::as_const(m_commands))
            command->changed();
    });

    auto *top = new QHBoxLayout;
    top->setSpacing(metric::panelGap);
    top->addWidget(in, 2);
    top->addWidget(buildExports(), 3);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(metric::pageMargin, metric::panelGap, metric::pageMargin, metric::pageMargin);
    body->setSpacing(metric::panelGap);
    body->addLayout(top);
    body->addWidget(earlier, 1);
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addLayout(body, 1);
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    return start;
}

void ExchangePage::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    m_stale = true;
    if (m_snapshot) {
        readImports();
    } else {
        m_imports.clear();
        showImports();
        m_stack->setCurrentIndex(0);
    }
    for (Command *command : std::as_const(m_commands))
        command->changed();
}

void ExchangePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_stale)
        readImports();
}

void ExchangePage::readImports()
{
    if (!m_snapshot || m_reading || !isVisible())
        return;
    m_reading = true;
    m_stale = false;
    m_context.session.run(
        tr("Reading the list of imports"), [](Workspace &workspace, const Progress &) { return imports(workspace); }, this,
        [this](Result<std::vector<ImportRecord>> records) {
            m_reading = false;
            if (!records.ok())
                return tell(errorText(records.error()));
            if (m_stale) // something changed while this was read
                return readImports();
            m_imports = std::move(*records);
            std::reverse(m_imports.begin(), m_imports.end());
            showImports();
        },
        WorkspaceSession::Effect::reads);
}

void ExchangePage::showImports()
{
    const int current = std::max(0, m_table->currentIndex().row());
    m_list->clear();
    m_list->setHorizontalHeaderLabels({tr("When"), tr("By"), tr("File"), tr("Kind"), tr("Read"), tr("New"), tr("Updated"), tr("Unchanged"), tr("Duplicate"),
                                       tr("Rejected"), tr("State")});
    for (const ImportRecord &record : m_imports) {
        const auto kind = importKindOf(record.kind);
        const QStringList cells{instantText(record.instant, m_snapshot ? m_snapshot->settings.timeZone : QByteArray("UTC")), QString::fromStdString(record.by),
                                QString::fromStdString(record.file), kind ? kindTitle(*kind) : QString::fromStdString(record.kind), countText(record.read),
                                countText(record.inserted), countText(record.updated), countText(record.unchanged), countText(record.duplicate),
                                countText(record.rejected), record.undoneAt ? tr("taken back by %1").arg(QString::fromStdString(record.undoneBy)) : tr("in force")};
        QList<QStandardItem *> items;
        for (int column = 0; column < cells.size(); ++column) {
            auto *item = new QStandardItem(cells[column]);
            if (column >= 4 && column <= 9)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (record.undoneAt)
                item->setData(int(Tone::muted), ToneRole);
            else if (column == 9 && record.rejected > 0)
                item->setData(int(Tone::red), ToneRole);
            items << item;
        }
        m_list->appendRow(items);
    }
    for (int column = 4; column <= 9; ++column) {
        if (QStandardItem *head = m_list->horizontalHeaderItem(column))
            head->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    fitColumns(m_table, 260);
    if (m_list->rowCount() > 0)
        m_table->setCurrentIndex(m_list->index(std::min(current, m_list->rowCount() - 1), 0));
    else
        m_undo->setEnabled(false);
    Q_EMIT statusTextsChanged();
}

void ExchangePage::undoSelected()
{
    const auto row = static_cast<std::size_t>(std::max(0, m_table->currentIndex().row()));
    if (row >= m_imports.size())
        return;
    const ImportRecord record = m_imports[row];
    if (!m_context.prompts.confirm(this, tr("Undo this import"),
                                   tr("%1: new rows go, changed rows get back what they held.").arg(QString::fromStdString(record.file)), tr("Undo import")))
        return;
    m_message->hide();
    const QString by = m_context.preferences.who();
    m_context.session.run(
        tr("Taking the import back"), [id = record.id, by](Workspace &workspace, const Progress &) { return undoImport(workspace, id, by); }, this,
        [this](Outcome undone) {
            if (!undone.ok())
                tell(errorText(undone.error()));
            readImports();
        });
}

void ExchangePage::askForFile()
{
    const QString file = m_context.prompts.fileToOpen(this, tr("Choose a file to import"), {tr("Tables (*.csv *.tsv *.txt)"), tr("All files (*)")});
    if (!file.isEmpty())
        openFile(file);
}

void ExchangePage::openFile(const QString &file)
{
    if (file.isEmpty())
        return askForFile();
    if (m_wizard->isRunning())
        return tell(tr("An import is running. Wait for it, or cancel it first."));
    m_stack->setCurrentIndex(1);
    m_wizard->start(file);
    Q_EMIT statusTextsChanged();
}

bool ExchangePage::wizardShown() const
{
    return m_stack->currentIndex() == 1;
}

bool ExchangePage::settled() const
{
    return !m_reading && m_wizard->settled();
}

void ExchangePage::tell(const QString &text)
{
    m_message->setMessage(MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

StatusTexts ExchangePage::statusTexts() const
{
    StatusTexts texts;
    if (wizardShown())
        texts.left << m_wizard->statusText();
    else if (m_snapshot)
        texts.left << tr("%n import(s)", nullptr, static_cast<int>(m_imports.size()));
    return texts;
}

QList<QWidget *> ExchangePage::panes()
{
    return wizardShown() ? QList<QWidget *>{m_wizard} : QList<QWidget *>{m_table};
}

void ExchangePage::buildCommands()
{
    const auto open = [this] { return m_snapshot ? Availability::yes() : Availability::no(tr("Open a workspace first.")); };
    m_commands << new FunctionCommand({.id = QStringLiteral("exchange.import"), .text = [] { return tr("&Import a file…"); },
                                       .run = [this] { m_context.navigation.startImport({}); }, .iconName = QStringLiteral("upload"),
                                       .menu = CommandMenu::file, .section = 3, .shortcuts = {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, .availability = open},
                                      this);
    for (const ExportSubject subject : subjects) {
        if (subject == ExportSubject::accounts)
            continue; // the accounts page has it
        m_commands << new FunctionCommand({.id = QStringLiteral("exchange.export_%1").arg(int(subject)),
                                           .text = [subject] { return tr("Export: %1…").arg(exportTitle(subject)); },
                                           .run = [this, subject] { exportTable(m_context, this, subject, m_profile->currentData().toString()); },
                                           .iconName = QStringLiteral("download"), .menu = CommandMenu::file, .section = 3, .availability = open},
                                          this);
    }
    m_commands << new FunctionCommand({.id = QStringLiteral("exchange.undo_import"), .text = [] { return tr("&Undo the selected import…"); },
                                       .run = [this] { undoSelected(); }, .menu = CommandMenu::tools, .section = 1,
                                       .availability = [this] { return m_undo->isEnabled() ? Availability::yes() : Availability::no(tr("Select an import that is in force.")); }},
                                      this);
}

} // namespace dimsum
