#include "ui/window/main_tool_bar.h"

#include "qt/display_text.h"
#include "ui/common/search_field.h"
#include "ui/common/theme.h"
#include "ui/window/score_status.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QFontMetrics>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyleOptionSpinBox>
#include <QToolButton>

#include <algorithm>

namespace dimsum {

namespace {

constexpr int wideSearch = 340;
constexpr int narrowSearch = 280;

// The red dot on the bell while there are messages that nobody has looked at.
class UnreadDot : public QWidget
{
public:
    explicit UnreadDot(QWidget *button) : QWidget(button)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(8, 8);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.panel, 1));
        painter.setBrush(theme.red);
        painter.drawEllipse(QRectF(0.5, 0.5, 7, 7));
    }
};

} // namespace

MainToolBar::MainToolBar(const Actions &actions, QWidget *parent)
    : QToolBar(parent), m_programLabel(new QLabel(this)), m_program(new QComboBox(this)),
      m_asOfLabel(new QLabel(this)), m_asOf(new QDateEdit(this)), m_followToday(new QAction(this)),
      m_search(new SearchField(QString(), QStringLiteral("Ctrl+K"), this)), m_scores(new ScoreStatus(this)),
      m_bell(nullptr)
{
    setObjectName(QStringLiteral("mainToolBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setIconSize(QSize(16, 16));
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setFixedHeight(metric::toolBar);

    m_programLabel->setBuddy(m_program);
    m_programLabel->setContentsMargins(2, 0, 6, 0);
    m_asOfLabel->setContentsMargins(6, 0, 6, 0);
    m_program->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_program->setMinimumWidth(120);
    m_asOfLabel->setBuddy(m_asOf);
    m_asOf->setCalendarPopup(true);
    m_asOf->setKeyboardTracking(false);
    m_asOf->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    m_asOf->addAction(m_followToday);
    m_asOf->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_search->setFixedWidth(wideSearch);

    addAction(actions.back);
    addAction(actions.forward);
    addSeparator();
    addAction(actions.undo);
    addAction(actions.redo);
    addSeparator();
    addWidget(m_programLabel);
    addWidget(m_program);
    addGap(6);
    addWidget(m_asOfLabel);
    addWidget(m_asOf);
    auto *before = new QWidget(this);
    before->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(before);
    addWidget(m_search);
    auto *after = new QWidget(this);
    after->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(after);
    addWidget(m_scores);
    addSeparator();
    addAction(actions.messages);
    addAction(actions.help);
    m_bell = qobject_cast<QToolButton *>(widgetForAction(actions.messages));
    m_dot = new UnreadDot(m_bell);

    connect(m_asOf, &QDateEdit::dateChanged, this, [this](const QDate &date) { Q_EMIT asOfChosen(dayFrom(date)); });
    connect(m_followToday, &QAction::triggered, this, &MainToolBar::todayChosen);
    retranslate();
    setProgram(QString());
    setAsOf(unknownDay, false);
}

void MainToolBar::addGap(int width)
{
    auto *gap = new QWidget(this);
    gap->setFixedWidth(width);
    addWidget(gap);
}

void MainToolBar::setProgram(const QString &words)
{
    m_program->clear();
    m_program->addItem(words.isEmpty() ? tr("None") : words);
    m_program->setEnabled(!words.isEmpty());
    m_programLabel->setEnabled(!words.isEmpty());
}

void MainToolBar::setAsOf(Day day, bool pinned)
{
    const QSignalBlocker quiet(m_asOf);
    m_asOf->setEnabled(day.known());
    m_asOfLabel->setEnabled(day.known());
    m_followToday->setEnabled(pinned);
    if (day.known()) {
        m_asOf->setSpecialValueText(QString());
        m_asOf->setDate(dateOf(day));
    } else {
        m_asOf->setSpecialValueText(QStringLiteral("–"));
        m_asOf->setDate(m_asOf->minimumDate());
    }
    m_asOf->setToolTip(pinned ? tr("Everything is computed for this date. Fields of accounts are today's.")
                              : tr("Everything is computed for today. Choose a date to look back."));
}

void MainToolBar::setUnread(int messages)
{
    if (!m_bell)
        return;
    m_dot->move(m_bell->width() / 2 + 2, m_bell->height() / 2 - 9);
    m_dot->setVisible(messages > 0);
    m_bell->setAccessibleName(messages > 0 ? tr("Messages, %n new", nullptr, messages) : tr("Messages"));
}

void MainToolBar::setNarrow(bool narrow)
{
    m_search->setFixedWidth(narrow ? narrowSearch : wideSearch);
    for (QAction *action : actions()) {
        const QWidget *widget = widgetForAction(action);
        if (widget == m_programLabel || widget == m_asOfLabel)
            action->setVisible(!narrow);
    }
}

void MainToolBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

// The size hint of the box is of its range; names of months and of days differ more than it thinks.
void MainToolBar::fitDate()
{
    const QFontMetrics metrics(m_asOf->font());
    int widest = 0;
    for (int month = 1; month <= 12; ++month) {
        for (int day = 20; day <= 26; ++day) // every day of the week, with two digits
            widest = std::max(widest, metrics.horizontalAdvance(m_asOf->locale().toString(QDate(2026, month, day), m_asOf->displayFormat())));
    }
    QStyleOptionSpinBox option;
    option.initFrom(m_asOf);
    option.subControls = QStyle::SC_ComboBoxArrow;
    const int arrow = m_asOf->style()->pixelMetric(QStyle::PM_ScrollBarExtent, &option, m_asOf);
    m_asOf->setMinimumWidth(widest + arrow + 24);
}

void MainToolBar::retranslate()
{
    setWindowTitle(tr("Tool bar"));
    m_programLabel->setText(tr("Program"));
    m_program->setAccessibleName(tr("Program"));
    m_asOfLabel->setText(tr("As of"));
    m_asOf->setAccessibleName(tr("As of"));
    //: Format of the date in the tool bar: "Wed 18 Feb 2026"
    m_asOf->setDisplayFormat(tr("ddd d MMM yyyy"));
    m_followToday->setText(tr("Follow today"));
    fitDate();
    m_search->setPlaceholderText(tr("Find an account, a play or an action"));
    m_search->setAccessibleName(tr("Find"));
    const Theme &theme = Theme::of(this);
    m_programLabel->setFont(theme.font(TypeSize::small));
    m_asOfLabel->setFont(theme.font(TypeSize::small));
}

} // namespace dimsum
