#include "ui/orders/budgets_view.h"

#include "qt/display_text.h"
#include "ui/common/chart_view.h"
#include "ui/common/figure_table.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/orders/envelope_card.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dimsum {

BudgetsView::BudgetsView(QWidget *parent)
    : QWidget(parent), m_list(new QWidget), m_listColumn(new QVBoxLayout(m_list)), m_chartPanel(new Panel(tr("Day by day"))), m_chart(new ChartView),
      m_forecast(new QLabel), m_plays(new FigureTable(tr("Plan against actual by play"))), m_overdraftPanel(new Panel(tr("Beyond a limit"))),
      m_overdrafts(new FigureTable(tr("Orders beyond a limit")))
{
    m_listColumn->setContentsMargins(0, 0, 0, 0);
    m_listColumn->setSpacing(metric::panelGap);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_list);
    scroll->setMinimumWidth(340);
    scroll->setAccessibleName(tr("Envelopes"));
    m_forecast->setWordWrap(true);
    m_chartPanel->addContent(m_chart, 1);
    m_chartPanel->addPadded(m_forecast);
    auto *plays = new Panel(tr("Plan against actual"));
    plays->setFacts(tr("by play"));
    plays->addContent(m_plays, 1);
    m_overdraftPanel->addContent(m_overdrafts, 1);
    connect(m_overdrafts, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT orderActivated(m_overdrafts->model()->index(index.row(), 0).data(Qt::UserRole + 20).toString());
    });
    auto *right = new QSplitter(Qt::Vertical);
    right->addWidget(m_chartPanel);
    auto *lower = new QSplitter;
    lower->addWidget(plays);
    lower->addWidget(m_overdraftPanel);
    lower->setSizes({660, 320});
    right->addWidget(lower);
    right->setSizes({300, 260});
    auto *whole = new QSplitter;
    whole->addWidget(scroll);
    whole->addWidget(right);
    whole->setStretchFactor(1, 1);
    whole->setSizes({380, 900});
    for (QSplitter *splitter : {right, lower, whole})
        splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(whole);
    setFocusProxy(m_plays);
}

void BudgetsView::setSnapshot(std::shared_ptr<const Snapshot> snapshot)
{
    m_snapshot = std::move(snapshot);
    showEnvelopes();
    showBurnUp();
    showPlays();
    showOverdrafts();
}

void BudgetsView::choose(const std::string &envelope)
{
    m_chosen = envelope;
    for (EnvelopeCard *card : std::as_const(m_cards))
        card->setChosen(card->code() == m_chosen);
    showBurnUp();
}

void BudgetsView::showEnvelopes()
{
    qDeleteAll(m_cards);
    m_cards.clear();
    while (QLayoutItem *item = m_listColumn->takeAt(0))
        delete item;
    if (!m_snapshot)
        return;
    const auto &envelopes = m_snapshot->menu.menu.envelopes;
    const bool known = std::any_of(envelopes.begin(), envelopes.end(), [this](const Envelope &envelope) { return envelope.code == m_chosen; });
    if (!known)
        m_chosen = envelopes.empty() ? std::string() : envelopes.front().code;
    for (const Envelope &envelope : envelopes) {
        auto *card = new EnvelopeCard(envelope.code, m_list);
        card->setSnapshot(m_snapshot.get());
        card->setFocusPolicy(Qt::StrongFocus);
        card->setCursor(Qt::PointingHandCursor);
        card->setChosen(envelope.code == m_chosen);
        card->installEventFilter(this);
        m_listColumn->addWidget(card);
        m_cards << card;
    }
    m_listColumn->addStretch(1);
}

bool BudgetsView::eventFilter(QObject *watched, QEvent *event)
{
    const auto *key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent *>(event) : nullptr;
    const bool pressed = event->type() == QEvent::MouseButtonPress || (key && (key->key() == Qt::Key_Space || key->key() == Qt::Key_Return));
    if (auto *card = qobject_cast<EnvelopeCard *>(watched); card && pressed)
        choose(card->code());
    return QWidget::eventFilter(watched, event);
}

void BudgetsView::showBurnUp()
{
    m_burnUp = {};
    m_chart->clear();
    m_forecast->clear();
    m_chartPanel->setFacts({});
    if (!m_snapshot)
        return;
    const Menu &menu = m_snapshot->menu.menu;
    const auto envelope = std::find_if(menu.envelopes.begin(), menu.envelopes.end(), [this](const Envelope &candidate) { return candidate.code == m_chosen; });
    if (envelope == menu.envelopes.end())
        return m_forecast->setText(tr("The menu has no envelope. Set one in the menu editor: without it nothing limits what is spent."));
    m_burnUp = dimsum::burnUp(menu, *envelope, m_snapshot->orders, m_snapshot->today, [this](std::int64_t instant) { return dayOfInstant(instant, m_snapshot->settings.timeZone); });
    const Currency &currency = m_snapshot->settings.currency;
    m_chartPanel->setFacts(envelopeName(*envelope, menu));
    if (m_burnUp.days.empty())
        return m_forecast->setText(tr("The program begins on %1.").arg(fullDayText(menu.program.start)));

    // Spent up to today, then the pace; the limit straight across.
    const double unit = std::pow(10.0, currency.exponent);
    const double none = std::numeric_limits<double>::quiet_NaN();
    LineChart chart;
    chart.xName = tr("Day");
    ChartSeries spent{.name = tr("committed and delivered"), .tone = Tone::accent, .values = {}}, pace{.name = tr("at this pace"), .tone = Tone::accent, .values = {}, .dashed = true},
        limit{.name = tr("limit"), .tone = Tone::red, .values = {}};
    const std::size_t days = m_burnUp.days.size();
    const Day today = m_burnUp.days.back(), end = menu.program.end;
    for (Day day = menu.program.start; day <= end; day = day + 1) {
        const auto i = static_cast<std::size_t>(day - menu.program.start);
        chart.x << day.number;
        spent.values << (i < days ? m_burnUp.spent[i].minor / unit : none);
        double ahead = none;
        if (m_burnUp.atEnd.known() && day >= today && end > today) {
            const double share = double(day - today) / double(end - today);
            ahead = (m_burnUp.spent.back().minor + share * double(m_burnUp.atEnd.minor - m_burnUp.spent.back().minor)) / unit;
        }
        pace.values << ahead;
        limit.values << m_burnUp.limit.minor / unit;
    }
    chart.series = {spent, pace, limit};
    chart.thresholds = {{.value = double(today.number), .text = tr("today"), .tone = Tone::secondary, .dashed = true}};
    chart.xLabel = [](double x) { return dayText(Day{static_cast<std::int32_t>(x)}); };
    m_chart->showLines(chart);

    QStringList words{tr("%1 of %2 is committed or delivered").arg(currencyText(m_burnUp.spent.back(), currency), currencyText(m_burnUp.limit, currency))};
    if (m_burnUp.requested.minor > 0)
        words << tr("%1 more is asked for").arg(currencyText(m_burnUp.requested, currency));
    QString text = words.join(QStringLiteral(", ")) + QStringLiteral(". ");
    if (!m_burnUp.atEnd.known())
        text += tr("Too early to tell a pace: fewer than five business days have passed.");
    else if (m_burnUp.emptyOn.known())
        text += tr("At the pace of the business days so far nothing is left on %1; %2 would be needed by %3.")
                    .arg(fullDayText(m_burnUp.emptyOn), currencyText(m_burnUp.atEnd, currency), dayText(end));
    else
        text += tr("At the pace of the business days so far it will be %1 by %2, and %3 stays.")
                    .arg(currencyText(m_burnUp.atEnd, currency), dayText(end), currencyText(Money{m_burnUp.limit.minor - m_burnUp.atEnd.minor}, currency));
    m_forecast->setText(text);
    m_chart->setSentence(text);
}

void BudgetsView::showPlays()
{
    m_plays->setColumns({{tr("Play"), 200, false, true}, {tr("Open"), 48, true}, {tr("Worth"), 70, true}, {tr("Delivered"), 70, true}, {tr("Planned"), 70, true},
                         {tr("Actual"), 70, true}, {tr("Difference"), 80, true}});
    if (!m_snapshot)
        return;
    const Currency &currency = m_snapshot->settings.currency;
    const auto money = [&](Money amount, bool any) {
        return any ? figureItem(amountText(amount, currency), double(amount.minor)) : figureItem(QStringLiteral("–"), -1, Tone::muted);
    };
    for (const PlayMoney &play : moneyByPlay(m_snapshot->orders)) {
        const std::int64_t more = play.actual.minor - play.planned.minor;
        const QString sign = more > 0 ? QStringLiteral("+") : QString();
        m_plays->addRow({textItem(QString::fromStdString(play.name)), countItem(play.open), money(play.openPrice, play.open > 0), countItem(play.delivered),
                         money(play.planned, play.delivered > 0), money(play.actual, play.delivered > 0),
                         play.delivered == 0 ? figureItem(QStringLiteral("–"), 0, Tone::muted)
                                             : figureItem(sign + amountText(Money{more}, currency), double(more), more > 0 ? Tone::red : Tone::plain)});
    }
}

void BudgetsView::showOverdrafts()
{
    m_overdrafts->setColumns({{tr("Order"), 52, true}, {tr("Account"), 120}, {tr("Price"), 66, true}, {tr("Why"), 120, false, true}});
    if (!m_snapshot)
        return;
    int count = 0;
    Money sum;
    for (const OrderRow &order : m_snapshot->orders) {
        if (order.overrideReason.empty())
            continue;
        ++count;
        sum = sum + order.price;
        QStandardItem *number = figureItem(QString::number(order.number), double(order.number));
        number->setData(QString::fromStdString(order.id), Qt::UserRole + 20);
        m_overdrafts->addRow({number, textItem(QString::fromStdString(order.accountName)), figureItem(amountText(order.price, m_snapshot->settings.currency), double(order.price.minor)),
                              textItem(QString::fromStdString(order.overrideReason), Tone::secondary)});
    }
    m_overdraftPanel->setFacts(count == 0 ? tr("nothing was let through") : tr("%n order(s), %1", nullptr, count).arg(currencyText(sum, m_snapshot->settings.currency)));
}

} // namespace dimsum
