// The second half of the wizard: dry run, import, report, and what can be done about it.
#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/prompts.h"
#include "ui/common/theme.h"
#include "ui/exchange/counts_panel.h"
#include "ui/exchange/import_wizard.h"
#include "ui/exchange/import_words.h"
#include "ui/exchange/mapping_table.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace dimsum {

ImportRequest ImportWizard::request(bool dryRun) const
{
    ImportRequest request;
    request.kind = m_preview->kind;
    request.file = m_preview->file;
    request.policy = static_cast<ImportPolicy>(m_policies->checkedId());
    request.createAccounts = m_createAccounts->isChecked();
    request.dryRun = dryRun;
    request.by = m_context.preferences.who();
    request.format = m_preview->format;
    request.mapping = m_mapping->mapping();
    return request;
}

void ImportWizard::dryRun()
{
    m_dry.reset();
    m_message->hide();
    m_counts->setReport(tr("<b>Dry run</b> running, nothing is written"), nullptr);
    m_checkText->setText(tr("<b>Checking every row.</b> Nothing is written yet."));
    showButtons();
    ++m_waiting;
    const std::uint64_t generation = ++m_generation;
    m_context.session.run(
        tr("Checking the file"), [wanted = request(true)](Workspace &workspace, const Progress &progress) { return importFile(workspace, wanted, progress); },
        this,
        [this, generation](Result<ImportReport> report) {
            --m_waiting;
            if (generation != m_generation)
                return;
            if (!report.ok()) {
                m_counts->setReport(tr("<b>Dry run</b> did not finish"), nullptr);
                m_checkText->setText(tr("Nothing was written."));
                tell(errorText(report.error()));
                return;
            }
            m_dry = std::move(*report);
            m_counts->setReport(tr("<b>Dry run</b> nothing is written yet"), &*m_dry);
            QString text = tr("<b>%1 rows were read.</b> %2 are new, %3 change what is stored, %4 are as stored already, %5 stand twice in the file, "
                              "%6 are rejected.")
                               .arg(countText(m_dry->read), countText(m_dry->inserted), countText(m_dry->updated), countText(m_dry->unchanged),
                                    countText(m_dry->duplicate), countText(m_dry->rejected));
            if (m_dry->createdAccounts > 0)
                text += QStringLiteral("<br>") + tr("%n account(s) would be made.", nullptr, static_cast<int>(m_dry->createdAccounts));
            if (m_dry->stubContacts > 0)
                text += QStringLiteral("<br>") + tr("%n person(s) are known from activities only; they get no hand-off until consent data arrive.", nullptr, static_cast<int>(m_dry->stubContacts));
            text += QStringLiteral("<br><br>") + tr("The whole import can be taken back at any time, updates included.");
            m_checkText->setText(text);
            showSteps();
            showButtons();
            Q_EMIT statusChanged();
        },
        WorkspaceSession::Effect::reads);
}

void ImportWizard::runImport()
{
    go(Import);
    m_running = true;
    m_runText->setText(tr("<b>Importing.</b> Cancel leaves nothing behind."));
    ++m_waiting;
    m_context.session.run(
        tr("Importing %1").arg(QFileInfo(m_preview->file).fileName()),
        [wanted = request(false)](Workspace &workspace, const Progress &progress) { return importFile(workspace, wanted, progress); }, this,
        [this](Result<ImportReport> report) {
            --m_waiting;
            m_running = false;
            if (report.ok())
                return takeReport(*report);
            tell(errorText(report.error()));
            go(Check);
        });
}

void ImportWizard::takeReport(const ImportReport &report)
{
    m_report = report;
    m_import = report.id;
    m_counts->setReport(tr("<b>Imported</b> %1").arg(QFileInfo(m_preview->file).fileName()), &*m_report);
    QString text = tr("<b>Done.</b> %1 rows read: %2 new, %3 updated, %4 unchanged, %5 duplicate, %6 rejected.")
                       .arg(countText(report.read), countText(report.inserted), countText(report.updated), countText(report.unchanged),
                            countText(report.duplicate), countText(report.rejected));
    if (m_mappingEdited) {
        const QString name = QStringLiteral("%1-%2").arg(QFileInfo(m_preview->file).completeBaseName().toLower(), kindTitle(m_preview->kind).toLower());
        const auto kept = rememberMapping(m_profileFolder, m_mapping->mapping(), m_preview->format, name);
        text += QStringLiteral("<br>") + (kept.ok() ? tr("The mapping is kept: the next file with these columns is mapped like this.") : errorText(kept.error()).toHtmlEscaped());
    }
    m_reportText->setText(text);
    m_saveRejects->setVisible(report.rejected > 0);
    m_undo->setVisible(report.id.valid());
    showUnknownTypes(report);
    go(Report);
}

// Types without points of their own are worth the policy's points for unknown ones until somebody says otherwise.
void ImportWizard::showUnknownTypes(const ImportReport &report)
{
    delete m_types;
    m_types = nullptr;
    m_points.clear();
    if (report.unknownTypes.empty() || m_preview->kind != ImportKind::activities)
        return;
    m_types = new QWidget;
    auto *form = new QFormLayout(m_types);
    auto *title = new QLabel(tr("<b>Types of activity without points.</b> Until they get some, each counts as unknown."));
    title->setWordWrap(true);
    form->addRow(title);
    constexpr std::size_t mostAsked = 12;
    for (std::size_t i = 0; i < report.unknownTypes.size() && i < mostAsked; ++i) {
        const NamedCount &type = report.unknownTypes[i];
        auto *box = new QDoubleSpinBox;
        box->setRange(0, 100);
        box->setDecimals(0);
        box->setValue(1);
        box->setAccessibleName(tr("Points for %1").arg(QString::fromStdString(type.name)));
        form->addRow(tr("%1, %2 times").arg(QString::fromStdString(type.name), countText(type.count)), box);
        m_points[type.name] = box;
    }
    auto *store = new QPushButton(themedIcon(QStringLiteral("check")), tr("Store the points"));
    form->addRow(QString(), store);
    connect(store, &QPushButton::clicked, this, &ImportWizard::storePoints);
    m_typesHost->addWidget(m_types);
}

void ImportWizard::storePoints()
{
    std::vector<NewTypePoints> points;
    for (const auto &[name, box] : m_points)
        points.push_back({name, box->value()});
    const std::string by = m_context.preferences.who().toStdString();
    m_context.session.run(
        tr("Storing the points"), [points, by](Workspace &workspace, const Progress &) { return addTypePoints(workspace, points, by); }, this,
        [this](Result<std::int64_t> version) {
            if (!version.ok())
                return tell(errorText(version.error()));
            m_context.navigation.notify(Tone::good, tr("The points are stored in policy %1.").arg(*version));
            if (m_types != nullptr)
                m_types->hide();
        });
}

// The rows are found again by a dry run, so that no copy of the file has to be kept.
void ImportWizard::saveRejects()
{
    const QString file = m_context.prompts.fileToSave(this, tr("Save the rejected rows"), QStringLiteral("rejected.csv"), {tr("CSV (*.csv)")}, QStringLiteral("csv"));
    if (file.isEmpty())
        return;
    ImportRequest wanted = request(true);
    wanted.rejects = file;
    m_context.session.run(
        tr("Saving the rejected rows"), [wanted](Workspace &workspace, const Progress &progress) { return importFile(workspace, wanted, progress); }, this,
        [this, file](Result<ImportReport> report) {
            if (!report.ok())
                return tell(errorText(report.error()));
            m_context.navigation.notify(Tone::good, tr("%n rejected row(s) saved to %1, each with its line, field and reason.", nullptr, static_cast<int>(report->rejected)).arg(file));
        },
        WorkspaceSession::Effect::reads);
}

void ImportWizard::undo()
{
    const ImportId import = m_import;
    const QString by = m_context.preferences.who();
    m_context.session.run(
        tr("Taking the import back"), [import, by](Workspace &workspace, const Progress &) { return undoImport(workspace, import, by); }, this,
        [this](Outcome undone) {
            if (!undone.ok())
                return tell(errorText(undone.error()));
            m_undo->hide();
            m_reportText->setText(tr("<b>The import was taken back.</b> The workspace is as it was before."));
        });
}

} // namespace dimsum
