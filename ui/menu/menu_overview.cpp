#include "ui/menu/menu_overview.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/message_panel.h"
#include "ui/common/prompts.h"
#include "ui/common/style.h"
#include "ui/common/table_setup.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

QString tiersText(const Play &play)
{
    QStringList tiers;
    for (const int tier : play.tiers)
        tiers << QString::number(tier);
    return tiers.join(QStringLiteral(", "));
}

QString approvalText(const Approval &approval, const Currency &currency)
{
    switch (approval.rule) {
    case Approval::Rule::none:
        return MenuOverview::tr("none");
    case Approval::Rule::always:
        return MenuOverview::tr("always");
    case Approval::Rule::above:
        return MenuOverview::tr("above %1").arg(currencyText(approval.above, currency));
    }
    return {};
}

QString statusText(PlayStatus status)
{
    switch (status) {
    case PlayStatus::draft:
        return MenuOverview::tr("draft");
    case PlayStatus::approved:
        return MenuOverview::tr("approved");
    case PlayStatus::retired:
        return MenuOverview::tr("retired");
    }
    return {};
}

} // namespace

MenuOverview::MenuOverview(PageContext context, QWidget *parent) : QDialog(parent), m_context(context)
{
    setWindowTitle(tr("Menu of the program"));
    m_plays = new QStandardItemModel(0, 10, this);
    m_plays->setHorizontalHeaderLabels({tr("Play"), tr("Channel"), tr("Tiers"), tr("Price"), tr("Lead, days"), tr("Ordered"), tr("Per account"),
                                        tr("Approval"), tr("Team"), tr("Status")});
    auto *table = new QTableView(this);
    table->setAccessibleName(windowTitle());
    table->setModel(m_plays);
    setUpTable(table, {.sortable = false, .multiSelect = false});
    m_message = new MessagePanel(this);
    m_message->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_approve = buttons->addButton(tr("Approve drafts"), QDialogButtonBox::ActionRole);
    setLook(m_approve, ButtonLook::primary);
    QPushButton *loading = buttons->addButton(tr("Load menu…"), QDialogButtonBox::ActionRole);
    QPushButton *saving = buttons->addButton(tr("Save menu…"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    column->addWidget(table, 1);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(980, 560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, &MenuOverview::approve);
    connect(loading, &QPushButton::clicked, this, &MenuOverview::load);
    connect(saving, &QPushButton::clicked, this, &MenuOverview::save);
    connect(&m_context.session, &WorkspaceSession::snapshotChanged, this, [this](const std::shared_ptr<const Snapshot> &snapshot) {
        if (snapshot)
            show(*snapshot);
    });
    if (const auto snapshot = m_context.session.snapshot())
        show(*snapshot);
    fitColumns(table);
}

void MenuOverview::show(const Snapshot &snapshot)
{
    const Menu &menu = snapshot.menu.menu;
    const Currency &currency = snapshot.settings.currency;
    m_plays->removeRows(0, m_plays->rowCount());
    int drafts = 0;
    for (const Play &play : menu.plays) {
        drafts += play.status == PlayStatus::draft;
        const auto used = snapshot.menu.ordered.find(play.code);
        const int ordered = used == snapshot.menu.ordered.end() ? 0 : used->second;
        const QString places = play.capacity ? tr("%1 of %2").arg(ordered).arg(*play.capacity) : QString::number(ordered);
        const QStringList cells{QString::fromStdString(play.name), QString::fromStdString(play.channel), tiersText(play),
                                currencyText(priceOf(play), currency), QString::number(play.leadDays), places,
                                play.perAccount ? QString::number(*play.perAccount) : tr("no limit"), approvalText(play.approval, currency),
                                QString::fromStdString(play.ownerTeam), statusText(play.status)};
        QList<QStandardItem *> items;
        for (const QString &cell : cells)
            items << new QStandardItem(cell);
        items[3]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        items[0]->setToolTip(QString::fromStdString(play.description));
        m_plays->appendRow(items);
    }
    m_approve->setText(tr("Approve %n draft(s)", nullptr, drafts));
    m_approve->setEnabled(drafts > 0);
}

void MenuOverview::tell(const QString &text)
{
    m_message->setMessage(MessagePanel::Kind::red, text);
    m_message->show();
}

void MenuOverview::approve()
{
    const std::string by = m_context.preferences.who().toStdString();
    m_context.session.run(
        tr("Approving the menu"), [by](Workspace &workspace, const Progress &) { return approveMenu(workspace, by); }, this,
        [this](Result<int> approved) {
            if (!approved.ok())
                tell(errorText(approved.error()));
        });
}

void MenuOverview::load()
{
    const auto snapshot = m_context.session.snapshot();
    const QString file = m_context.prompts.fileToOpen(this, tr("Load a menu"), {tr("Menu (*.json)")});
    if (file.isEmpty() || !snapshot)
        return;
    QFile in(file);
    constexpr qint64 mostBytes = 8 << 20;
    if (!in.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read. Check its permissions.").arg(file));
    auto menu = menuFromText(in.read(mostBytes), snapshot->settings.currency);
    if (!menu.ok())
        return tell(errorText(menu.error()));
    m_message->hide();
    const std::string by = m_context.preferences.who().toStdString();
    m_context.session.run(
        tr("Storing the menu"),
        [menu = std::move(*menu), by, version = snapshot->menu.version](Workspace &workspace, const Progress &) { return setMenu(workspace, menu, by, version); },
        this,
        [this](Result<std::int64_t> stored) {
            if (!stored.ok())
                tell(errorText(stored.error()));
        });
}

void MenuOverview::save()
{
    const auto snapshot = m_context.session.snapshot();
    const QString file = m_context.prompts.fileToSave(this, tr("Save the menu"), QStringLiteral("menu.json"), {tr("Menu (*.json)")}, QStringLiteral("json"));
    if (file.isEmpty() || !snapshot)
        return;
    QSaveFile out(file);
    const QByteArray text = menuText(snapshot->menu.menu, snapshot->settings.currency);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        tell(tr("%1 cannot be written. Check the folder and the free space.").arg(file));
}

} // namespace dimsum
