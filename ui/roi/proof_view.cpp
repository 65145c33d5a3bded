#include "ui/roi/proof_view.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/empty_state.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/icon.h"
#include "ui/common/meter_delegate.h"
#include "ui/common/panel.h"
#include "ui/common/side_by_side.h"
#include "ui/common/style.h"
#include "ui/settings/preferences.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class ProofText
{
    Q_DECLARE_TR_FUNCTIONS(ProofText)
};

class LiftWords
{
public:
    explicit LiftWords(const WorthBoard &board) : m_currency(board.snapshot->settings.currency), m_scale(std::pow(10.0, m_currency.exponent)) {}

    QString level(LiftMeasure measure, double value) const
    {
        switch (measure) {
        case LiftMeasure::winRate:
            return percentText(value, 1);
        case LiftMeasure::cycle:
            return ProofText::tr("%1 d").arg(numberText(value, 0));
        default:
            return money(value);
        }
    }
    // A size without a direction: "12 points", "9 days", "8,600".
    QString size(LiftMeasure measure, double value) const
    {
        switch (measure) {
        case LiftMeasure::winRate:
            return ProofText::tr("%1 points").arg(numberText(value * 100, 1));
        case LiftMeasure::cycle:
            return ProofText::tr("%n day(s)", nullptr, static_cast<int>(std::lround(value)));
        default:
            return money(value);
        }
    }
    QString difference(LiftMeasure measure, double value) const
    {
        if (measure == LiftMeasure::cycle)
            return value < 0 ? ProofText::tr("%n day(s) shorter", nullptr, static_cast<int>(std::lround(-value))) : ProofText::tr("%n day(s) longer", nullptr, static_cast<int>(std::lround(value)));
        const QString sign = value > 0 ? QStringLiteral("+") : QString();
        return sign + (measure == LiftMeasure::winRate ? ProofText::tr("%1 points").arg(numberText(value * 100, 1)) : money(value));
    }
    static QString name(LiftMeasure measure)
    {
        switch (measure) {
        case LiftMeasure::winRate:
            return ProofText::tr("Win rate");
        case LiftMeasure::cycle:
            return ProofText::tr("Cycle length");
        case LiftMeasure::dealSize:
            return ProofText::tr("Deal size");
        case LiftMeasure::pipeline:
            break;
        }
        return ProofText::tr("Pipeline per account");
    }

private:
    QString money(double amount) const { return compactAmountText(Money{std::llround(amount * m_scale)}, m_currency); }

    Currency m_currency;
    double m_scale;
};

} // namespace

void fillLift(FigureTable &table, const WorthBoard &board, bool all)
{
    table.setColumns(all ? QList<FigureTable::Column>{{ProofText::tr("Measure"), 210}, {ProofText::tr("Program"), 90, true}, {ProofText::tr("Control"), 90, true}, {ProofText::tr("In % of the control"), 200}, {ProofText::tr("Difference"), 180, false, true}, {ProofText::tr("Would be seen from"), 130, true, false, ProofText::tr("The smallest difference that this comparison would prove 8 times of 10")}}
                         : QList<FigureTable::Column>{{ProofText::tr("Measure"), 150}, {ProofText::tr("Program"), 76, true}, {ProofText::tr("Control"), 76, true}, {ProofText::tr("In % of the control"), 150}, {ProofText::tr("Difference"), 170, false, true}});
    table.setSortingEnabled(false);
    if (!board.lift)
        return;
    const LiftReport &report = *board.lift;
    const LiftWords words(board);
    struct Row {
        QString name;
        LiftMeasure measure;
        const LiftFigure *figure;
    };
    QList<Row> rows;
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure)
        rows << Row{LiftWords::name(static_cast<LiftMeasure>(measure)), static_cast<LiftMeasure>(measure), &report.after[measure]};
    if (board.liftTierOne && all)
        rows << Row{ProofText::tr("Tier 1 only: win rate"), LiftMeasure::winRate, &board.liftTierOne->after[0]};
    for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
        const auto which = static_cast<LiftMeasure>(measure);
        if (all || which == LiftMeasure::winRate)
            rows << Row{ProofText::tr("%1, change").arg(LiftWords::name(which)), which, &report.change[measure]};
    }
    // One scale for all lines: as wide as the widest interval, within reason.
    double widest = 0.5;
    for (const Row &row : rows) {
        if (row.figure->interval && row.figure->control && *row.figure->control != 0)
            widest = std::max({widest, std::abs(row.figure->interval->low / *row.figure->control), std::abs(row.figure->interval->high / *row.figure->control)});
    }
    widest = std::min(widest, 4.0);
    for (const Row &row : rows) {
        const LiftFigure &figure = *row.figure;
        IntervalMark mark{.scaleMin = -widest, .scaleMax = widest, .enough = false};
        const double base = figure.control ? std::abs(*figure.control) : 0;
        if (figure.interval && figure.difference && base > 0) {
            const auto share = [base, widest](double value) { return std::clamp(value / base, -widest, widest); };
            mark.low = share(figure.interval->low);
            mark.high = share(figure.interval->high);
            mark.point = share(*figure.difference);
            mark.proven = figure.tellsApart;
            mark.enough = true;
        }
        const bool good = figure.tellsApart && (*figure.difference > 0) == (row.measure != LiftMeasure::cycle);
        const QString difference = figure.tellsApart ? words.difference(row.measure, *figure.difference) : ProofText::tr("too few accounts to tell");
        const auto cell = [&](const std::optional<double> &value) { return value ? figureItem(words.level(row.measure, *value), *value) : figureItem(QStringLiteral("–"), 0, Tone::muted); };
        const QString interval = figure.interval ? ProofText::tr("from %1 to %2").arg(words.level(row.measure, figure.interval->low), words.level(row.measure, figure.interval->high)) : ProofText::tr("no interval");
        QList<QStandardItem *> cells{textItem(row.name), cell(figure.program), cell(figure.control), intervalItem(mark, interval),
                                     textItem(difference, figure.tellsApart ? (good ? Tone::good : Tone::red) : Tone::secondary, figure.tellsApart)};
        if (all)
            cells << (figure.smallestVisible ? figureItem(words.size(row.measure, *figure.smallestVisible), *figure.smallestVisible, Tone::secondary) : figureItem(QStringLiteral("–"), 0, Tone::muted));
        table.addRow(cells);
    }
}

QString powerSentence(const WorthBoard &board)
{
    if (!board.lift)
        return {};
    const LiftFigure &figure = board.lift->after[0];
    const QString accounts = countText(board.lift->matched);
    if (!figure.smallestVisible)
        return ProofText::tr("With %1 accounts on either side too few deals were closed to tell any effect on the win rate.").arg(accounts);
    return ProofText::tr("With %1 accounts on either side an effect on the win rate under %2 cannot be seen.").arg(accounts, LiftWords(board).size(LiftMeasure::winRate, *figure.smallestVisible));
}

ProofView::ProofView(PageContext context, QWidget *parent)
    : QWidget(parent), m_context(context), m_liftPanel(new Panel(tr("Program accounts against matched controls"))), m_kindPanel(new Panel(tr("Account-based against traditional campaigns"))),
      m_holdOutPanel(new Panel(tr("Hold-out"))), m_lift(new FigureTable(tr("Program accounts against matched controls"))), m_kinds(new FigureTable(tr("Account-based against traditional campaigns"), nullptr, RowSize::compact)), m_power(footLabel()),
      m_kindFoot(footLabel()), m_holdOut(new QLabel), m_draw(new QPushButton(themedIcon(QStringLiteral("people")), tr("Draw a hold-out…"))), m_liftStack(new QStackedWidget),
      m_noLift(new EmptyState(EmptyState::Kind::tooFew, tr("Nobody to compare yet"), {}))
{
    m_lift->setItemDelegateForColumn(3, new MeterDelegate(m_lift));
    auto *whole = new QWidget;
    auto *inner = new QVBoxLayout(whole);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_lift, 1);
    inner->addWidget(m_power);
    m_liftStack->addWidget(whole);
    m_liftStack->addWidget(m_noLift);
    m_liftPanel->addContent(m_liftStack, 1);
    m_kindPanel->addContent(m_kinds, 1);
    m_kindPanel->addContent(m_kindFoot);
    m_holdOut->setWordWrap(true);
    m_holdOut->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    setLook(m_draw, ButtonLook::normal, true);
    m_draw->setToolTip(tr("Takes accounts of the program out of the menu at random, so that its worth can be told from what would have come anyway"));
    m_holdOutPanel->addControl(m_draw);
    m_holdOutPanel->addPadded(m_holdOut, 1);
    auto *splitter = sideBySide(m_liftPanel, sideBySide(m_kindPanel, m_holdOutPanel, {860, 440}), {360, 340}, Qt::Vertical);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_lift);
    connect(m_draw, &QPushButton::clicked, this, &ProofView::askForHoldOut);
}

void ProofView::show(std::shared_ptr<const WorthBoard> board)
{
    m_board = std::move(board);
    fillLift(*m_lift, *m_board, true);
    fillKinds();
    m_draw->setEnabled(m_board->snapshot->program && m_board->snapshot->program->state != ProgramState::closed);
    if (m_board->lift) {
        const LiftReport &report = *m_board->lift;
        m_liftStack->setCurrentIndex(0);
        m_liftPanel->setFacts(tr("%1 pairs; deals created %2 to %3 against as many days before").arg(countText(report.matched), fullDayText(report.start), fullDayText(report.end)));
        QStringList foot{powerSentence(*m_board)};
        foot << tr("“Change” is after the start less before it, program less controls: what was different before already does not count.");
        foot << tr("Lines: 95 % interval of 2,000 seeded draws by account. A line that covers 0, or an arm under 30 accounts, proves nothing.");
        if (report.matched < report.programAccounts)
            foot << tr("%1 of %2 program accounts found no control of their industry, size, region and fit.").arg(countText(report.programAccounts - report.matched), countText(report.programAccounts));
        m_power->setText(foot.join(u' '));
    } else {
        m_liftStack->setCurrentIndex(1);
        m_liftPanel->setFacts({});
        m_noLift->setState(EmptyState::Kind::tooFew, tr("Nobody to compare yet"), m_board->noLift ? errorText(*m_board->noLift) : QString());
    }
    QString text;
    if (const auto &program = m_board->snapshot->program; program && program->holdOuts > 0) {
        text = tr("<b>%1</b> accounts of “%2” are held out: they get no menu, no plan and no next action, and are measured like all others.").arg(countText(program->holdOuts), QString::fromStdString(program->period.name).toHtmlEscaped());
        if (m_board->lift) {
            const LiftWords words(*m_board);
            QStringList levels;
            for (std::size_t measure = 0; measure < liftMeasureCount; ++measure) {
                if (const auto &value = m_board->lift->holdout[measure])
                    levels << tr("%1 %2").arg(LiftWords::name(static_cast<LiftMeasure>(measure)), words.level(static_cast<LiftMeasure>(measure), *value));
            }
            text += QStringLiteral("<br><br>") + (levels.isEmpty() ? tr("None of them has a closed deal since the start.") : tr("Since the start: %1.").arg(levels.join(QStringLiteral(", "))));
        }
    } else {
        text = tr("Nobody is held out. Matched controls resemble the program's accounts, but somebody chose who is in the program; only a random hold-out can prove what it brings. Draw one when the program starts: a tenth is usual.");
    }
    m_holdOut->setText(text);
}

void ProofView::fillKinds()
{
    m_kinds->setColumns({{tr("Deals of the last 365 days"), 220}, {tr("ABM"), 170, true, false, tr("At least one touch of an ABM campaign")}, {tr("Traditional only"), 170, true, false, tr("Touches of traditional campaigns, none of an ABM one")}, {tr("Neither"), 170, true, true}});
    m_kinds->setSortingEnabled(false);
    const Currency &currency = m_board->snapshot->settings.currency;
    const auto &mixes = m_board->mixes;
    const auto row = [&](const QString &name, const auto &words) {
        QList<QStandardItem *> cells{textItem(name)};
        for (const MixFigures &mix : mixes) {
            const std::optional<QString> text = words(mix);
            cells << (text ? figureItem(*text, 0) : figureItem(QStringLiteral("–"), 0, Tone::muted));
        }
        m_kinds->addRow(cells);
    };
    using Text = std::optional<QString>;
    row(tr("Opportunities opened"), [](const MixFigures &mix) { return Text(countText(mix.opened)); });
    row(tr("Closed"), [](const MixFigures &mix) { return Text(countText(mix.closed)); });
    row(tr("Won"), [](const MixFigures &mix) { return Text(countText(mix.won)); });
    row(tr("Win rate"), [](const MixFigures &mix) {
        const auto rate = mix.winRate();
        const Interval interval = mix.winRateInterval();
        return rate ? Text(tr("%1 (%2 to %3)").arg(percentText(*rate, 1), percentText(interval.low), percentText(interval.high))) : Text();
    });
    row(tr("Revenue won"), [&](const MixFigures &mix) { return Text(compactAmountText(mix.revenue, currency)); });
    row(tr("Average deal"), [&](const MixFigures &mix) {
        const auto average = mix.averageDeal();
        return average ? Text(compactAmountText(*average, currency)) : Text();
    });
    row(tr("Cycle"), [](const MixFigures &mix) {
        const auto days = mix.cycleDays();
        return days ? Text(tr("%1 d").arg(numberText(*days, 0))) : Text();
    });
    row(tr("Touches per closed deal"), [](const MixFigures &mix) {
        const auto touches = mix.touchesPerDeal();
        return touches ? Text(numberText(*touches, 1)) : Text();
    });
    // Money: the campaigns of either kind, whatever deals they touched.
    const auto sums = [&](const QString &name, const auto &words) {
        QList<QStandardItem *> cells{textItem(name)};
        for (const auto &sum : {m_board->allAbm, m_board->allTraditional}) {
            const Text text = sum ? words(*sum) : Text();
            cells << (text ? figureItem(*text, 0) : figureItem(QStringLiteral("–"), 0, Tone::muted));
        }
        cells << figureItem(QStringLiteral("–"), 0, Tone::muted);
        m_kinds->addRow(cells);
    };
    sums(tr("Cost of the campaigns"), [&](const SubjectWorth &sum) { return sum.cost.actual ? Text(compactAmountText(*sum.cost.actual, currency)) : Text(); });
    sums(tr("Return, lowest to highest"), [](const SubjectWorth &sum) { return sum.roiLow ? Text(tr("%1 to %2").arg(percentText(*sum.roiLow), percentText(*sum.roiHigh))) : Text(); });
    const bool enough = mixes[0].closed >= fewestClosedDeals && mixes[1].closed >= fewestClosedDeals;
    m_kindPanel->setFacts(!enough ? tr("too few closed deals to tell") : winRatesDiffer(mixes[0], mixes[1]) ? tr("the win rates differ") : tr("the win rates do not differ beyond chance"));
    m_kindFoot->setText(tr("A deal counts where its touches are: nobody drew lots for who met which campaign, so this is no proof, only the same figures side by side. Win rates with their 95 % intervals; under %1 closed deals on a side they tell nothing.").arg(fewestClosedDeals));
}

void ProofView::askForHoldOut()
{
    if (!m_board)
        return;
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Draw a hold-out"));
    auto *share = new QSpinBox;
    share->setRange(1, 50);
    share->setValue(10);
    share->setSuffix(tr(" % of the accounts"));
    share->setAccessibleName(tr("Share to hold out"));
    auto *told = new QLabel(tr("Counting the accounts…"));
    told->setWordWrap(true);
    told->setMinimumHeight(120);
    told->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *ok = buttons->addButton(tr("Draw"), QDialogButtonBox::AcceptRole);
    setLook(ok, ButtonLook::primary);
    ok->setEnabled(false);
    auto *form = new QFormLayout;
    form->addRow(tr("Hold out"), share);
    auto *column = new QVBoxLayout(dialog);
    column->addLayout(form);
    column->addWidget(told, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, share] {
        draw(share->value() / 100.0);
        dialog->accept();
    });
    const auto tell = [this, dialog, share, told, ok] {
        const int percent = share->value();
        m_context.session.run(
            tr("Planning a hold-out"), [percent](Workspace &workspace, const Progress &) { return holdOutPlan(workspace, percent / 100.0); }, dialog,
            [told, ok, share, percent](Result<HoldOutPlan> plan) {
                if (percent != share->value())
                    return; // the next answer is on its way
                ok->setEnabled(plan.ok() && plan->toDraw > 0);
                if (!plan.ok()) {
                    told->setText(errorText(plan.error()));
                    return;
                }
                QStringList lines{tr("%1 of %2 accounts without an order are drawn at random, the same share of each tier. They get no menu until the program ends.").arg(countText(plan->toDraw), countText(plan->accounts))};
                if (plan->ordered > 0)
                    lines << tr("%1 accounts have an order already and stay in the program.").arg(countText(plan->ordered));
                if (plan->heldOut > 0)
                    lines << tr("%1 are held out already.").arg(countText(plan->heldOut));
                if (plan->wonBefore && plan->smallestVisible && *plan->wonBefore > 0)
                    lines << tr("%1 of these accounts won a deal in as many days before. With this draw a difference under %2 points cannot be seen.").arg(percentText(*plan->wonBefore, 1), numberText(*plan->smallestVisible * 100, 1));
                else if (plan->accounts > 0)
                    lines << tr("None of these accounts won a deal in as many days before, so how small a difference could be seen cannot be told.");
                told->setText(lines.join(QStringLiteral("\n\n")));
            },
            WorkspaceSession::Effect::reads);
    };
    connect(share, &QSpinBox::valueChanged, dialog, tell);
    tell();
    dialog->resize(460, 300);
    dialog->open();
}

void ProofView::draw(double share)
{
    Navigation *window = &m_context.navigation;
    m_context.session.run(
        tr("Drawing a hold-out"), [share, by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) { return drawHoldOut(workspace, share, by); }, this,
        [window](Result<std::int64_t> drawn) {
            if (drawn.ok())
                window->notify(Tone::good, tr("%1 accounts are held out. Undo takes it back; drawing again gives the same ones.").arg(countText(*drawn)));
            else
                window->showError(drawn.error());
        },
        WorkspaceSession::Effect::changes);
}

} // namespace dimsum
