#include "ui/menu/slip_panel.h"

#include "qt/dish_model.h"
#include "qt/display_text.h"
#include "ui/common/envelope_gauge.h"
#include "ui/common/envelope_legend.h"
#include "ui/common/icon.h"
#include "ui/common/leader_line.h"
#include "ui/common/slip_frame.h"
#include "ui/common/slip_rule.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/orders/envelope_card.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

QLabel *label(TypeSize size, bool bold = false)
{
    auto *made = new QLabel;
    made->setFont(Theme::of().font(size, bold));
    made->setTextFormat(Qt::RichText);
    made->setWordWrap(size == TypeSize::small || size == TypeSize::text);
    return made;
}

QString inputTitle(const std::string &input)
{
    if (input == "contact")
        return SlipPanel::tr("Contact");
    if (input == "address")
        return SlipPanel::tr("Address");
    if (input == "message")
        return SlipPanel::tr("Message");
    if (input == "date")
        return SlipPanel::tr("Date, like 2026-02-18");
    if (input == "budget_code")
        return SlipPanel::tr("Budget code");
    return QString::fromStdString(input);
}

const SlipPlay *playOf(const SlipCheck &check, const std::string &code)
{
    const auto found = std::find_if(check.plays.begin(), check.plays.end(), [&](const SlipPlay &play) { return play.play->code == code; });
    return found == check.plays.end() ? nullptr : &*found;
}

bool missing(const SlipPlay &play, const std::string &input)
{
    return std::any_of(play.hindrances.begin(), play.hindrances.end(), [&](const Hindrance &hindrance) {
        return hindrance.reason == SlipReason::inputMissing && hindrance.role == input;
    });
}

} // namespace

SlipPanel::SlipPanel(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("Order slip"));
    m_paper = new SlipFrame;
    QVBoxLayout *paper = m_paper->contentLayout();
    auto *title = label(TypeSize::section);
    title->setText(tr("Order slip"));
    m_subtitle = label(TypeSize::small);
    m_listHost = new QVBoxLayout;
    m_envelopesHost = new QVBoxLayout;
    m_totalWords = label(TypeSize::text, true);
    m_total = label(TypeSize::figure);
    m_total->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *sum = new QHBoxLayout;
    sum->addWidget(m_totalWords);
    sum->addWidget(m_total, 1);
    m_first = label(TypeSize::small);
    m_last = label(TypeSize::small);
    m_approval = label(TypeSize::small);
    m_roles = label(TypeSize::small);
    auto *facts = new QFormLayout;
    facts->setVerticalSpacing(2);
    facts->addRow(tr("First delivery"), m_first);
    facts->addRow(tr("All delivered"), m_last);
    facts->addRow(tr("Approval"), m_approval);
    facts->addRow(tr("Roles reached"), m_roles);
    m_note = new QPlainTextEdit;
    m_note->setAccessibleName(tr("Note to marketing"));
    m_note->setPlaceholderText(tr("What marketing should know"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(54);
    m_reason = label(TypeSize::small);
    m_place = new QPushButton(themedIcon(QStringLiteral("check")), {});
    m_place->setMinimumHeight(metric::primary);
    setLook(m_place, ButtonLook::primary);
    m_clear = new QPushButton(themedIcon(QStringLiteral("undo")), tr("Clear slip"));
    m_print = new QPushButton(themedIcon(QStringLiteral("print")), tr("Print slip"));
    m_undo = new QPushButton(themedIcon(QStringLiteral("undo")), tr("Take the order back"));
    for (QPushButton *button : {m_clear, m_print, m_undo})
        setLook(button, ButtonLook::flat);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_clear);
    foot->addWidget(m_undo);
    foot->addStretch();
    foot->addWidget(m_print);

    auto *noteTitle = label(TypeSize::small);
    noteTitle->setText(tr("Note to marketing"));
    noteTitle->setBuddy(m_note);
    paper->addWidget(title);
    paper->addWidget(m_subtitle);
    paper->addLayout(m_listHost);
    paper->addWidget(new SlipRule(SlipRule::Kind::doubleBamboo));
    paper->addLayout(sum);
    paper->addWidget(new SlipRule(SlipRule::Kind::dashed));
    paper->addLayout(m_envelopesHost);
    paper->addWidget(new SlipRule(SlipRule::Kind::dashed));
    paper->addLayout(facts);
    paper->addWidget(new SlipRule(SlipRule::Kind::dashed));
    paper->addWidget(noteTitle);
    paper->addWidget(m_note);
    paper->addWidget(m_reason);
    paper->addWidget(m_place);
    paper->addLayout(foot);
    paper->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_paper);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(scroll);

    connect(m_place, &QPushButton::clicked, this, &SlipPanel::placeRequested);
    connect(m_clear, &QPushButton::clicked, this, &SlipPanel::clearRequested);
    connect(m_print, &QPushButton::clicked, this, &SlipPanel::printRequested);
    connect(m_undo, &QPushButton::clicked, this, &SlipPanel::undoRequested);
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            Q_EMIT noteChanged(m_note->toPlainText());
    });
    m_undo->hide();
}

void SlipPanel::setAccount(const QString &name)
{
    m_account = name;
    m_shape.clear(); // another account's inputs must not stay
    delete m_list;
    m_list = nullptr;
    m_lines.clear();
}

void SlipPanel::setContacts(const QList<SlipContact> &contacts)
{
    m_contacts = contacts;
    m_shape.clear();
}

void SlipPanel::setClosed(const QString &reason)
{
    m_closed = reason;
}

void SlipPanel::setPlaced(const QString &seal)
{
    m_placed = !seal.isEmpty();
    m_paper->setSeal(seal);
    m_undo->setVisible(m_placed);
    m_clear->setVisible(!m_placed);
    m_place->setVisible(!m_placed);
    m_note->setReadOnly(m_placed);
    if (m_list != nullptr)
        m_list->setEnabled(!m_placed);
    if (m_placed)
        m_subtitle->setText(tr("Placed for %1").arg(m_account));
}

void SlipPanel::setBusy(bool busy)
{
    m_busy = busy;
    m_place->setEnabled(!busy && m_place->isEnabled());
}

void SlipPanel::showProblem(const QString &text)
{
    QPalette palette = m_reason->palette();
    palette.setColor(QPalette::WindowText, Theme::of(this).red);
    m_reason->setPalette(palette);
    m_reason->setText(text.toHtmlEscaped());
    m_reason->setVisible(!text.isEmpty());
}

QWidget *SlipPanel::makeInput(const std::string &play, const std::string &input, const std::string &value)
{
    const QString code = QString::fromStdString(play), name = QString::fromStdString(input);
    const QString given = QString::fromStdString(value);
    const QString title = tr("%1 for %2").arg(inputTitle(input), code);
    if (input != "contact") {
        auto *edit = new QLineEdit(given);
        edit->setPlaceholderText(inputTitle(input));
        edit->setAccessibleName(title);
        edit->setObjectName(code + u'/' + name);
        connect(edit, &QLineEdit::textChanged, this, [this, code, name](const QString &text) {
            if (!m_showing)
                Q_EMIT inputChanged(code, name, text.trimmed());
        });
        return edit;
    }
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(title);
    box->setObjectName(code + u'/' + name);
    box->lineEdit()->setPlaceholderText(m_contacts.isEmpty() ? tr("Who is it for?") : tr("Choose a contact"));
    for (const SlipContact &contact : std::as_const(m_contacts))
        box->addItem(contact.shown, contact.value);
    const int known = box->findData(given);
    box->setCurrentIndex(known);
    if (known < 0)
        box->setEditText(given);
    connect(box, &QComboBox::currentTextChanged, this, [this, box, code, name](const QString &text) {
        if (m_showing)
            return;
        const int item = box->findText(text);
        Q_EMIT inputChanged(code, name, item >= 0 ? box->itemData(item).toString() : text.trimmed());
    });
    return box;
}

void SlipPanel::rebuildLines(const DraftSlip &draft, const SlipCheck &check, const Currency &currency)
{
    delete m_list;
    m_lines.clear();
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    for (const SlipLine &line : draft.lines) {
        const SlipPlay *play = playOf(check, line.play);
        if (play == nullptr || m_lines.contains(line.play))
            continue;
        Line widgets;
        widgets.leader = new LeaderLine(QString::fromStdString(play->play->name), amountText(play->price, currency));
        widgets.when = label(TypeSize::small);
        column->addWidget(widgets.leader);
        column->addWidget(widgets.when);
        for (const std::string &input : play->play->inputs) {
            const auto given = line.inputs.find(input);
            QWidget *field = makeInput(line.play, input, given == line.inputs.end() ? std::string() : given->second);
            column->addWidget(field);
            widgets.inputs[input] = field;
        }
        m_lines[line.play] = widgets;
        column->addSpacing(4);
    }
    if (m_lines.empty()) {
        auto *nothing = label(TypeSize::text);
        nothing->setText(tr("Nothing is ticked yet. Tick a play on the card."));
        column->addWidget(nothing);
    }
    m_listHost->addWidget(m_list);
    m_list->setEnabled(!m_placed);
}

void SlipPanel::showLine(const SlipLine &line, const SlipCheck &check, const Currency &currency)
{
    const SlipPlay *play = playOf(check, line.play);
    const auto widgets = m_lines.find(line.play);
    if (play == nullptr || widgets == m_lines.end())
        return;
    widgets->second.leader->setLine(QString::fromStdString(play->play->name), amountText(play->price, currency));
    const Theme &theme = Theme::of(this);
    QString words = tr("by %1").arg(dayText(play->ready)) + QStringLiteral(" · ");
    words += play->approval ? QStringLiteral("<font color=\"%1\">%2</font>").arg(theme.warn.name(), tr("goes to approval")) : tr("pre-approved");
    for (const Hindrance &hindrance : play->hindrances) {
        if (hindrance.reason == SlipReason::inputMissing)
            continue; // the field itself is red
        words += QStringLiteral("<br><font color=\"%1\">%2</font>")
                     .arg(theme.red.name(), hindranceWords(hindrance, QString::fromStdString(play->play->name), currency).toHtmlEscaped());
    }
    widgets->second.when->setText(words);
    for (const auto &[input, field] : widgets->second.inputs)
        setInvalid(field, missing(*play, input));
}

void SlipPanel::setSlip(const MenuCard &card, const DraftSlip &draft, const SlipCheck &check, const Currency &currency)
{
    m_showing = true;
    QStringList shape;
    for (const SlipLine &line : draft.lines)
        shape << QString::fromStdString(line.play);
    if (shape != m_shape || m_list == nullptr) {
        m_shape = shape;
        rebuildLines(draft, check, currency);
    }
    for (const SlipLine &line : draft.lines)
        showLine(line, check, currency);
    if (m_note->toPlainText() != QString::fromStdString(draft.note))
        m_note->setPlainText(QString::fromStdString(draft.note));
    if (!m_placed)
        m_subtitle->setText(draft.lines.empty() ? tr("For %1").arg(m_account) : tr("Draft for %1, kept automatically").arg(m_account));
    m_totalWords->setText(tr("Total, %n play(s)", nullptr, static_cast<int>(draft.lines.size())));
    m_total->setText(currencyText(check.total, currency));
    showEnvelopes(card, check, currency);
    showFacts(draft, check);
    showPlace(draft, check, currency);
    m_showing = false;
}

void SlipPanel::showEnvelopes(const MenuCard &card, const SlipCheck &check, const Currency &currency)
{
    delete m_envelopes;
    m_envelopes = new QWidget;
    auto *column = new QVBoxLayout(m_envelopes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    bool first = true;
    for (const SlipEnvelope &entry : check.envelopes) {
        const bool ofTier = entry.envelope->scope.kind == EnvelopeScope::Kind::tier;
        if (!ofTier && entry.slip.minor == 0)
            continue; // it would only distract
        auto *head = new QHBoxLayout;
        auto *name = label(TypeSize::text, true);
        name->setText((ofTier ? tr("Tier %1 envelope").arg(entry.envelope->scope.tier) : envelopeName(*entry.envelope, *card.menu)).toHtmlEscaped());
        auto *limit = label(TypeSize::small);
        limit->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        limit->setText(currencyText(entry.envelope->limit, currency));
        head->addWidget(name);
        head->addWidget(limit, 1);
        column->addLayout(head);
        auto *gauge = new EnvelopeGauge;
        const QStringList amounts{amountText(entry.usage.actual, currency), amountText(entry.usage.committed, currency), amountText(entry.usage.reserved, currency),
                                  amountText(entry.slip, currency), amountText(entry.left, currency)};
        gauge->setEnvelope({entry.envelope->limit, entry.usage.actual, entry.usage.committed, entry.usage.reserved, entry.slip, std::max(1, card.tier)},
                           tr("%1 of %2 left with this slip").arg(amounts[4], amountText(entry.envelope->limit, currency)));
        column->addWidget(gauge);
        if (std::exchange(first, false)) {
            auto *legend = new EnvelopeLegend(EnvelopeLegend::Form::rows);
            legend->setAmounts(std::max(1, card.tier), {tr("Delivered"), tr("Committed"), tr("Reserved"), tr("This slip"), tr("Left afterwards")}, amounts);
            column->addWidget(legend);
        }
        if (entry.left.minor < 0) {
            auto *over = label(TypeSize::small);
            over->setText(QStringLiteral("<font color=\"%1\">%2</font>").arg(Theme::of(this).red.name(), tr("%1 more than is left").arg(currencyText(Money{-entry.left.minor}, currency))));
            column->addWidget(over);
        }
    }
    m_envelopesHost->addWidget(m_envelopes);
}

void SlipPanel::showFacts(const DraftSlip &draft, const SlipCheck &check)
{
    const QString none = QStringLiteral("–");
    m_first->setText(check.firstDelivery.known() ? weekdayText(check.firstDelivery) : none);
    m_last->setText(!check.lastDelivery.known() ? none
                    : check.approvals > 0        ? tr("%1, if approved today").arg(weekdayText(check.lastDelivery))
                                                 : weekdayText(check.lastDelivery));
    m_approval->setText(draft.lines.empty()  ? none
                        : check.approvals > 0 ? tr("%1 of %2 plays need it").arg(check.approvals).arg(draft.lines.size())
                                              : tr("none needed"));
    m_roles->setText(draft.lines.empty() ? none : countText(static_cast<qint64>(check.rolesReached.size())));
}

void SlipPanel::showPlace(const DraftSlip &draft, const SlipCheck &check, const Currency &currency)
{
    m_place->setText(draft.lines.empty() ? tr("Place order") : tr("Place order, %1").arg(currencyText(check.total, currency)));
    m_clear->setEnabled(!draft.lines.empty());
    // Inputs are asked for here, and what breaks a limit cannot be placed; other hints stand at their line.
    const auto stops = [](const SlipCheck::Obstacle &obstacle) {
        return isInvariant(obstacle.hindrance.reason) || obstacle.hindrance.reason == SlipReason::inputMissing;
    };
    QString reason = m_closed;
    const auto first = std::find_if(check.obstacles.begin(), check.obstacles.end(), stops);
    if (reason.isEmpty() && first != check.obstacles.end()) {
        const SlipPlay *play = playOf(check, first->play);
        const QString name = play != nullptr ? QString::fromStdString(play->play->name) : QString::fromStdString(first->play);
        reason = tr("%1: %2").arg(name, hindranceWords(first->hindrance, name, currency));
    }
    m_place->setEnabled(reason.isEmpty() && !draft.lines.empty() && check.placeable && !m_busy);
    showProblem(m_placed ? QString() : reason);
}

} // namespace dimsum
