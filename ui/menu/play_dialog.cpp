#include "ui/menu/play_dialog.h"

#include "domain/buying_role.h"
#include "qt/display_text.h"
#include "qt/role_words.h"
#include "qt/wording.h"
#include "ui/common/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int mostDays = 1000, mostPlaces = 1'000'000;

QStringList listOf(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list << QString::fromStdString(word);
    return list;
}

// "contact, message": empty parts left out.
std::vector<std::string> wordsOf(const QString &text)
{
    std::vector<std::string> words;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            words.push_back(word.trimmed().toStdString());
    }
    return words;
}

template <class Value>
void keepTicked(std::vector<Value> &values, const Value &value, bool ticked)
{
    const auto known = std::find(values.begin(), values.end(), value);
    if (ticked && known == values.end())
        values.push_back(value);
    else if (!ticked && known != values.end())
        values.erase(known);
}

// A code out of a name: "VIP dinner, Chicago" -> "vip-dinner-chicago".
QString codeFrom(const QString &name)
{
    QString code;
    for (const QChar c : name.toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            code += c;
        else if (!code.isEmpty() && !code.endsWith(u'-'))
            code += u'-';
    }
    code.truncate(40);
    while (code.endsWith(u'-'))
        code.chop(1);
    return code;
}

QString costWords(CostKind kind)
{
    switch (kind) {
    case CostKind::hours:
        return PlayDialog::tr("Hours");
    case CostKind::media:
        return PlayDialog::tr("Media");
    case CostKind::production:
        return PlayDialog::tr("Production");
    case CostKind::fee:
        return PlayDialog::tr("Monthly fee");
    }
    return {};
}

} // namespace

PlayDialog::PlayDialog(const Menu &menu, const Currency &currency, const Play *play, QWidget *parent)
    : QDialog(parent), m_menu(menu), m_currency(currency), m_isNew(play == nullptr)
{
    setWindowTitle(m_isNew ? tr("New play") : tr("Play"));
    build();
    if (play) {
        m_before = *play;
    } else {
        m_before.tiers = {1};
        m_before.leadDays = 5;
        m_before.costs = {{}};
    }
    show(m_before);
}

void PlayDialog::build()
{
    m_name = new QLineEdit;
    m_code = new QLineEdit;
    m_code->setEnabled(m_isNew);
    m_code->setPlaceholderText(tr("made of the name"));
    m_description = new QPlainTextEdit;
    m_description->setFixedHeight(64);
    m_description->setTabChangesFocus(true);
    m_channel = new QComboBox;
    m_channel->setEditable(true);
    QSet<QString> channels;
    for (const Play &play : m_menu.plays)
        channels.insert(QString::fromStdString(play.channel));
    QStringList sorted(channels.begin(), channels.end());
    sorted.sort(Qt::CaseInsensitive);
    m_channel->addItems(sorted);
    m_personalisation = new QComboBox;
    m_personalisation->addItems({tr("1:1"), tr("1:few"), tr("1:many")});
    auto *tiers = new QWidget;
    auto *tierRow = new QHBoxLayout(tiers);
    tierRow->setContentsMargins(0, 0, 0, 0);
    const QStringList tierNames{tr("1, just right"), tr("2, too big"), tr("3, too small")};
    for (int tier = 1; tier <= 3; ++tier) {
        auto *box = new QCheckBox(tierNames[tier - 1]);
        m_tiers[static_cast<std::size_t>(tier - 1)] = box;
        tierRow->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &PlayDialog::validate);
    }
    tierRow->addStretch(1);
    m_roles = new QListWidget;
    m_roles->setAccessibleName(tr("Buying roles it reaches"));
    m_roles->setFixedHeight(120);
    for (const std::string_view role : buyingRoles) {
        auto *item = new QListWidgetItem(roleWords(role), m_roles);
        item->setData(Qt::UserRole, QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size())));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    }
    m_stages = new QLineEdit;
    m_stages->setPlaceholderText(tr("any; else comma between"));
    m_team = new QLineEdit;
    m_delivers = new QLineEdit;
    m_delivers->setPlaceholderText(tr("activity type, like webinar; may stay empty"));
    m_inputs = new QLineEdit;
    m_inputs->setPlaceholderText(tr("contact, address, message …"));
    m_cheaper = new QLineEdit;
    m_cheaper->setPlaceholderText(tr("codes of plays to offer instead"));

    m_costs = new QTableWidget(0, 3);
    m_costs->setAccessibleName(tr("What one order costs"));
    m_costs->setHorizontalHeaderLabels({tr("Kind"), tr("Amount, %1").arg(currencySign(m_currency)), tr("Hours or months")});
    m_costs->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_costs->verticalHeader()->hide();
    m_costs->setFixedHeight(120);
    auto *addLine = new QPushButton(tr("Add line"));
    auto *dropLine = new QPushButton(tr("Remove line"));
    m_price = new QLabel;
    auto *costButtons = new QHBoxLayout;
    costButtons->addWidget(addLine);
    costButtons->addWidget(dropLine);
    costButtons->addStretch(1);
    costButtons->addWidget(m_price);
    auto *costs = new QWidget;
    auto *costColumn = new QVBoxLayout(costs);
    costColumn->setContentsMargins(0, 0, 0, 0);
    costColumn->addWidget(m_costs);
    costColumn->addLayout(costButtons);
    m_lead = new QSpinBox;
    m_lead->setRange(0, mostDays);
    m_lead->setSuffix(tr(" business days"));
    const auto limit = [](const QString &none) {
        auto *box = new QSpinBox;
        box->setRange(-1, mostPlaces);
        box->setSpecialValueText(none);
        return box;
    };
    m_capacity = limit(tr("no limit"));
    m_perAccount = limit(tr("no limit"));
    m_approval = new QComboBox;
    m_approval->addItems({tr("none"), tr("always"), tr("above an amount")});
    m_above = new QLineEdit;
    auto *approval = new QWidget;
    auto *approvalRow = new QHBoxLayout(approval);
    approvalRow->setContentsMargins(0, 0, 0, 0);
    approvalRow->addWidget(m_approval, 1);
    approvalRow->addWidget(m_above, 1);
    m_status = new QComboBox;
    m_status->addItems({tr("draft: reps do not see it"), tr("approved: it can be ordered"), tr("retired: no new orders")});

    auto *left = new QFormLayout, *right = new QFormLayout;
    left->addRow(tr("&Name"), m_name);
    left->addRow(tr("C&ode"), m_code);
    left->addRow(tr("&Description"), m_description);
    left->addRow(tr("C&hannel"), m_channel);
    left->addRow(tr("Personal to"), m_personalisation);
    left->addRow(tr("Tiers"), tiers);
    left->addRow(tr("Roles"), m_roles);
    left->addRow(tr("Stages"), m_stages);
    left->addRow(tr("&Brings"), m_delivers);
    right->addRow(tr("Price"), costs);
    right->addRow(tr("&Lead time"), m_lead);
    right->addRow(tr("&Places in the program"), m_capacity);
    right->addRow(tr("Per &account"), m_perAccount);
    right->addRow(tr("Approval"), approval);
    right->addRow(tr("&Team"), m_team);
    right->addRow(tr("Rep &gives"), m_inputs);
    right->addRow(tr("Cheaper"), m_cheaper);
    right->addRow(tr("&Status"), m_status);
    auto *columns = new QHBoxLayout;
    columns->addLayout(left, 1);
    columns->addSpacing(16);
    columns->addLayout(right, 1);
    m_wrong = new QLabel;
    m_wrong->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_ok = buttons->addButton(m_isNew ? tr("Add play") : tr("Save play"), QDialogButtonBox::AcceptRole);
    setLook(m_ok, ButtonLook::primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addLayout(columns, 1);
    column->addWidget(m_wrong);
    column->addWidget(buttons);
    resize(960, 560);

    connect(m_name, &QLineEdit::textEdited, this, [this](const QString &name) {
        if (m_isNew && !m_code->isModified())
            m_code->setText(codeFrom(name));
    });
    for (QLineEdit *line : {m_name, m_code, m_team, m_delivers, m_inputs, m_stages, m_cheaper, m_above})
        connect(line, &QLineEdit::textChanged, this, &PlayDialog::validate);
    connect(m_approval, &QComboBox::currentIndexChanged, this, [this](int rule) {
        m_above->setVisible(rule == static_cast<int>(Approval::Rule::above));
        validate();
    });
    connect(m_costs, &QTableWidget::cellChanged, this, &PlayDialog::validate);
    connect(addLine, &QPushButton::clicked, this, [this] {
        addCost({});
        validate();
    });
    connect(dropLine, &QPushButton::clicked, this, [this] {
        m_costs->removeRow(std::max(0, m_costs->currentRow()));
        validate();
    });
}

void PlayDialog::addCost(const CostLine &line)
{
    const QSignalBlocker quiet(m_costs);
    const int row = m_costs->rowCount();
    m_costs->insertRow(row);
    auto *kind = new QComboBox;
    for (const CostKind each : {CostKind::hours, CostKind::media, CostKind::production, CostKind::fee})
        kind->addItem(costWords(each));
    kind->setCurrentIndex(static_cast<int>(line.kind));
    connect(kind, &QComboBox::currentIndexChanged, this, &PlayDialog::validate);
    m_costs->setCellWidget(row, 0, kind);
    m_costs->setItem(row, 1, new QTableWidgetItem(QString::fromStdString(moneyText(line.amount, m_currency))));
    m_costs->setItem(row, 2, new QTableWidgetItem(QString::fromStdString(quantityText(line.quantity))));
}

void PlayDialog::show(const Play &play)
{
    m_name->setText(QString::fromStdString(play.name));
    m_code->setText(QString::fromStdString(play.code));
    m_description->setPlainText(QString::fromStdString(play.description));
    m_channel->setEditText(QString::fromStdString(play.channel));
    m_personalisation->setCurrentIndex(static_cast<int>(play.personalisation));
    for (int tier = 1; tier <= 3; ++tier)
        m_tiers[static_cast<std::size_t>(tier - 1)]->setChecked(offeredTo(play, tier));
    for (int row = 0; row < m_roles->count(); ++row) {
        const std::string role = m_roles->item(row)->data(Qt::UserRole).toString().toStdString();
        m_roles->item(row)->setCheckState(std::find(play.roles.begin(), play.roles.end(), role) != play.roles.end() ? Qt::Checked : Qt::Unchecked);
    }
    m_stages->setText(listOf(play.stages).join(QStringLiteral(", ")));
    m_team->setText(QString::fromStdString(play.ownerTeam));
    m_delivers->setText(QString::fromStdString(play.delivers));
    m_inputs->setText(listOf(play.inputs).join(QStringLiteral(", ")));
    m_cheaper->setText(listOf(play.cheaper).join(QStringLiteral(", ")));
    for (const CostLine &line : play.costs)
        addCost(line);
    m_lead->setValue(play.leadDays);
    m_capacity->setValue(play.capacity.value_or(-1));
    m_perAccount->setValue(play.perAccount.value_or(-1));
    m_approval->setCurrentIndex(static_cast<int>(play.approval.rule));
    m_above->setText(QString::fromStdString(moneyText(play.approval.above, m_currency)));
    m_above->setVisible(play.approval.rule == Approval::Rule::above);
    m_status->setCurrentIndex(static_cast<int>(play.status));
    validate();
}

std::vector<CostLine> PlayDialog::costLines(QString *wrong) const
{
    std::vector<CostLine> lines;
    for (int row = 0; row < m_costs->rowCount(); ++row) {
        CostLine line;
        line.kind = static_cast<CostKind>(qobject_cast<QComboBox *>(m_costs->cellWidget(row, 0))->currentIndex());
        const QString amount = m_costs->item(row, 1)->text().trimmed(), quantity = m_costs->item(row, 2)->text().trimmed();
        const ParsedMoney parsed = parseMoney(amount.toStdString(), m_currency);
        const auto count = quantity.isEmpty() ? std::optional(oneQuantity) : parseQuantity(quantity.toStdString());
        if ((parsed.problem || parsed.amount.minor < 0) && wrong)
            *wrong = tr("“%1” in line %2 of the price is no amount. Write it like 1250.00.").arg(amount).arg(row + 1);
        else if (!count && wrong)
            *wrong = tr("“%1” in line %2 of the price is no number of hours or months.").arg(quantity).arg(row + 1);
        line.amount = parsed.problem ? Money{} : parsed.amount;
        line.quantity = count.value_or(oneQuantity);
        if (line.kind == CostKind::media || line.kind == CostKind::production)
            line.quantity = oneQuantity;
        lines.push_back(line);
    }
    return lines;
}

Play PlayDialog::play() const
{
    Play play = m_before;
    play.code = m_code->text().trimmed().toStdString();
    play.name = m_name->text().trimmed().toStdString();
    play.description = m_description->toPlainText().trimmed().toStdString();
    play.channel = m_channel->currentText().trimmed().toStdString();
    play.personalisation = static_cast<Personalisation>(m_personalisation->currentIndex());
    // What stays ticked keeps its place: a menu that was only looked at is the same menu.
    for (int tier = 1; tier <= 3; ++tier)
        keepTicked(play.tiers, tier, m_tiers[static_cast<std::size_t>(tier - 1)]->isChecked());
    for (int row = 0; row < m_roles->count(); ++row)
        keepTicked(play.roles, m_roles->item(row)->data(Qt::UserRole).toString().toStdString(), m_roles->item(row)->checkState() == Qt::Checked);
    play.stages = wordsOf(m_stages->text());
    play.ownerTeam = m_team->text().trimmed().toStdString();
    play.delivers = m_delivers->text().trimmed().toStdString();
    play.inputs = wordsOf(m_inputs->text());
    play.cheaper = wordsOf(m_cheaper->text());
    play.costs = costLines(nullptr);
    play.leadDays = m_lead->value();
    play.capacity = m_capacity->value() < 0 ? std::nullopt : std::optional(m_capacity->value());
    play.perAccount = m_perAccount->value() < 0 ? std::nullopt : std::optional(m_perAccount->value());
    play.approval.rule = static_cast<Approval::Rule>(m_approval->currentIndex());
    const ParsedMoney above = parseMoney(m_above->text().trimmed().toStdString(), m_currency);
    play.approval.above = play.approval.rule == Approval::Rule::above && !above.problem ? above.amount : Money{};
    play.status = static_cast<PlayStatus>(m_status->currentIndex());
    return play;
}

// The rules of the menu's file decide (problemsOf), so that the window and `dimsum menu set` never differ.
std::optional<QString> PlayDialog::problem() const
{
    QString wrong;
    costLines(&wrong);
    if (!wrong.isEmpty())
        return wrong;
    if (m_approval->currentIndex() == static_cast<int>(Approval::Rule::above) && parseMoney(m_above->text().trimmed().toStdString(), m_currency).problem)
        return tr("“%1” is no amount for the approval. Write it like 1250.00.").arg(m_above->text());
    const Play written = play();
    Menu menu = m_menu;
    const auto known = std::find_if(menu.plays.begin(), menu.plays.end(), [&](const Play &play) { return play.code == written.code; });
    if (m_isNew && known != menu.plays.end())
        return tr("There is a play with the code “%1” already. Choose another code.").arg(QString::fromStdString(written.code));
    if (known != menu.plays.end())
        *known = written;
    else
        menu.plays.push_back(written);
    const auto problems = problemsOf(menu);
    if (problems.empty())
        return std::nullopt;
    Error error = problems.front();
    error.field = error.field.substr(error.field.find_last_of('.') + 1); // the dialog shows one play: its place in a file says nothing
    return errorText(error);
}

void PlayDialog::validate()
{
    if (!m_ok)
        return;
    const auto wrong = problem();
    m_wrong->setText(wrong.value_or(QString()));
    m_ok->setEnabled(!wrong);
    m_price->setText(tr("One order costs %1").arg(currencyText(priceOf(play()), m_currency)));
}

} // namespace dimsum
