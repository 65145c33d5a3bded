#include "ui/tiering/policy_history.h"

#include "qt/display_text.h"
#include "service/tiering_service.h"
#include "service/workspace_session.h"
#include "ui/common/table_setup.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <map>
#include <tuple>

namespace dimsum {

PolicyHistory::PolicyHistory(PageContext context, QWidget *parent) : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Policy history"));
    m_model = new QStandardItemModel(0, 5, this);
    m_model->setHorizontalHeaderLabels({tr("Applied"), tr("By"), tr("Policy"), tr("As of"), tr("Accounts moved")});
    auto *table = new QTableView(this);
    table->setAccessibleName(windowTitle());
    table->setModel(m_model);
    setUpTable(table, {.sortable = false, .multiSelect = false});
    table->horizontalHeader()->setStretchLastSection(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table, 1);
    column->addWidget(buttons);
    resize(560, 360);
    read();
}

void PolicyHistory::read()
{
    m_context.session.run(
        tr("Reading the history"), [](Workspace &workspace, const Progress &) { return tierHistory(workspace); }, this,
        [this](Result<std::vector<HistoryLine>> lines) {
            if (!lines.ok())
                return m_context.navigation.showError(lines.error());
            // One press of Apply writes all its lines at one instant.
            std::map<std::tuple<std::int64_t, std::string, std::int64_t, Day>, qint64, std::greater<>> applications;
            for (const HistoryLine &line : *lines)
                ++applications[{line.instant, line.by, line.policyVersion, line.asOf}];
            const auto snapshot = m_context.session.snapshot();
            for (const auto &[key, moved] : applications) {
                const auto &[instant, by, version, asOf] = key;
                m_model->appendRow({new QStandardItem(instantText(instant, snapshot ? snapshot->settings.timeZone : QByteArray("UTC"))),
                                    new QStandardItem(QString::fromStdString(by)), new QStandardItem(QString::number(version)),
                                    new QStandardItem(fullDayText(asOf)), new QStandardItem(countText(moved))});
            }
        },
        WorkspaceSession::Effect::reads);
}

} // namespace dimsum
