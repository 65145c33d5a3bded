#include "ui/exchange/import_wizard.h"

#include "qt/display_text.h"
#include "qt/roles.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/page_header.h"
#include "ui/common/panel.h"
#include "ui/common/style.h"
#include "ui/common/table_setup.h"
#include "ui/common/theme.h"
#include "ui/common/two_line_delegate.h"
#include "ui/exchange/counts_panel.h"
#include "ui/exchange/format_form.h"
#include "ui/exchange/import_words.h"
#include "ui/exchange/mapping_table.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace dimsum {

namespace {

constexpr int shownRows = 200;

QLabel *bodyText()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setContentsMargins(metric::pageMargin, 8, metric::pageMargin, 8);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
}

} // namespace

ImportWizard::ImportWizard(PageContext context, QString profileFolder, QWidget *parent)
    : QWidget(parent), m_context(context), m_profileFolder(std::move(profileFolder))
{
    build();
    go(File);
}

QWidget *ImportWizard::buildMatching()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(metric::pageMargin, 8, metric::pageMargin, 8);
    m_keys = new QLabel;
    m_keys->setTextFormat(Qt::RichText);
    column->addWidget(m_keys);
    auto *title = new QLabel(tr("<b>If the workspace knows a row already</b>"));
    column->addWidget(title);
    m_policies = new QButtonGroup(this);
    for (const ImportPolicy policy : {ImportPolicy::overwrite, ImportPolicy::updateEmpty, ImportPolicy::create, ImportPolicy::skip}) {
        auto *radio = new QRadioButton(policyTitle(policy));
        auto *about = new QLabel(policyDescription(policy));
        about->setFont(Theme::of(this).font(TypeSize::small));
        about->setContentsMargins(24, 0, 0, 4);
        about->setWordWrap(true);
        m_policies->addButton(radio, int(policy));
        column->addWidget(radio);
        column->addWidget(about);
    }
    m_policies->button(int(defaultImportPolicy))->setChecked(true);
    m_createAccounts = new QCheckBox(tr("Make accounts that are named and not known yet"));
    column->addWidget(m_createAccounts);
    column->addStretch();
    connect(m_policies, &QButtonGroup::idToggled, this, [this] { m_dry.reset(); });
    connect(m_createAccounts, &QCheckBox::toggled, this, [this] { m_dry.reset(); });
    return page;
}

QWidget *ImportWizard::buildReport()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_reportText = bodyText();
    column->addWidget(m_reportText);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, 8);
    m_saveRejects = new QPushButton(themedIcon(QStringLiteral("download")), tr("Save rejected rows…"));
    m_undo = new QPushButton(themedIcon(QStringLiteral("undo")), tr("Undo this import"));
    m_another = new QPushButton(themedIcon(QStringLiteral("upload")), tr("Import another file…"));
    m_toAccounts = new QPushButton(themedIcon(QStringLiteral("accounts")), tr("Go to the accounts"));
    for (QPushButton *button : {m_saveRejects, m_undo, m_another, m_toAccounts})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    m_typesHost = new QVBoxLayout;
    m_typesHost->setContentsMargins(metric::pageMargin, 0, metric::pageMargin, 8);
    column->addLayout(m_typesHost);
    column->addStretch();
    connect(m_saveRejects, &QPushButton::clicked, this, &ImportWizard::saveRejects);
    connect(m_undo, &QPushButton::clicked, this, &ImportWizard::undo);
    connect(m_another, &QPushButton::clicked, this, [this] {
        Q_EMIT finished();
        m_context.navigation.startImport({});
    });
    connect(m_toAccounts, &QPushButton::clicked, this, [this] {
        Q_EMIT finished();
        m_context.navigation.openPage(page_id::accounts);
    });
    return page;
}

void ImportWizard::build()
{
    m_header = new PageHeader(tr("Import"), this);
    m_message = new MessagePanel(this);
    m_message->hide();
    m_stepModel = new QStandardItemModel(StepCount, 1, this);
    m_steps = new QListView;
    m_steps->setAccessibleName(tr("Steps of the import"));
    m_steps->setModel(m_stepModel);
    setUpList(m_steps);
    m_steps->setItemDelegate(new TwoLineDelegate(m_steps));
    m_steps->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_steps->setFixedWidth(metric::listPane - 12);
    m_file = new FormatForm(FormatForm::Part::file, m_profileFolder);
    m_format = new FormatForm(FormatForm::Part::format, m_profileFolder);
    m_mapping = new MappingTable;
    m_checkText = bodyText();
    m_runText = bodyText();
    m_stack = new QStackedWidget;
    for (QWidget *page : {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_format), static_cast<QWidget *>(m_mapping), buildMatching(),
                          static_cast<QWidget *>(m_checkText), static_cast<QWidget *>(m_runText), buildReport()})
        m_stack->addWidget(page);
    auto *rows = new Panel(tr("Preview"));
    rows->setFacts(tr("as the file is read, first %1 rows").arg(shownRows));
    m_rowsPanel = rows;
    m_rows = new QStandardItemModel(this);
    m_rowsTable = new QTableView;
    m_rowsTable->setAccessibleName(tr("First rows of the file"));
    m_rowsTable->setModel(m_rows);
    setUpTable(m_rowsTable, {.rows = RowSize::compact, .sortable = false, .movableColumns = false});
    m_rowsTable->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows->addContent(m_rowsTable, 1);
    auto *centre = new QSplitter(Qt::Vertical);
    centre->addWidget(m_stack);
    centre->addWidget(m_rowsPanel);
    centre->setStretchFactor(0, 3);
    centre->setStretchFactor(1, 2);
    centre->setChildrenCollapsible(false);
    m_counts = new CountsPanel;
    m_counts->setMinimumWidth(320);
    auto *body = new QSplitter;
    body->addWidget(m_steps);
    body->addWidget(centre);
    body->addWidget(m_counts);
    body->setStretchFactor(1, 1);
    body->setSizes({metric::listPane, 800, 340});
    body->setChildrenCollapsible(false);

    m_hint = new QLabel(tr("One bad value never stops the file. Rejected rows can be saved, mended and imported again."));
    m_hint->setWordWrap(true);
    m_cancel = new QPushButton(tr("Cancel"));
    m_back = new QPushButton(themedIcon(QStringLiteral("chevron-left")), tr("Back"));
    m_next = new QPushButton;
    setLook(m_next, ButtonLook::primary);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metric::pageMargin, 8, metric::pageMargin, 8);
    bar->addWidget(m_hint, 1);
    bar->addWidget(m_cancel);
    bar->addWidget(m_back);
    bar->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_message);
    column->addWidget(body, 1);
    column->addLayout(bar);

    connect(m_file, &FormatForm::changed, this, &ImportWizard::readPreview);
    connect(m_format, &FormatForm::changed, this, &ImportWizard::readPreview);
    connect(m_mapping, &MappingTable::edited, this, [this] {
        m_mappingEdited = true;
        m_dry.reset();
        showSteps();
        showButtons();
    });
    connect(m_cancel, &QPushButton::clicked, this, &ImportWizard::leave);
    connect(m_back, &QPushButton::clicked, this, &ImportWizard::back);
    connect(m_next, &QPushButton::clicked, this, &ImportWizard::next);
    connect(m_message, &MessagePanel::linkActivated, m_message, &QWidget::hide);
    connect(&m_context.session, &WorkspaceSession::jobProgress, this, [this](const QString &, qint64 done, qint64 total) {
        if (m_running && total > 0)
            m_runText->setText(tr("<b>Importing</b> %1 of %2. Cancel leaves nothing behind.").arg(percentText(double(done) / double(total)), QLocale().formattedDataSize(total)));
    });
}

void ImportWizard::start(const QString &file)
{
    m_preview.reset();
    m_dry.reset();
    m_report.reset();
    m_mappingEdited = false;
    m_broken = false;
    m_message->hide();
    m_header->setTitle(tr("Import"));
    m_header->setFacts(QFileInfo(file).fileName());
    m_counts->setReport(tr("<b>Dry run</b> comes with the check"), nullptr);
    go(File);
    readPreview({.file = file, .profileFolder = m_profileFolder});
}

// The file is read on the session's thread; answers to older questions are dropped.
void ImportWizard::readPreview(const PreviewRequest &wanted)
{
    ++m_waiting;
    const std::uint64_t generation = ++m_generation;
    m_context.session.run(
        tr("Reading the file"), [wanted](Workspace &, const Progress &) { return previewImport(wanted); }, this,
        [this, generation](Result<ImportPreview> preview) {
            --m_waiting;
            if (generation != m_generation)
                return;
            m_broken = !preview.ok();
            if (preview.ok())
                takePreview(std::move(*preview));
            else
                tell(errorText(preview.error()));
            showButtons();
            Q_EMIT statusChanged();
        },
        WorkspaceSession::Effect::reads);
}

void ImportWizard::takePreview(ImportPreview preview)
{
    m_preview = std::move(preview);
    m_dry.reset();
    m_mappingEdited = false;
    m_message->hide();
    m_header->setTitle(tr("Import %1").arg(kindTitle(m_preview->kind).toLower()));
    m_header->setFacts(tr("%1 · %2").arg(QFileInfo(m_preview->file).fileName(), QLocale().formattedDataSize(m_preview->size)));
    m_file->setPreview(*m_preview);
    m_format->setPreview(*m_preview);
    m_mapping->setMapping(m_preview->mapping);
    m_keys->setText(tr("<b>Rows are matched by</b> %1").arg(matchKeys(m_preview->kind)));
    const bool named = m_preview->kind != ImportKind::accounts && m_preview->kind != ImportKind::costs && m_preview->kind != ImportKind::campaigns;
    m_createAccounts->setVisible(named);
    showRows();
    showSteps();
}

void ImportWizard::showRows()
{
    m_rows->clear();
    m_rows->setHorizontalHeaderLabels(m_preview->header);
    for (const QStringList &cells : m_preview->rows) {
        QList<QStandardItem *> items;
        for (const QString &cell : cells)
            items << new QStandardItem(cell);
        m_rows->appendRow(items);
    }
    fitColumns(m_rowsTable, 220);
}

QString ImportWizard::stepSummary(Step step) const
{
    if (!m_preview)
        return {};
    switch (step) {
    case File:
        return kindTitle(m_preview->kind);
    case Format:
        return tr("%1, %2").arg(m_preview->format.encoding, delimiterTitle(m_preview->format.delimiter));
    case Mapping:
        return tr("%1 of %2 columns").arg(m_mapping->mapped()).arg(m_mapping->rowCount());
    case Matching:
        return matchKeys(m_preview->kind);
    case Check:
        return m_dry ? tr("%n row(s) rejected", nullptr, static_cast<int>(m_dry->rejected)) : QString();
    case Report:
        return m_report ? tr("%1 new, %2 updated").arg(countText(m_report->inserted), countText(m_report->updated)) : QString();
    default:
        return {};
    }
}

void ImportWizard::showSteps()
{
    const QStringList names{tr("File"), tr("Format"), tr("Mapping"), tr("Matching"), tr("Check"), tr("Import"), tr("Report")};
    for (int step = 0; step < StepCount; ++step) {
        QStandardItem *item = m_stepModel->item(step) != nullptr ? m_stepModel->item(step) : new QStandardItem;
        item->setText(tr("%1. %2").arg(step + 1).arg(names[step]));
        item->setData(stepSummary(static_cast<Step>(step)), SecondLineRole);
        item->setData(step < m_step ? QStringLiteral("ok") : step == m_step ? QStringLiteral("right") : QStringLiteral("slash"), IconNameRole);
        item->setData(int(step < m_step ? Tone::good : step == m_step ? Tone::accent : Tone::muted), ToneRole);
        item->setFlags(step == m_step ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::ItemIsEnabled);
        if (m_stepModel->item(step) == nullptr)
            m_stepModel->setItem(step, item);
    }
    m_steps->setCurrentIndex(m_stepModel->index(m_step, 0));
}

void ImportWizard::go(Step step)
{
    m_step = step;
    m_stack->setCurrentIndex(step);
    m_rowsPanel->setVisible(step <= Mapping);
    showSteps();
    showButtons();
    Q_EMIT statusChanged();
}

void ImportWizard::showButtons()
{
    const QStringList verbs{tr("Next: format"), tr("Next: mapping"), tr("Next: matching"), tr("Next: check"), tr("Import %1"), tr("Importing…"), tr("Done")};
    QString verb = verbs[m_step];
    if (m_step == Check)
        verb = m_dry ? tr("Import %n row(s)", nullptr, static_cast<int>(m_dry->read - m_dry->rejected)) : tr("Checking…");
    m_next->setText(verb);
    QString reason;
    if (!m_preview)
        reason = m_broken ? tr("This file cannot be imported; the message above says why.") : tr("Reading the file…");
    else if (m_step == Mapping) {
        if (const Outcome usable = usableMapping(m_mapping->mapping()); !usable)
            reason = errorText(usable.error());
    } else if (m_step == Check && m_dry && m_dry->read == m_dry->rejected)
        reason = tr("No row can come in as it is. Go back and change the mapping, or save the rejected rows.");
    m_next->setEnabled(m_preview && reason.isEmpty() && m_step != Import && !(m_step == Check && !m_dry));
    m_hint->setText(reason.isEmpty() ? tr("One bad value never stops the file. Rejected rows can be saved, mended and imported again.") : reason);
    m_back->setVisible(m_step > File && m_step < Import);
    m_cancel->setVisible(m_step != Report);
}

void ImportWizard::next()
{
    switch (m_step) {
    case Matching:
        go(Check);
        dryRun();
        break;
    case Check:
        runImport();
        break;
    case Report:
        Q_EMIT finished();
        break;
    default:
        go(static_cast<Step>(m_step + 1));
        break;
    }
}

void ImportWizard::back()
{
    if (m_step > File && m_step < Import)
        go(static_cast<Step>(m_step - 1));
}

void ImportWizard::leave()
{
    if (m_running || m_waiting > 0)
        m_context.session.cancel(); // the answer says that nothing was changed
    if (!m_running)
        Q_EMIT finished();
}

QString ImportWizard::statusText() const
{
    return tr("Step %1 of %2").arg(m_step + 1).arg(int(StepCount));
}

void ImportWizard::tell(const QString &text)
{
    m_message->setMessage(MessagePanel::Kind::red, text, tr("Dismiss"));
    m_message->show();
}

} // namespace dimsum
