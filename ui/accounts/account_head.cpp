#include "ui/accounts/account_head.h"

#include "qt/display_text.h"
#include "ui/commands/command.h"
#include "ui/common/drawing.h"
#include "ui/common/flow_layout.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"
#include "ui/common/tier_badge_label.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QResizeEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace dimsum
{

namespace
{

constexpr double nameFactor = 1.31; // of the system font: 17 px in the pictures

QString label(const FieldColumn &column, std::uint32_t row)
{
    return column.known(row) ? QString::fromStdString(column.at(row).label) : QString();
}

QString employees(const FieldColumn &column, std::uint32_t row)
{
    const QString written = label(column, row);
    bool whole = false;
    const qlonglong count = written.toLongLong(&whole);
    if (written.isEmpty())
        return {};
    return AccountHead::tr("%1 employees").arg(whole ? countText(count) : written);
}

QString firmographics(const Snapshot &snapshot, std::uint32_t row)
{
    const AccountFrame &accounts = snapshot.accounts;
    const QString region = label(accounts.region, row), country = label(accounts.country, row);
    const QString place =
        region.isEmpty() || country.isEmpty() ? region + country : region + QStringLiteral(", ") + country;
    const QString owner = label(accounts.owner, row);
    QStringList parts{label(accounts.industry, row), place, employees(accounts.employees, row),
                      owner.isEmpty() ? AccountHead::tr("no owner") : owner};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString orderWords(const OrderSummary &orders)
{
    QStringList parts;
    if (orders.open > 0)
        parts << AccountHead::tr("%n open order(s)", nullptr, orders.open);
    if (orders.overdue > 0)
        parts << AccountHead::tr("%n overdue", nullptr, orders.overdue);
    if (orders.drafted > 0)
        parts << AccountHead::tr("%n play(s) on a draft slip", nullptr, orders.drafted);
    return parts.join(QStringLiteral(", "));
}

} // namespace

AccountHead::AccountHead(Command *menuCard, Command *pin, const QList<Command *> &more, QWidget *parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_badge(new TierBadgeLabel(this)),
      m_line(new QLabel(this)),
      m_orderLine(new QLabel(this)),
      m_menuCard(menuCard),
      m_pin(pin),
      m_menuButton(new QPushButton(this)),
      m_pinButton(new QPushButton(this)),
      m_more(new QToolButton(this))
{
    m_title->setTextFormat(Qt::RichText);
    m_title->setWordWrap(true);
    m_title->setObjectName(QStringLiteral("account-name"));
    m_line->setWordWrap(true);
    for (QLabel *selectable : {m_title, m_line})
        selectable->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_orderLine->setTextFormat(Qt::RichText);
    m_orderLine->setWordWrap(true);
    m_orderLine->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_orderLine, &QLabel::linkActivated, this, &AccountHead::ordersRequested);

    setLook(m_menuButton, ButtonLook::primary);
    m_menuButton->setObjectName(QStringLiteral("open-menu-card"));
    m_pinButton->setObjectName(QStringLiteral("pin-tier"));
    connect(m_menuButton, &QPushButton::clicked, m_menuCard, &Command::trigger);
    connect(m_pinButton, &QPushButton::clicked, m_pin, &Command::trigger);
    auto *menu = new QMenu(m_more);
    for (Command *command : more) {
        if (command != nullptr)
            menu->addAction(command->action());
        else
            menu->addSeparator();
    }
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setObjectName(QStringLiteral("more-actions"));

    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title, 1);
    top->addWidget(m_badge, 0, Qt::AlignTop);
    auto *buttons = new FlowLayout(nullptr, metric::buttonGap);
    for (QWidget *button : {static_cast<QWidget *>(m_menuButton), static_cast<QWidget *>(m_pinButton),
                            static_cast<QWidget *>(m_more)})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metric::panelPadding, 8, metric::panelPadding, 10);
    column->setSpacing(3);
    column->addLayout(top);
    column->addWidget(m_line);
    column->addWidget(m_orderLine);
    column->addSpacing(2);
    column->addLayout(buttons);
    retranslate();
    applyTheme();
}

void AccountHead::setAccount(const Snapshot &snapshot, std::uint32_t row)
{
    m_name = QString::fromUtf8(snapshot.accounts.name.at(row));
    m_domain = QString::fromUtf8(snapshot.accounts.domain.at(row));
    if (m_name.isEmpty())
        m_name = m_domain;
    m_facts = firmographics(snapshot, row);
    const OrderSummary &orders = snapshot.orderSummaries[row];
    m_orders = orderWords(orders);
    m_late = orders.overdue > 0;
    const int tier = static_cast<int>(tierIndex(snapshot.tiers[row]));
    m_badge->setTier(tier, snapshot.pin(row) != nullptr, tierText(tier));
    m_line->setText(m_facts);
    applyTheme();
}

void AccountHead::applyTheme()
{
    const Theme &theme = Theme::of(this);
    const auto span = [](const QString &words, double pixels, const QColor &ink, bool bold) {
        return QStringLiteral("<span style=\"font-size:%1pt;color:%2;font-weight:%3\">%4</span>")
            .arg(pixels)
            .arg(ink.name(), bold ? QStringLiteral("600") : QStringLiteral("400"), words.toHtmlEscaped());
    };
    const double base = theme.baseFont.pointSizeF() > 0 ? theme.baseFont.pointSizeF() : 10;
    QFont large = theme.font(TypeSize::text, true);
    large.setPointSizeF(base * nameFactor);
    const QFontMetrics plain(theme.baseFont);
    const int room = width() - 2 * metric::panelPadding - 8 - m_badge->sizeHint().width();
    const bool beside = QFontMetrics(large).horizontalAdvance(m_name) + plain.horizontalAdvance(u' ') * 2 +
                            plain.horizontalAdvance(m_domain) <
                        room;
    m_title->setText(span(m_name, base * nameFactor, theme.text, true) +
                     (beside ? QStringLiteral("&nbsp; ") : QStringLiteral("<br>")) +
                     span(m_domain == m_name ? QString() : m_domain, base, theme.text2, false));
    m_title->setAccessibleName(m_domain == m_name ? m_name : m_name + QStringLiteral(", ") + m_domain);
    m_orderLine->setVisible(!m_orders.isEmpty());
    m_orderLine->setText(QStringLiteral("<a href=\"orders\" style=\"color:%1\">%2</a>")
                             .arg((m_late ? theme.red : theme.accent).name(), m_orders.toHtmlEscaped()));
    m_line->setFont(theme.font(TypeSize::small));
    m_orderLine->setFont(theme.font(TypeSize::small));
    QPalette quiet = m_line->palette();
    quiet.setColor(QPalette::WindowText, theme.text2);
    m_line->setPalette(quiet);
}

void AccountHead::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        applyTheme();
}

void AccountHead::retranslate()
{
    m_menuButton->setText(m_menuCard->action()->text().remove(u'&'));
    m_menuButton->setIcon(themedIcon(QStringLiteral("steamer"), Tone::plain));
    m_pinButton->setText(m_pin->action()->text().remove(u'&'));
    m_pinButton->setIcon(themedIcon(QStringLiteral("pin")));
    m_more->setIcon(themedIcon(QStringLiteral("more")));
    m_more->setAccessibleName(tr("More for this account"));
    m_more->setToolTip(m_more->accessibleName());
}

void AccountHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace dimsum
