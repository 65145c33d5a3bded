#include "ui/menu/menu_overview.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/icon.h"
#include "ui/common/message_panel.h"
#include "ui/common/prompts.h"
#include "ui/common/style.h"
#include "ui/common/table_setup.h"
#include "ui/menu/play_dialog.h"
#include "ui/menu/program_dialog.h"
#include "ui/menu/tier_menus.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QPushButton>
#include <QSaveFile>
#include <QStandardItemModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

enum Column { Name, Channel, Tier1, Tier2, Tier3, Price, Lead, Ordered, PerAccount, ApprovalColumn, Team, Status, Columns };

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
    m_plays = new QStandardItemModel(0, Columns, this);
    m_plays->setHorizontalHeaderLabels({tr("Play"), tr("Channel"), tr("Tier 1"), tr("Tier 2"), tr("Tier 3"), tr("Price"), tr("Lead, days"), tr("Ordered"),
                                        tr("Per account"), tr("Approval"), tr("Team"), tr("Status")});
    m_table = new QTableView(this);
    m_table->setAccessibleName(windowTitle());
    m_table->setModel(m_plays);
    setUpTable(m_table, {.sortable = false, .multiSelect = false});
    m_limits = new QStandardItemModel(0, 4, this);
    m_limits->setHorizontalHeaderLabels({tr("Envelope"), tr("Pays for"), tr("Limit"), tr("Used")});
    m_envelopeTable = new QTableView(this);
    m_envelopeTable->setAccessibleName(tr("Envelopes"));
    m_envelopeTable->setModel(m_limits);
    setUpTable(m_envelopeTable, {.sortable = false, .multiSelect = false, .editable = true});
    m_envelopeTable->setFixedHeight(150);
    m_tierMenus = new TierMenus(this);
    m_tierMenus->setMinimumHeight(300);
    connect(m_tierMenus, &TierMenus::playMoved, this, &MenuOverview::takeDrop);
    auto *tabs = new QTabWidget(this);
    auto *addLimit = new QPushButton(themedIcon(QStringLiteral("add")), tr("New envelope…"), this);
    auto *removeLimit = new QPushButton(themedIcon(QStringLiteral("delete")), tr("Remove"), this);
    removeLimit->setToolTip(tr("Without an envelope nothing limits what it paid for"));
    connect(addLimit, &QPushButton::clicked, this, &MenuOverview::addEnvelope);
    connect(removeLimit, &QPushButton::clicked, this, &MenuOverview::removeEnvelope);
    m_message = new MessagePanel(this);
    m_message->hide();
    auto *fresh = new QPushButton(themedIcon(QStringLiteral("add")), tr("New play…"), this);
    m_edit = new QPushButton(themedIcon(QStringLiteral("edit")), tr("Edit…"), this);
    m_copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy…"), this);
    m_retire = new QPushButton(tr("Retire"), this);
    auto *editing = new QHBoxLayout;
    for (QPushButton *button : {fresh, m_edit, m_copy, m_retire})
        editing->addWidget(button);
    editing->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_approve = buttons->addButton(tr("Approve drafts"), QDialogButtonBox::ActionRole);
    setLook(m_approve, ButtonLook::primary);
    QPushButton *period = buttons->addButton(tr("Program…"), QDialogButtonBox::ActionRole);
    period->setToolTip(tr("Name, first and last day, pilot reps and holidays"));
    connect(period, &QPushButton::clicked, this, &MenuOverview::editProgram);
    QPushButton *next = buttons->addButton(tr("Next program…"), QDialogButtonBox::ActionRole);
    next->setToolTip(tr("The same menu for the next quarter, with fresh envelopes and places; open orders stay with their program"));
    QPushButton *loading = buttons->addButton(tr("Load menu…"), QDialogButtonBox::ActionRole);
    QPushButton *saving = buttons->addButton(tr("Save menu…"), QDialogButtonBox::ActionRole);
    auto *column = new QVBoxLayout(this);
    auto *plays = new QWidget(this);
    auto *playsColumn = new QVBoxLayout(plays);
    playsColumn->addLayout(editing);
    playsColumn->addWidget(m_table, 1);
    tabs->addTab(plays, tr("Plays"));
    tabs->addTab(m_tierMenus, tr("By tier"));
    auto *limits = new QHBoxLayout;
    auto *limitButtons = new QVBoxLayout;
    limitButtons->addWidget(addLimit);
    limitButtons->addWidget(removeLimit);
    limitButtons->addStretch(1);
    limits->addWidget(m_envelopeTable, 1);
    limits->addLayout(limitButtons);
    column->addWidget(tabs, 1);
    column->addLayout(limits);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(1280, 720);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_approve, &QPushButton::clicked, this, &MenuOverview::approve);
    connect(next, &QPushButton::clicked, this, &MenuOverview::nextProgram);
    connect(loading, &QPushButton::clicked, this, &MenuOverview::load);
    connect(saving, &QPushButton::clicked, this, &MenuOverview::save);
    connect(fresh, &QPushButton::clicked, this, [this] { edit(nullptr); });
    connect(m_edit, &QPushButton::clicked, this, [this] { editCurrent(false); });
    connect(m_copy, &QPushButton::clicked, this, [this] { editCurrent(true); });
    connect(m_retire, &QPushButton::clicked, this, &MenuOverview::retireCurrent);
    connect(m_table, &QTableView::activated, this, [this] { editCurrent(false); });
    connect(m_plays, &QStandardItemModel::itemChanged, this, &MenuOverview::takeTick);
    connect(m_limits, &QStandardItemModel::itemChanged, this, &MenuOverview::takeLimit);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        const Play *play = current();
        for (QPushButton *button : {m_edit, m_copy, m_retire})
            button->setEnabled(play != nullptr);
        m_retire->setText(play && play->status == PlayStatus::retired ? tr("Take back") : tr("Retire"));
    });
    connect(&m_context.session, &WorkspaceSession::snapshotChanged, this, [this](const std::shared_ptr<const Snapshot> &snapshot) {
        m_snapshot = snapshot;
        if (snapshot)
            fill(*snapshot);
    });
    m_snapshot = m_context.session.snapshot();
    if (m_snapshot)
        fill(*m_snapshot);
    fitColumns(m_table);
    fitColumns(m_envelopeTable);
}

void MenuOverview::fill(const Snapshot &snapshot)
{
    const Menu &menu = snapshot.menu.menu;
    const Currency &currency = snapshot.settings.currency;
    const int selected = m_table->currentIndex().row();
    m_filling = true;
    m_plays->removeRows(0, m_plays->rowCount());
    int drafts = 0;
    for (const Play &play : menu.plays) {
        drafts += play.status == PlayStatus::draft;
        const auto used = snapshot.menu.ordered.find(play.code);
        const int ordered = used == snapshot.menu.ordered.end() ? 0 : used->second;
        const QString places = play.capacity ? tr("%1 of %2").arg(ordered).arg(*play.capacity) : QString::number(ordered);
        const QStringList cells{QString::fromStdString(play.name), QString::fromStdString(play.channel), {}, {}, {},
                                currencyText(priceOf(play), currency), QString::number(play.leadDays), places,
                                play.perAccount ? QString::number(*play.perAccount) : tr("no limit"), approvalText(play.approval, currency),
                                QString::fromStdString(play.ownerTeam), statusText(play.status)};
        QList<QStandardItem *> items;
        for (const QString &cell : cells) {
            items << new QStandardItem(cell);
            items.last()->setEditable(false);
        }
        for (int tier = 1; tier <= 3; ++tier) {
            QStandardItem *tick = items[Tier1 + tier - 1];
            tick->setCheckable(true);
            tick->setCheckState(offeredTo(play, tier) ? Qt::Checked : Qt::Unchecked);
            tick->setAccessibleText(tr("On the menu of tier %1").arg(tier));
        }
        items[Price]->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        items[Name]->setToolTip(QString::fromStdString(play.description));
        m_plays->appendRow(items);
    }
    m_limits->removeRows(0, m_limits->rowCount());
    for (const Envelope &envelope : menu.envelopes) {
        const auto usage = snapshot.menu.envelopes.find(envelope.code);
        const QString scope = envelope.scope.kind == EnvelopeScope::Kind::tier       ? tr("tier %1").arg(envelope.scope.tier)
                              : envelope.scope.kind == EnvelopeScope::Kind::campaign ? tr("campaign %1").arg(QString::fromStdString(envelope.scope.name))
                                                                                     : tr("play %1").arg(QString::fromStdString(envelope.scope.name));
        auto *limit = new QStandardItem(QString::fromStdString(moneyText(envelope.limit, currency)));
        limit->setToolTip(tr("Double click to change it"));
        auto *used = new QStandardItem(usage == snapshot.menu.envelopes.end() ? QString() : currencyText(usage->second.total(), currency));
        for (QStandardItem *item : {limit, used})
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        QList<QStandardItem *> items{new QStandardItem(QString::fromStdString(envelope.code)), new QStandardItem(scope), limit, used};
        for (const int fixed : {0, 1, 3})
            items[fixed]->setEditable(false);
        m_limits->appendRow(items);
    }
    m_filling = false;
    m_tierMenus->setMenu(menu, currency);
    fitColumns(m_envelopeTable);
    if (m_plays->rowCount() > 0)
        m_table->setCurrentIndex(m_plays->index(std::clamp(selected, 0, m_plays->rowCount() - 1), Name));
    m_approve->setText(tr("Approve %n draft(s)", nullptr, drafts));
    m_approve->setEnabled(drafts > 0);
    setWindowTitle(tr("Menu of %1, version %2").arg(QString::fromStdString(menu.program.name)).arg(snapshot.menu.version));
}

const Play *MenuOverview::current() const
{
    const int row = m_table->currentIndex().row();
    return m_snapshot && row >= 0 && row < static_cast<int>(m_snapshot->menu.menu.plays.size()) ? &m_snapshot->menu.menu.plays[static_cast<std::size_t>(row)] : nullptr;
}

void MenuOverview::store(Menu menu)
{
    m_message->hide();
    m_context.session.run(
        tr("Storing the menu"),
        [menu = std::move(menu), by = m_context.preferences.who().toStdString(), version = m_snapshot->menu.version](Workspace &workspace, const Progress &) {
            return setMenu(workspace, menu, by, version);
        },
        this,
        [this](Result<std::int64_t> stored) {
            if (stored.ok())
                return;
            tell(errorText(stored.error()));
            if (m_snapshot)
                fill(*m_snapshot); // as it still is
        });
}

void MenuOverview::edit(const Play *play, bool copy)
{
    if (!m_snapshot)
        return;
    const std::shared_ptr<const Snapshot> snapshot = m_snapshot;
    const Menu &menu = snapshot->menu.menu;
    std::optional<Play> begun;
    if (play && copy) {
        begun = *play;
        begun->name = tr("%1, copy").arg(QString::fromStdString(play->name)).toStdString();
        begun->status = PlayStatus::draft;
        for (int number = 2; begun->code == play->code || menu.play(begun->code); ++number)
            begun->code = play->code.substr(0, 36) + '-' + std::to_string(number);
    }
    auto *dialog = new PlayDialog(menu, snapshot->settings.currency, begun ? &*begun : play, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, snapshot] {
        Menu changed = snapshot->menu.menu;
        const Play written = dialog->play();
        const auto known = std::find_if(changed.plays.begin(), changed.plays.end(), [&](const Play &each) { return each.code == written.code; });
        if (known != changed.plays.end())
            *known = written;
        else
            changed.plays.push_back(written);
        store(std::move(changed));
    });
    dialog->open();
}

void MenuOverview::editCurrent(bool copy)
{
    if (const Play *play = current())
        edit(play, copy);
}

void MenuOverview::retireCurrent()
{
    const Play *play = current();
    if (!play)
        return;
    Menu menu = m_snapshot->menu.menu;
    Play &changed = menu.plays[static_cast<std::size_t>(m_table->currentIndex().row())];
    changed.status = play->status == PlayStatus::retired ? PlayStatus::draft : PlayStatus::retired;
    store(std::move(menu));
}

// A tick puts the play on the menu of a tier or takes it off; it has to stay on one.
void MenuOverview::takeTick(QStandardItem *item)
{
    if (m_filling || !m_snapshot || item->column() < Tier1 || item->column() > Tier3)
        return;
    Menu menu = m_snapshot->menu.menu;
    Play &play = menu.plays[static_cast<std::size_t>(item->row())];
    const int tier = item->column() - Tier1 + 1;
    if ((item->checkState() == Qt::Checked) == offeredTo(play, tier))
        return;
    if (item->checkState() == Qt::Checked)
        play.tiers.push_back(tier);
    else
        std::erase(play.tiers, tier);
    std::sort(play.tiers.begin(), play.tiers.end());
    if (play.tiers.empty()) {
        tell(tr("“%1” has to stay on the menu of one tier. Retire it to stop new orders.").arg(QString::fromStdString(play.name)));
        return fill(*m_snapshot);
    }
    store(std::move(menu));
}

// Onto a tier, from one to another, or off.
void MenuOverview::takeDrop(const QString &code, int from, int to)
{
    if (!m_snapshot)
        return;
    Menu menu = m_snapshot->menu.menu;
    const auto play = std::find_if(menu.plays.begin(), menu.plays.end(), [&](const Play &each) { return each.code == code.toStdString(); });
    if (play == menu.plays.end() || (from == 0 && to == 0))
        return;
    const std::vector<int> before = play->tiers;
    if (from > 0)
        std::erase(play->tiers, from);
    if (to > 0 && !offeredTo(*play, to))
        play->tiers.push_back(to);
    std::sort(play->tiers.begin(), play->tiers.end());
    if (play->tiers.empty())
        return tell(tr("“%1” has to stay on the menu of one tier. Retire it to stop new orders.").arg(QString::fromStdString(play->name)));
    if (play->tiers != before)
        store(std::move(menu));
}

void MenuOverview::addEnvelope()
{
    if (!m_snapshot)
        return;
    const std::shared_ptr<const Snapshot> snapshot = m_snapshot;
    QStringList campaigns; // those that orders name; another may be typed
    for (const OrderRow &order : snapshot->orders)
        campaigns << QString::fromStdString(order.campaign);
    campaigns.removeAll(QString());
    campaigns.removeDuplicates();
    campaigns.sort(Qt::CaseInsensitive);
    auto *dialog = new EnvelopeDialog(snapshot->menu.menu, campaigns, snapshot->settings.currency, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, snapshot] {
        Menu menu = snapshot->menu.menu;
        menu.envelopes.push_back(dialog->envelope());
        store(std::move(menu));
    });
    dialog->open();
}

void MenuOverview::removeEnvelope()
{
    const int row = m_envelopeTable->currentIndex().row();
    if (!m_snapshot || row < 0 || row >= static_cast<int>(m_snapshot->menu.menu.envelopes.size()))
        return tell(tr("Select an envelope first."));
    Menu menu = m_snapshot->menu.menu;
    menu.envelopes.erase(menu.envelopes.begin() + row);
    store(std::move(menu));
}

void MenuOverview::editProgram()
{
    if (!m_snapshot)
        return;
    const std::shared_ptr<const Snapshot> snapshot = m_snapshot;
    auto *dialog = new ProgramDialog(snapshot->menu.menu.program, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, snapshot] {
        Menu menu = snapshot->menu.menu;
        menu.program = dialog->program();
        if (menu.program != snapshot->menu.menu.program)
            store(std::move(menu));
    });
    dialog->open();
}

void MenuOverview::takeLimit(QStandardItem *item)
{
    if (m_filling || !m_snapshot || item->column() != 2)
        return;
    Menu menu = m_snapshot->menu.menu;
    const ParsedMoney limit = parseMoney(item->text().trimmed().toStdString(), m_snapshot->settings.currency);
    if (limit.problem || limit.amount.minor < 0) {
        tell(tr("“%1” is not an amount. Write it like 1250.00.").arg(item->text()));
        return fill(*m_snapshot);
    }
    Envelope &envelope = menu.envelopes[static_cast<std::size_t>(item->row())];
    if (envelope.limit == limit.amount)
        return;
    envelope.limit = limit.amount;
    store(std::move(menu));
}

// The quarter after the program's end, under the same plays; the person may call it otherwise.
void MenuOverview::nextProgram()
{
    if (!m_snapshot)
        return;
    Menu menu = m_snapshot->menu.menu;
    ProgramPeriod next = quarterOf(menu.program.end + 1);
    next.pilotReps = menu.program.pilotReps;
    const auto name = m_context.prompts.textLine(this, tr("Next program"),
                                                 tr("Name of the program from %1 to %2:").arg(fullDayText(next.start), fullDayText(next.end)),
                                                 QString::fromStdString(next.name));
    if (!name || name->trimmed().isEmpty())
        return;
    next.name = name->trimmed().toStdString();
    menu.program = next;
    store(std::move(menu));
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
    const QString file = m_context.prompts.fileToOpen(this, tr("Load a menu"), {tr("Menu (*.json *.csv)")});
    if (file.isEmpty() || !snapshot)
        return;
    QFile in(file);
    constexpr qint64 mostBytes = 8 << 20;
    if (!in.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read. Check its permissions.").arg(file));
    // A table holds the plays; program and envelopes stay as they are.
    auto menu = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? menuFromTable(in.read(mostBytes), snapshot->menu.menu, snapshot->settings.currency)
                                                                           : menuFromText(in.read(mostBytes), snapshot->settings.currency);
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
    const QString file = m_context.prompts.fileToSave(this, tr("Save the menu"), QStringLiteral("menu.json"), {tr("Menu (*.json)"), tr("Plays as a table (*.csv)")}, QStringLiteral("json"));
    if (file.isEmpty() || !snapshot)
        return;
    QSaveFile out(file);
    const QByteArray text = file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? menuTable(snapshot->menu.menu, snapshot->settings.currency)
                                                                                     : menuText(snapshot->menu.menu, snapshot->settings.currency);
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        tell(tr("%1 cannot be written. Check the folder and the free space.").arg(file));
}

} // namespace dimsum
