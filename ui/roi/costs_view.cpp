#include "ui/roi/costs_view.h"

#include "qt/display_text.h"
#include "qt/wording.h"
#include "service/workspace_session.h"
#include "ui/common/amount_delegate.h"
#include "ui/common/choice_delegate.h"
#include "ui/common/figure_table.h"
#include "ui/common/foot_label.h"
#include "ui/common/icon.h"
#include "ui/common/panel.h"
#include "ui/common/style.h"
#include "ui/roi/worth_views.h"
#include "ui/settings/preferences.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <map>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class CostText
{
    Q_DECLARE_TR_FUNCTIONS(CostText)
};

// The codes of costs.csv and what people read instead.
using Words = QList<std::pair<QString, QString>>;

Words subjectWords()
{
    return {{QStringLiteral("campaign"), CostText::tr("campaign")}, {QStringLiteral("asset"), CostText::tr("asset")}, {QStringLiteral("play"), CostText::tr("play")}, {QStringLiteral("platform"), CostText::tr("platform")}};
}

Words lineWords()
{
    return {{QStringLiteral("hours"), CostText::tr("hours")}, {QStringLiteral("media"), CostText::tr("media")}, {QStringLiteral("production"), CostText::tr("production")}, {QStringLiteral("fee"), CostText::tr("monthly fee")}};
}

Words actualWords()
{
    return {{QStringLiteral("no"), CostText::tr("plan")}, {QStringLiteral("yes"), CostText::tr("actual")}};
}

Words kindWords()
{
    return {{{}, CostText::tr("not told")}, {QStringLiteral("abm"), CostText::tr("ABM")}, {QStringLiteral("traditional"), CostText::tr("traditional")}};
}

QStringList texts(const Words &words)
{
    QStringList list;
    for (const auto &[code, text] : words)
        list << text;
    return list;
}

QString wordOf(const Words &words, const QString &code)
{
    for (const auto &[known, text] : words) {
        if (known == code)
            return text;
    }
    return code;
}

// The code of a word, or what was typed as it is: a pasted block has codes.
QString codeOf(const Words &words, const QString &text)
{
    for (const auto &[code, known] : words) {
        if (known.compare(text.trimmed(), Qt::CaseInsensitive) == 0)
            return code;
    }
    return text.trimmed();
}

QStandardItem *fixed(QStandardItem *item)
{
    item->setEditable(false);
    return item;
}

} // namespace

CostsView::CostsView(PageContext context, QWidget *parent)
    : QWidget(parent), m_context(context), m_linePanel(new Panel(tr("Lines of cost"))), m_campaignPanel(new Panel(tr("Campaigns and their limits"))), m_lines(new FigureTable(tr("Lines of cost"))),
      m_campaigns(new FigureTable(tr("Campaigns and their limits"))), m_add(new QPushButton(themedIcon(QStringLiteral("add")), tr("Add line…"))),
      m_copy(new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy plan to actual"))), m_remove(new QPushButton(themedIcon(QStringLiteral("delete")), tr("Remove"))), m_foot(footLabel()), m_campaignFoot(footLabel())
{
    constexpr auto byHand = QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed;
    m_lines->setEditTriggers(byHand);
    m_campaigns->setEditTriggers(byHand);
    m_lines->setItemDelegateForColumn(KindColumn, new ChoiceDelegate(texts(subjectWords()), m_lines));
    m_lines->setItemDelegateForColumn(LineColumn, new ChoiceDelegate(texts(lineWords()), m_lines));
    m_lines->setItemDelegateForColumn(ActualColumn, new ChoiceDelegate(texts(actualWords()), m_lines));
    for (const Column column : {HoursColumn, RateColumn, AmountColumn, MonthsColumn})
        m_lines->setItemDelegateForColumn(column, new AmountDelegate(m_lines));
    m_campaigns->setItemDelegateForColumn(BudgetColumn, new AmountDelegate(m_campaigns));
    m_campaigns->setItemDelegateForColumn(AbmColumn, new ChoiceDelegate(texts(kindWords()), m_campaigns));
    for (QPushButton *button : {m_add, m_copy, m_remove}) {
        setLook(button, ButtonLook::normal, true);
        m_linePanel->addControl(button);
    }
    m_add->setToolTip(tr("Or paste rows from a spreadsheet with Ctrl+V"));
    m_copy->setToolTip(tr("The selected planned lines once more as actual ones; lines that have one already are left out"));
    m_linePanel->addContent(m_lines, 1);
    m_foot->setText(tr("Double-click a cell to change it. Paste rows from a spreadsheet with Ctrl+V. Delivered orders bring their actual cost in by themselves and are not listed here."));
    m_linePanel->addContent(m_foot);
    m_campaignPanel->addContent(m_campaigns, 1);
    m_campaignPanel->addContent(m_campaignFoot);
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_linePanel);
    splitter->addWidget(m_campaignPanel);
    splitter->setSizes({370, 350});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);
    setFocusProxy(m_lines);
    connect(&m_lines->figures(), &QStandardItemModel::itemChanged, this, &CostsView::takeLine);
    connect(&m_campaigns->figures(), &QStandardItemModel::itemChanged, this, &CostsView::takeCampaign);
    connect(m_add, &QPushButton::clicked, this, &CostsView::askForLine);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const auto ids = selectedIds();
        if (!ids.empty())
            change(tr("Removing costs"), [ids](Workspace &workspace, const std::string &by) { return removeCostLines(workspace, ids, by); });
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const auto ids = selectedIds();
        change(tr("Copying the plan"), [ids](Workspace &workspace, const std::string &by) {
            const auto copied = copyPlanToActual(workspace, ids, by);
            return copied ? Outcome(Done{}) : Outcome(copied.error());
        });
    });
    auto *paste = new QShortcut(QKeySequence::Paste, m_lines);
    paste->setContext(Qt::WidgetShortcut);
    connect(paste, &QShortcut::activated, this, [this] { pasteLines(QGuiApplication::clipboard()->text()); });
    auto *remove = new QShortcut(QKeySequence::Delete, m_lines);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, m_remove, &QPushButton::click);
    const auto enable = [this] {
        const auto ids = selectedIds();
        m_remove->setEnabled(!ids.empty());
        m_copy->setEnabled(!ids.empty());
    };
    connect(m_lines->selectionModel(), &QItemSelectionModel::selectionChanged, this, enable);
    enable();
}

void CostsView::show(std::shared_ptr<const WorthBoard> board)
{
    m_board = std::move(board);
    load();
}

void CostsView::load()
{
    ++m_running;
    m_context.session.run(
        tr("Reading the costs"), [](Workspace &workspace, const Progress &) { return costBook(workspace); }, this,
        [this](Result<CostBook> book) {
            --m_running;
            if (!book.ok())
                return m_context.navigation.showError(book.error());
            m_book = std::move(*book);
            fillLines();
            fillCampaigns();
        },
        WorkspaceSession::Effect::reads);
}

void CostsView::fillLines()
{
    m_filling = true;
    const Currency &currency = m_board->snapshot->settings.currency;
    const int scrolled = m_lines->indexAt({1, 1}).row();
    m_lines->setColumns({{tr("For a"), 90}, {tr("Name"), 210, false, true}, {tr("Line"), 100}, {tr("Hours"), 70, true}, {tr("Rate"), 80, true}, {tr("Amount"), 100, true}, {tr("Months"), 70, true}, {tr("Month"), 84}, {tr("Plan or actual"), 110}, {tr("Comes to, %1").arg(currencySign(currency)), 120, true}});
    Money planned, actual;
    for (std::size_t i = 0; i < m_book.lines.size(); ++i) {
        const CostBookLine &line = m_book.lines[i];
        const CostLineText &text = line.text;
        (line.entry.actual ? actual : planned) += line.entry.amount;
        const auto number = [](const QString &words) { return figureItem(words, words.toDouble()); };
        m_lines->addRow({textItem(wordOf(subjectWords(), text.subjectKind)), textItem(text.subject), textItem(wordOf(lineWords(), text.line)), number(text.hours), number(text.rate), number(text.amount), number(text.months),
                         textItem(text.month), textItem(wordOf(actualWords(), text.actual), line.entry.actual ? Tone::plain : Tone::secondary),
                         fixed(figureItem(amountText(line.entry.amount, currency), double(line.entry.amount.minor), Tone::plain, true))},
                        static_cast<std::int64_t>(i));
    }
    if (scrolled > 0 && scrolled < m_lines->rowCount())
        m_lines->scrollTo(m_lines->model()->index(scrolled, 0), QAbstractItemView::PositionAtTop);
    m_linePanel->setFacts(m_book.lines.empty() ? tr("none yet: add a line, paste some, or import costs.csv") : tr("%1 lines: %2 planned, %3 actual").arg(countText(static_cast<std::int64_t>(m_book.lines.size())), compactAmountText(planned, currency), compactAmountText(actual, currency)));
    m_filling = false;
}

void CostsView::fillCampaigns()
{
    m_filling = true;
    const Currency &currency = m_board->snapshot->settings.currency;
    m_campaigns->setColumns({{tr("Campaign"), 230, false, true}, {tr("Kind"), 110}, {tr("Limit, %1").arg(currencySign(currency)), 110, true}, {tr("Planned"), 110, true}, {tr("Actual"), 110, true}, {tr("of the limit"), 100, true}, {tr("Touches"), 90, true}});
    std::map<std::string, const KnownCampaign *, std::less<>> known;
    for (const KnownCampaign &campaign : m_book.campaigns)
        known[campaign.key] = &campaign;
    std::vector<const SubjectCost *> rows;
    std::int64_t without = 0;
    for (const SubjectCost &row : m_board->worth.costs.rows) {
        if (row.subject != CostSubject::campaign)
            continue;
        rows.push_back(&row);
        without += !row.planned && !row.actual && row.touches > 0 ? 1 : 0;
    }
    // First what is to be mended: touched and without a cost, then over the limit.
    const auto rank = [](const SubjectCost *row) { return std::tuple(!(!row->planned && !row->actual && row->touches > 0), !row->overBudget(), -row->actual.value_or(Money{}).minor); };
    std::stable_sort(rows.begin(), rows.end(), [&rank](const SubjectCost *a, const SubjectCost *b) { return rank(a) < rank(b); });
    std::int64_t over = 0;
    for (const SubjectCost *row : rows) {
        const auto found = known.find(row->key);
        const Money budget = found == known.end() ? unknownMoney : found->second->budget;
        const std::optional<bool> abm = found == known.end() ? std::nullopt : found->second->abm;
        const bool costless = !row->planned && !row->actual && row->touches > 0;
        const bool beyond = budget.known() && row->actual && *row->actual > budget;
        over += beyond ? 1 : 0;
        const auto money = [&](const std::optional<Money> &amount, Tone tone) { return fixed(amount ? figureItem(wholeAmountText(*amount, currency), double(amount->minor), tone, tone == Tone::red) : figureItem(costless ? tr("no cost") : QStringLiteral("–"), -1, costless ? Tone::warn : Tone::muted)); };
        auto *limit = figureItem(budget.known() ? QString::fromStdString(shortMoneyText(budget, currency)) : QString(), budget.known() ? double(budget.minor) : -1);
        auto *used = budget.known() && budget.minor > 0 && row->actual ? figureItem(percentText(double(row->actual->minor) / double(budget.minor)), double(row->actual->minor) / double(budget.minor), beyond ? Tone::red : Tone::plain, beyond) : figureItem(QStringLiteral("–"), -1, Tone::muted);
        m_campaigns->addRow({fixed(textItem(QString::fromStdString(row->label))), textItem(wordOf(kindWords(), abm ? (*abm ? QStringLiteral("abm") : QStringLiteral("traditional")) : QString()), abm ? Tone::plain : Tone::muted), limit,
                             money(row->planned, Tone::plain), money(row->actual, beyond ? Tone::red : Tone::plain), fixed(used), fixed(figureItem(countText(row->touches), double(row->touches), Tone::secondary))});
    }
    const CostTable &costs = m_board->worth.costs;
    const double share = costs.touches > 0 ? double(costs.touchesWithoutCost) / double(costs.touches) : 0;
    m_campaignPanel->setFacts(over > 0 ? tr("%1 over their limit").arg(countText(over)) : tr("none over its limit"));
    m_campaignFoot->setText(tr("%1 of the touches (%2) carry no cost, neither by campaign nor by asset. %3").arg(percentText(share, 1), countText(costs.touchesWithoutCost), without > 0 ? tr("%1 campaigns without any cost stand first: add their lines.").arg(countText(without)) : tr("Every campaign that touches accounts has a cost.")));
    m_filling = false;
}

CostLineText CostsView::textOf(int row) const
{
    const auto cell = [this, row](int column) { return m_lines->figures().index(row, column).data(Qt::EditRole).toString(); };
    return {.subjectKind = codeOf(subjectWords(), cell(KindColumn)), .subject = cell(SubjectColumn), .line = codeOf(lineWords(), cell(LineColumn)), .hours = cell(HoursColumn), .rate = cell(RateColumn), .amount = cell(AmountColumn), .months = cell(MonthsColumn), .month = cell(MonthColumn), .actual = codeOf(actualWords(), cell(ActualColumn))};
}

void CostsView::takeLine(QStandardItem *item)
{
    if (m_filling || item->column() == PriceColumn)
        return;
    const std::int64_t at = m_lines->accountOf(item->index());
    if (at < 0 || static_cast<std::size_t>(at) >= m_book.lines.size())
        return;
    change(tr("Changing a cost"), [id = m_book.lines[static_cast<std::size_t>(at)].id, text = textOf(item->row())](Workspace &workspace, const std::string &by) { return changeCostLine(workspace, id, text, by); });
}

void CostsView::takeCampaign(QStandardItem *item)
{
    if (m_filling)
        return;
    const QString name = item->model()->index(item->row(), NameColumn).data().toString();
    const QString text = item->text();
    if (item->column() == BudgetColumn)
        change(tr("Changing a limit"), [name, text](Workspace &workspace, const std::string &by) { return setCampaignBudget(workspace, name, text, by); });
    else if (item->column() == AbmColumn)
        change(tr("Changing a campaign"), [name, code = codeOf(kindWords(), text)](Workspace &workspace, const std::string &by) {
            return setCampaignKind(workspace, name, code.isEmpty() ? std::nullopt : std::optional(code == QStringLiteral("abm")), by);
        });
}

std::vector<std::int64_t> CostsView::selectedIds() const
{
    std::vector<std::int64_t> ids;
    for (const QModelIndex &index : m_lines->selectionModel()->selectedRows()) {
        const std::int64_t at = m_lines->accountOf(index);
        if (at >= 0 && static_cast<std::size_t>(at) < m_book.lines.size())
            ids.push_back(m_book.lines[static_cast<std::size_t>(at)].id);
    }
    return ids;
}

void CostsView::change(const QString &title, std::function<Outcome(Workspace &, const std::string &by)> work)
{
    ++m_running;
    m_context.session.run(
        title, [work = std::move(work), by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) { return work(workspace, by); }, this,
        [this](const Outcome &done) {
            --m_running;
            if (done.ok())
                return; // the next snapshot brings the next board, and that fills the grid
            m_context.navigation.showError(done.error());
            fillLines();
            fillCampaigns();
        },
        WorkspaceSession::Effect::changes);
}

void CostsView::pasteLines(const QString &text)
{
    std::vector<CostLineText> lines;
    for (const QString &row : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList cells = row.chopped(row.endsWith(u'\r') ? 1 : 0).split(u'\t');
        if (lines.empty() && cells.value(0).trimmed().compare(QStringLiteral("subject_kind"), Qt::CaseInsensitive) == 0)
            continue;
        lines.push_back({.subjectKind = codeOf(subjectWords(), cells.value(0)), .subject = cells.value(1), .line = codeOf(lineWords(), cells.value(2)), .hours = cells.value(3), .rate = cells.value(4), .amount = cells.value(5), .months = cells.value(6), .month = cells.value(7), .actual = codeOf(actualWords(), cells.value(8))});
    }
    if (lines.empty())
        return m_context.navigation.hint(tr("Nothing to paste: copy rows of a spreadsheet first, with the columns in the order of this table."));
    change(tr("Adding costs"), [lines = std::move(lines)](Workspace &workspace, const std::string &by) {
        const auto added = addCostLines(workspace, lines, by);
        return added ? Outcome(Done{}) : Outcome(added.error());
    });
}

void CostsView::askForLine()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Add a line of cost"));
    const auto choice = [](const Words &words, const QString &name) {
        auto *box = new QComboBox;
        box->setObjectName(name);
        for (const auto &[code, text] : words)
            box->addItem(text, code);
        return box;
    };
    QComboBox *subjectKind = choice(subjectWords(), QStringLiteral("subject_kind")), *line = choice(lineWords(), QStringLiteral("line")), *actual = choice(actualWords(), QStringLiteral("actual"));
    const auto field = [](const QString &name) {
        auto *edit = new QLineEdit;
        edit->setObjectName(name);
        return edit;
    };
    QLineEdit *subject = field(QStringLiteral("subject")), *hours = field(QStringLiteral("hours")), *rate = field(QStringLiteral("rate")), *amount = field(QStringLiteral("amount")), *months = field(QStringLiteral("months")), *month = field(QStringLiteral("month"));
    month->setPlaceholderText(tr("2026-03, or nothing"));
    auto *form = new QFormLayout;
    form->addRow(tr("For a"), subjectKind);
    form->addRow(tr("Name"), subject);
    form->addRow(tr("Line"), line);
    form->addRow(tr("Hours"), hours);
    form->addRow(tr("Rate of an hour"), rate);
    form->addRow(tr("Amount"), amount);
    form->addRow(tr("Months"), months);
    form->addRow(tr("Month"), month);
    form->addRow(tr("Plan or actual"), actual);
    const auto showFields = [form, line, hours, rate, amount, months] {
        const QString kind = line->currentData().toString();
        const bool perHour = kind == QStringLiteral("hours");
        form->setRowVisible(hours, perHour);
        form->setRowVisible(rate, perHour);
        form->setRowVisible(amount, !perHour);
        form->setRowVisible(months, kind == QStringLiteral("fee"));
    };
    connect(line, &QComboBox::currentIndexChanged, dialog, showFields);
    line->setCurrentIndex(1);
    showFields();
    auto *wrong = new QLabel;
    wrong->setWordWrap(true);
    wrong->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *ok = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    setLook(ok, ButtonLook::primary);
    auto *column = new QVBoxLayout(dialog);
    column->addLayout(form);
    column->addWidget(wrong);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, wrong, ok, subjectKind, subject, line, hours, rate, amount, months, month, actual] {
        const CostLineText text{.subjectKind = subjectKind->currentData().toString(), .subject = subject->text(), .line = line->currentData().toString(), .hours = hours->isHidden() ? QString() : hours->text(), .rate = rate->isHidden() ? QString() : plainAmount(rate->text()), .amount = amount->isHidden() ? QString() : plainAmount(amount->text()), .months = months->isHidden() ? QString() : months->text(), .month = month->text(), .actual = actual->currentData().toString()};
        ok->setEnabled(false);
        m_context.session.run(
            tr("Adding a cost"), [text, by = m_context.preferences.who().toStdString()](Workspace &workspace, const Progress &) { return addCostLine(workspace, text, by); }, dialog,
            [dialog, wrong, ok](const Result<std::int64_t> &added) {
                ok->setEnabled(true);
                if (added.ok())
                    return dialog->accept();
                Error shown = added.error();
                for (QLineEdit *input : dialog->findChildren<QLineEdit *>())
                    setInvalid(input, input->objectName() == QString::fromStdString(shown.field));
                if (auto *input = dialog->findChild<QWidget *>(QString::fromStdString(shown.field))) {
                    input->setFocus();
                    shown.field.clear(); // the frame says where
                }
                wrong->setText(errorText(shown));
                wrong->show();
            },
            WorkspaceSession::Effect::changes);
    });
    dialog->resize(380, 300);
    dialog->open();
    subject->setFocus();
}

} // namespace dimsum
