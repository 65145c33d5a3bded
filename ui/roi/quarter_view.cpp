#include "ui/roi/quarter_view.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/amount_delegate.h"
#include "ui/common/empty_state.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/icon.h"
#include "ui/common/panel.h"
#include "ui/common/segmented.h"
#include "ui/common/side_by_side.h"
#include "ui/common/style.h"
#include "ui/common/tier_delegate.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <cmath>

namespace dimsum {

namespace {

constexpr int codeRole = Qt::UserRole + 30;

QStandardItem *still(QStandardItem *item)
{
    item->setEditable(false);
    return item;
}

QStandardItem *coded(QStandardItem *item, const std::string &code)
{
    item->setData(QString::fromStdString(code), codeRole);
    return item;
}

QString codeOfRow(const QStandardItem *item)
{
    return item->model()->index(item->row(), 0).data(codeRole).toString();
}

} // namespace

QuarterView::QuarterView(PageContext context, QWidget *parent)
    : QWidget(parent), m_context(context), m_playPanel(new Panel(tr("Plays"))), m_orderPanel(new Panel(tr("Proposed orders"))), m_envelopePanel(new Panel(tr("Money"))), m_teamPanel(new Panel(tr("Hours"))),
      m_plays(new FigureTable(tr("Plays of the plan"))), m_envelopes(new FigureTable(tr("Envelopes of the plan"), nullptr, RowSize::compact)), m_teams(new FigureTable(tr("Hours of the teams"), nullptr, RowSize::compact)), m_orders(new FigureTable(tr("Proposed orders"), nullptr, RowSize::compact)),
      m_goal(new QComboBox), m_span(new Segmented), m_draft(new QPushButton(tr("Draft the slips"))), m_takeBack(new QPushButton(tr("Take the drafts back"))), m_reset(new QPushButton(tr("Reset"))), m_sentence(new QLabel), m_foot(footLabel()),
      m_whole(new QStackedWidget), m_empty(new EmptyState(EmptyState::Kind::tooFew, tr("Nothing to plan with"), {}))
{
    constexpr auto byHand = QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed;
    for (FigureTable *table : {m_plays, m_envelopes, m_teams})
        table->setEditTriggers(byHand);
    m_plays->setItemDelegateForColumn(PriceColumn, new AmountDelegate(m_plays));
    m_plays->setItemDelegateForColumn(PlacesColumn, new AmountDelegate(m_plays));
    m_envelopes->setItemDelegateForColumn(1, new AmountDelegate(m_envelopes));
    m_teams->setItemDelegateForColumn(1, new AmountDelegate(m_teams));
    m_orders->setItemDelegateForColumn(0, new TierDelegate(m_orders));
    m_goal->setAccessibleName(tr("What is to be as much as possible"));
    m_goal->addItem(tr("Most engaged accounts"), static_cast<int>(PlanGoal::engaged));
    m_goal->addItem(tr("Most won accounts"), static_cast<int>(PlanGoal::won));
    m_goal->addItem(tr("Most won money"), static_cast<int>(PlanGoal::revenue));
    m_span->setAccessibleName(tr("Which money and places"));
    m_span->addSegment(tr("Rest of the program"));
    m_span->addSegment(tr("A whole program"));
    setLook(m_draft, ButtonLook::primary);
    m_draft->setToolTip(tr("Ticks the proposed plays on the cards of their accounts. Nothing is ordered: reps place the slips."));
    m_takeBack->hide();
    m_reset->setToolTip(tr("Back to the prices, places, limits and hours of the menu"));
    m_sentence->setWordWrap(true);
    m_sentence->setFont(Theme::of().font(TypeSize::section));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_goal);
    head->addWidget(m_span);
    head->addWidget(m_reset);
    head->addStretch(1);
    head->addWidget(m_takeBack);
    head->addWidget(m_draft);
    m_playPanel->setFacts(tr("change prices and places to see what would be: nothing is stored"));
    m_playPanel->addContent(m_plays, 1);
    m_playPanel->addContent(m_foot);
    m_orderPanel->addContent(m_orders, 1);
    m_envelopePanel->addContent(m_envelopes, 1);
    m_teamPanel->addContent(m_teams, 1);
    auto *below = sideBySide(m_orderPanel, sideBySide(m_envelopePanel, m_teamPanel, {165, 165}, Qt::Vertical), {860, 440});
    auto *splitter = sideBySide(m_playPanel, below, {330, 330}, Qt::Vertical);
    auto *body = new QWidget;
    auto *inner = new QVBoxLayout(body);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    inner->addLayout(head);
    inner->addWidget(m_sentence);
    inner->addWidget(splitter, 1);
    m_whole->addWidget(body);
    m_whole->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_whole);
    setFocusProxy(m_plays);
    connect(m_goal, &QComboBox::activated, this, [this] {
        m_request.goal = static_cast<PlanGoal>(m_goal->currentData().toInt());
        compute();
    });
    connect(m_span, &Segmented::currentChanged, this, [this](int span) {
        m_request.span = static_cast<PlanSpan>(span);
        compute();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_request.envelopes.clear();
        m_request.plays.clear();
        m_request.hours.clear();
        compute();
    });
    connect(&m_plays->figures(), &QStandardItemModel::itemChanged, this, &QuarterView::takeWhatIf);
    connect(&m_envelopes->figures(), &QStandardItemModel::itemChanged, this, &QuarterView::takeEnvelope);
    connect(&m_teams->figures(), &QStandardItemModel::itemChanged, this, &QuarterView::takeTeam);
    connect(m_draft, &QPushButton::clicked, this, &QuarterView::draft);
    connect(m_takeBack, &QPushButton::clicked, this, &QuarterView::takeBack);
    connect(m_orders, &FigureTable::accountActivated, this, [this](qint64 row) { m_context.navigation.openMenuCard(m_plan->snapshot->accounts.id[static_cast<std::size_t>(row)]); });
}

void QuarterView::show(std::shared_ptr<const Snapshot> snapshot)
{
    if (m_snapshot && snapshot && m_snapshot->path != snapshot->path) {
        m_request = {.goal = m_request.goal, .span = m_request.span, .envelopes = {}, .plays = {}, .hours = {}};
        m_added.clear();
        m_drafted.reset();
        m_plan.reset();
    }
    m_snapshot = std::move(snapshot);
    if (isVisible())
        compute();
}

void QuarterView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_plan || m_plan->snapshot != m_snapshot)
        compute();
}

void QuarterView::compute()
{
    if (!m_snapshot)
        return;
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    m_context.session.run(
        tr("Planning orders"), [snapshot = m_snapshot, request = m_request](Workspace &workspace, const Progress &progress) { return planQuarter(workspace, snapshot, request, progress); }, this,
        [this](Result<std::shared_ptr<const QuarterPlan>> plan) { take(std::move(plan)); }, WorkspaceSession::Effect::reads);
}

void QuarterView::take(Result<std::shared_ptr<const QuarterPlan>> plan)
{
    m_running = false;
    if (plan.ok()) {
        m_plan = *plan;
        m_whole->setCurrentIndex(0);
        fill();
    } else if (plan.error().kind == ErrorKind::refused) {
        m_plan.reset();
        m_empty->setState(EmptyState::Kind::tooFew, tr("Nothing to plan with"), errorText(plan.error()));
        m_whole->setCurrentIndex(1);
    } else if (plan.error().kind != ErrorKind::cancelled) {
        m_context.navigation.showError(plan.error());
    }
    if (m_again) {
        m_again = false;
        compute();
    }
}

void QuarterView::fill()
{
    m_filling = true;
    const QuarterPlan &plan = *m_plan;
    const Snapshot &s = *plan.snapshot;
    const Currency &currency = s.settings.currency;
    const bool money = plan.request.goal == PlanGoal::revenue;
    const auto amount = [&currency](double major) { return compactAmountText(Money{std::llround(major * std::pow(10.0, currency.exponent))}, currency); };
    const auto outcome = [&](double value) { return money ? amount(value) : numberText(value, value < 10 ? 2 : 1); };
    const QString what = money ? tr("won money") : plan.request.goal == PlanGoal::won ? tr("won accounts") : tr("engaged accounts");
    const auto why = [&](const PlannedPlay &play) -> QString {
        switch (play.limit) {
        case PlanLimit::none:
            return tr("every account it suits has it");
        case PlanLimit::noEvidence:
            return play.evidence.touched == 0 ? tr("no such touch so far: nothing is known") : tr("only %1 such touches so far: too few to tell").arg(play.evidence.touched);
        case PlanLimit::noEffect:
            return tr("nothing more followed than without it");
        case PlanLimit::nobodyFree:
            return tr("no account of its tiers is free for it");
        case PlanLimit::soldOut:
            return tr("all places are used");
        case PlanLimit::envelopeEmpty:
            return tr("envelope %1 has no room for one more").arg(QString::fromStdString(play.envelope));
        case PlanLimit::noHours:
            return tr("%1 has no hours left").arg(play.team.empty() ? tr("the team") : QString::fromStdString(play.team));
        case PlanLimit::worseThanOthers:
            break;
        }
        return tr("others bring more for the same money, hours or accounts");
    };
    m_plays->setColumns({{tr("Play"), 190, false, true}, {tr("Tiers"), 56}, {tr("Price, %1").arg(currencySign(currency)), 86, true}, {tr("Places"), 64, true}, {tr("Touched so far"), 100, true, false, tr("Accounts with a touch of the kind that the play delivers, in the year that ended 90 days ago")}, {tr("More per order"), 100, true, false, tr("How much more often the outcome followed than for accounts of the same tier that were as busy; drawn towards none where few were touched")}, {money ? tr("per 10,000") : tr("per 10,000 %1").arg(currencySign(currency)), 90, true, false, tr("What the same money buys: the marginal next play stands first")}, {tr("Orders"), 64, true}, {tr("Spend"), 90, true}, {tr("Brings"), 76, true}, {tr("Why no more"), 250}});
    for (const PlannedPlay &play : plan.plays) {
        QStringList tiers;
        for (const int tier : play.tiers)
            tiers << QString::number(tier);
        const auto whatIf = plan.request.plays.find(play.code);
        const bool priced = whatIf != plan.request.plays.end() && whatIf->second.price, placed = whatIf != plan.request.plays.end() && whatIf->second.capacity;
        const Tone ink = play.orders > 0 ? Tone::plain : Tone::secondary;
        auto *evidence = still(figureItem(countText(play.evidence.touched), double(play.evidence.touched), ink));
        evidence->setToolTip(tr("%1 touched, %2 followed; as accounts that were as busy it would have been %3").arg(countText(play.evidence.touched), countText(play.evidence.followed), numberText(play.evidence.expected, 1)));
        m_plays->addRow({still(coded(textItem(QString::fromStdString(play.name), ink), play.code)), still(textItem(tiers.join(QStringLiteral(", ")), Tone::secondary)),
                         figureItem(QString::fromStdString(shortMoneyText(play.price, currency)), double(play.price.minor), priced ? Tone::accent : ink, priced), figureItem(play.places ? QString::number(*play.places) : QString(), play.places ? double(*play.places) : 1e9, placed ? Tone::accent : ink, placed),
                         evidence, still(play.effect > 0 ? figureItem(QStringLiteral("+") + percentText(play.effect, 1), play.effect, ink) : figureItem(QStringLiteral("–"), -1, Tone::muted)),
                         still(play.perTenThousand ? figureItem(outcome(*play.perTenThousand), *play.perTenThousand, ink) : figureItem(QStringLiteral("–"), -1, Tone::muted)), still(figureItem(countText(play.orders), double(play.orders), play.orders > 0 ? Tone::accent : Tone::muted, play.orders > 0)),
                         still(figureItem(play.orders > 0 ? amountText(play.spend, currency) : QStringLiteral("–"), double(play.spend.minor), ink)), still(figureItem(play.orders > 0 ? outcome(play.outcome) : QStringLiteral("–"), play.outcome, ink, play.orders > 0)), still(textItem(why(play), Tone::secondary))});
    }
    m_envelopes->setColumns({{tr("Envelope"), 150, false, true}, {tr("There is, %1").arg(currencySign(currency)), 110, true}, {tr("Planned"), 100, true}});
    for (const PlannedEnvelope &envelope : plan.envelopes) {
        const bool changed = plan.request.envelopes.contains(envelope.code);
        m_envelopes->addRow({still(coded(textItem(QString::fromStdString(envelope.code)), envelope.code)), figureItem(QString::fromStdString(shortMoneyText(envelope.available, currency)), double(envelope.available.minor), changed ? Tone::accent : Tone::plain, changed), still(figureItem(amountText(envelope.spend, currency), double(envelope.spend.minor)))});
    }
    m_teams->setColumns({{tr("Team"), 150, false, true}, {tr("There are"), 110, true, false, tr("Hours a week of the Orders page times the weeks, less what open orders need; empty: nobody said")}, {tr("Planned"), 100, true}});
    for (const PlannedTeam &team : plan.teams) {
        const bool changed = plan.request.hours.contains(team.team);
        m_teams->addRow({still(coded(textItem(team.team.empty() ? tr("(no team)") : QString::fromStdString(team.team)), team.team)), figureItem(team.available ? QLocale::c().toString(*team.available, 'f', 0) : QString(), team.available.value_or(-1), changed ? Tone::accent : Tone::plain, changed),
                         still(figureItem(numberText(team.hours, team.hours == std::floor(team.hours) ? 0 : 1), team.hours))});
    }
    m_orders->setColumns({{tr("Tier"), 56}, {tr("Account"), 200, false, true}, {tr("Owner"), 110}, {tr("Play"), 220}, {tr("Price"), 80, true}});
    constexpr std::size_t mostShown = 500;
    for (std::size_t i = 0; i < std::min(mostShown, plan.orders.size()); ++i) {
        const PlannedOrder &order = plan.orders[i];
        const std::string_view name = s.accounts.name.at(order.account);
        const Play *play = s.menu.menu.play(order.play);
        const auto row = std::find_if(plan.plays.begin(), plan.plays.end(), [&order](const PlannedPlay &known) { return known.code == order.play; });
        m_orders->addRow({tierItem(static_cast<int>(s.tiers[order.account])), textItem(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))), textItem(QString::fromStdString(s.accounts.owner.at(order.account).label), Tone::secondary), textItem(play ? QString::fromStdString(play->name) : QString::fromStdString(order.play)),
                          figureItem(amountText(row->price, currency), double(row->price.minor))},
                         order.account);
    }
    m_orderPanel->setFacts(plan.orders.size() > mostShown ? tr("the first %1 of %2, by tier and priority").arg(mostShown).arg(countText(static_cast<std::int64_t>(plan.orders.size()))) : tr("%n order(s), one an account, by tier and priority", nullptr, static_cast<int>(plan.orders.size())));
    QString sentence;
    if (plan.orders.empty())
        sentence = tr("No order is proposed: nothing that was done so far shows an effect that more of it could have, or nothing fits. The last column says why.");
    else
        sentence = tr("%n order(s)", nullptr, static_cast<int>(plan.orders.size())) + u' ' + tr("for %1 bring about %2 more %3, by what followed such touches so far.").arg(currencyText(plan.spend, currency), outcome(plan.outcome), what);
    m_sentence->setText(sentence);
    QString foot = plan.exact ? tr("Proved: no other choice within these limits brings more.") : tr("No choice within these limits can bring more than %1 (%2 above this one).").arg(outcome(plan.bound), percentText(plan.gap, 1));
    foot += u' ' + tr("%1 accounts considered, from %2 to %3.").arg(countText(plan.accounts), fullDayText(plan.from), fullDayText(plan.to));
    if (plan.leftAside > 0)
        foot += u' ' + tr("%1 of the lowest priority were left aside.").arg(countText(plan.leftAside));
    foot += u' ' + (plan.request.goal == PlanGoal::engaged ? tr("Engaged: 5 points within 30 days, of accounts that are not now.") : tr("Won: an opportunity within 90 days at the win rate of the tier, of accounts without an open deal."));
    foot += u' ' + tr("Past response is no proof: a hold-out would be.");
    m_foot->setText(foot);
    m_draft->setEnabled(!plan.orders.empty());
    m_reset->setEnabled(!plan.request.plays.empty() || !plan.request.envelopes.empty() || !plan.request.hours.empty());
    m_takeBack->setVisible(!m_added.empty());
    m_filling = false;
}

void QuarterView::takeWhatIf(QStandardItem *item)
{
    if (m_filling || (item->column() != PriceColumn && item->column() != PlacesColumn))
        return;
    const std::string code = codeOfRow(item).toStdString();
    const QString text = item->text().trimmed();
    PlayWhatIf whatIf = m_request.plays[code];
    if (item->column() == PriceColumn) {
        const ParsedMoney parsed = parseMoney(text.toStdString(), m_snapshot->settings.currency);
        if (!text.isEmpty() && (parsed.problem || parsed.amount.minor < 0))
            m_context.navigation.hint(tr("“%1” is not a price. Write it like 1250.00.").arg(text));
        else
            whatIf.price = text.isEmpty() ? std::nullopt : std::optional(parsed.amount);
    } else {
        bool number = false;
        const int places = text.toInt(&number);
        if (!text.isEmpty() && (!number || places < 0))
            m_context.navigation.hint(tr("“%1” is not a number of places.").arg(text));
        else
            whatIf.capacity = text.isEmpty() ? std::nullopt : std::optional(places);
    }
    m_request.plays[code] = whatIf;
    if (!whatIf.price && !whatIf.capacity)
        m_request.plays.erase(code);
    compute();
}

void QuarterView::takeEnvelope(QStandardItem *item)
{
    if (m_filling || item->column() != 1)
        return;
    const std::string code = codeOfRow(item).toStdString();
    const QString text = item->text().trimmed();
    const ParsedMoney parsed = parseMoney(text.toStdString(), m_snapshot->settings.currency);
    if (text.isEmpty())
        m_request.envelopes.erase(code);
    else if (parsed.problem || parsed.amount.minor < 0)
        m_context.navigation.hint(tr("“%1” is not an amount. Write it like 1250.00.").arg(text));
    else
        m_request.envelopes[code] = parsed.amount;
    compute();
}

void QuarterView::takeTeam(QStandardItem *item)
{
    if (m_filling || item->column() != 1)
        return;
    const std::string team = codeOfRow(item).toStdString();
    const QString text = item->text().trimmed();
    bool number = false;
    const double hours = QLocale::c().toDouble(text, &number);
    if (text.isEmpty())
        m_request.hours.erase(team);
    else if (!number || hours < 0)
        m_context.navigation.hint(tr("“%1” is not a number of hours.").arg(text));
    else
        m_request.hours[team] = hours;
    compute();
}

void QuarterView::draft()
{
    if (!m_plan || m_plan->orders.empty())
        return;
    m_draft->setEnabled(false);
    m_context.session.run(
        tr("Drafting slips"), [plan = m_plan](Workspace &workspace, const Progress &) { return draftPlan(workspace, *plan); }, this,
        [this, plan = m_plan](Result<std::vector<PlannedOrder>> added) {
            m_draft->setEnabled(true);
            if (!added.ok())
                return m_context.navigation.showError(added.error());
            m_drafted = plan;
            m_added = *added;
            m_takeBack->setVisible(!m_added.empty());
            m_context.navigation.notify(Tone::good, added->empty() ? tr("Every proposed play is on its slip already.") : tr("%n play(s) ticked on the slips of their accounts. Reps find them on the menu cards and on Today.", nullptr, static_cast<int>(added->size())));
        },
        WorkspaceSession::Effect::changes);
}

void QuarterView::takeBack()
{
    if (!m_drafted || m_added.empty())
        return;
    m_context.session.run(
        tr("Taking drafts back"), [plan = m_drafted, added = m_added](Workspace &workspace, const Progress &) { return takeBackPlan(workspace, *plan, added); }, this,
        [this](const Outcome &done) {
            if (!done.ok())
                return m_context.navigation.showError(done.error());
            m_added.clear();
            m_takeBack->hide();
            m_context.navigation.notify(Tone::plain, tr("The drafts were taken off the slips again."));
        },
        WorkspaceSession::Effect::changes);
}

} // namespace dimsum
