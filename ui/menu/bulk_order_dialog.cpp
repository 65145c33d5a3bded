#include "ui/menu/bulk_order_dialog.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/figure_table.h"
#include "ui/common/message_panel.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/tier_delegate.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dimsum {

namespace {

constexpr int checkPause = 120; // ms after the last tick

} // namespace

BulkOrderDialog::BulkOrderDialog(PageContext context, std::shared_ptr<const Snapshot> snapshot, std::vector<AccountId> accounts, QWidget *parent)
    : QDialog(parent), m_context(context), m_snapshot(std::move(snapshot)), m_accounts(std::move(accounts)), m_id(QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString()),
      m_plays(new QListWidget(this)), m_form(new QFormLayout), m_summary(new FigureTable(tr("What fits and what does not"), this)), m_facts(new QLabel(this)),
      m_message(new MessagePanel(this)), m_place(nullptr)
{
    setObjectName(QStringLiteral("bulk-order-dialog"));
    setWindowTitle(tr("Order for %n account(s)", nullptr, static_cast<int>(m_accounts.size())));
    resize(1160, 640);
    m_plays->setAccessibleName(tr("Plays"));
    m_plays->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_plays->setTextElideMode(Qt::ElideRight);
    m_facts->setWordWrap(true);
    m_message->hide();
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkPause);
    connect(&m_checkSoon, &QTimer::timeout, this, &BulkOrderDialog::check);

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    auto *playsLabel = new QLabel(tr("&Plays of their tiers"), left);
    playsLabel->setBuddy(m_plays);
    leftColumn->addWidget(playsLabel);
    leftColumn->addWidget(m_plays, 1);
    leftColumn->addLayout(m_form);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(left);
    splitter->addWidget(m_summary);
    splitter->setSizes({320, 820});
    splitter->setChildrenCollapsible(false);
    m_summary->setColumns({{tr("Account"), 170}, {tr("Tier"), 42}, {tr("Play"), 160}, {tr("Fits"), 200, false, true}, {tr("Price"), 62, true}, {tr("Ready"), 62}, {tr("Contact"), 130}});
    m_summary->setItemDelegateForColumn(1, new TierDelegate(m_summary));

    auto *buttons = new QDialogButtonBox(this);
    m_place = buttons->addButton(tr("Place orders"), QDialogButtonBox::ActionRole);
    m_place->setObjectName(QStringLiteral("bulk-place"));
    setLook(m_place, ButtonLook::primary);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_place, &QPushButton::clicked, this, &BulkOrderDialog::place);
    connect(m_plays, &QListWidget::itemChanged, this, [this] {
        askInputs();
        m_checkSoon.start();
    });
    auto *column = new QVBoxLayout(this);
    column->addWidget(splitter, 1);
    column->addWidget(m_message);
    column->addWidget(m_facts);
    column->addWidget(buttons);
    fillPlays();
    check();
}

void BulkOrderDialog::fillPlays()
{
    std::array<int, 4> inTier{};
    for (const AccountId account : m_accounts) {
        if (const auto row = m_snapshot->row(account))
            ++inTier[static_cast<std::size_t>(m_snapshot->tiers[*row])];
    }
    for (const Play &play : m_snapshot->menu.menu.plays) {
        int offered = 0;
        for (const int tier : play.tiers)
            offered += inTier[static_cast<std::size_t>(tier)];
        if (play.status != PlayStatus::approved || offered == 0)
            continue;
        auto *item = new QListWidgetItem(tr("%1, %2").arg(QString::fromStdString(play.name), currencyText(priceOf(play), m_snapshot->settings.currency)), m_plays);
        item->setData(Qt::UserRole, QString::fromStdString(play.code));
        item->setToolTip(tr("%1\nOn the menu of %n of these accounts", nullptr, offered).arg(QString::fromStdString(play.description)));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
}

// What the ticked plays ask for, once for all accounts.
void BulkOrderDialog::askInputs()
{
    std::set<QString> wanted;
    for (int row = 0; row < m_plays->count(); ++row) {
        const QListWidgetItem *item = m_plays->item(row);
        const Play *play = m_snapshot->menu.menu.play(item->data(Qt::UserRole).toString().toStdString());
        if (item->checkState() != Qt::Checked || !play)
            continue;
        for (const std::string &input : play->inputs)
            wanted.insert(QString::fromStdString(input));
    }
    for (const QString &name : m_inputs.keys()) {
        if (!wanted.count(name)) {
            m_form->removeRow(m_inputs.value(name));
            m_inputs.remove(name);
        }
    }
    for (const QString &name : wanted) {
        if (m_inputs.contains(name))
            continue;
        auto *edit = new QLineEdit(this);
        edit->setAccessibleName(name);
        if (name == QLatin1String("contact"))
            edit->setPlaceholderText(tr("somebody of each account, by role"));
        connect(edit, &QLineEdit::textChanged, &m_checkSoon, qOverload<>(&QTimer::start));
        m_inputs.insert(name, edit);
        m_form->addRow(name, edit);
    }
}

BulkRequest BulkOrderDialog::request() const
{
    BulkRequest request{.accounts = m_accounts, .plays = {}, .inputs = {}, .by = m_context.preferences.who().toStdString(), .note = {}, .campaign = {}, .id = m_id};
    for (int row = 0; row < m_plays->count(); ++row) {
        if (m_plays->item(row)->checkState() == Qt::Checked)
            request.plays.push_back(m_plays->item(row)->data(Qt::UserRole).toString().toStdString());
    }
    for (auto input = m_inputs.begin(); input != m_inputs.end(); ++input)
        request.inputs[input.key().toStdString()] = input.value()->text().trimmed().toStdString();
    return request;
}

void BulkOrderDialog::check()
{
    const BulkRequest asked = request();
    const int question = ++m_asked;
    ++m_checking;
    m_context.session.run(
        tr("Checking the orders"), [asked](Workspace &workspace, const Progress &progress) { return orderForMany(workspace, asked, false, progress); }, this,
        [this, question](Result<BulkAnswer> answer) {
            --m_checking;
            if (question != m_asked)
                return;
            if (answer.ok())
                return showAnswer(*answer);
            m_message->setMessage(MessagePanel::Kind::red, errorText(answer.error()));
            m_message->show();
        },
        WorkspaceSession::Effect::reads);
}

void BulkOrderDialog::showAnswer(const BulkAnswer &answer)
{
    m_message->hide();
    m_summary->clearRows();
    const Currency &currency = m_snapshot->settings.currency;
    const auto add = [&](const BulkLine &line, bool fits) {
        const auto row = m_snapshot->row(line.account);
        const std::string_view name = row ? m_snapshot->accounts.name.at(*row) : std::string_view();
        const Play *play = m_snapshot->menu.menu.play(line.play);
        const auto contact = line.inputs.find("contact");
        const Tone tone = fits ? Tone::plain : Tone::muted;
        m_summary->addRow({textItem(QString::fromUtf8(name.data(), qsizetype(name.size())), tone), tierItem(line.tier), textItem(QString::fromStdString(play ? play->name : line.play), tone),
                           fits ? textItem(line.approval ? tr("yes, goes to approval") : tr("yes"), Tone::good) : textItem(errorText(line.error), Tone::warn),
                           fits ? figureItem(amountText(line.price, currency), double(line.price.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted),
                           textItem(fits ? dayText(line.ready) : QString()), textItem(contact == line.inputs.end() ? QString() : QString::fromStdString(contact->second), Tone::secondary)},
                          row ? std::int64_t(*row) : -1);
    };
    for (const BulkLine &line : answer.misfits)
        add(line, false);
    for (const BulkLine &line : answer.fits)
        add(line, true);
    std::map<std::string, int> why;
    for (const BulkLine &line : answer.misfits)
        ++why[line.hindrance ? std::string(slipReasonName(line.hindrance->reason)) : std::string()];
    const int fits = static_cast<int>(answer.fits.size());
    QString text = fits == 0 && answer.misfits.empty() ? tr("Tick a play.") : tr("%n order(s) fit, %1 together.", nullptr, fits).arg(currencyText(answer.total, currency));
    if (answer.approvals > 0)
        text += u' ' + tr("%n go to approval.", nullptr, answer.approvals);
    if (!answer.misfits.empty()) {
        QStringList parts;
        for (const auto &[reason, count] : why)
            parts << QStringLiteral("%1 %2").arg(count).arg(QString::fromStdString(reason));
        text += u' ' + tr("%n do(es) not: %1.", nullptr, static_cast<int>(answer.misfits.size())).arg(parts.join(QStringLiteral(", ")));
    }
    m_facts->setText(text);
    m_place->setEnabled(fits > 0);
    m_place->setText(fits > 0 ? tr("Place %n order(s), %1", nullptr, fits).arg(currencyText(answer.total, currency)) : tr("Place orders"));
}

void BulkOrderDialog::place()
{
    m_place->setEnabled(false);
    const BulkRequest asked = request();
    ++m_asked;
    ++m_checking;
    m_context.session.run(
        tr("Placing the orders"), [asked](Workspace &workspace, const Progress &progress) { return orderForMany(workspace, asked, true, progress); }, this,
        [this](Result<BulkAnswer> answer) {
            --m_checking;
            if (!answer.ok()) {
                m_message->setMessage(MessagePanel::Kind::red, errorText(answer.error()));
                m_message->show();
                m_checkSoon.start();
                return;
            }
            QString text = tr("%n order(s) placed.", nullptr, static_cast<int>(answer->orders.size()));
            if (!answer->misfits.empty())
                text += u' ' + tr("%n did not fit.", nullptr, static_cast<int>(answer->misfits.size()));
            m_context.navigation.notify(Tone::good, text);
            accept();
        });
}

} // namespace dimsum
