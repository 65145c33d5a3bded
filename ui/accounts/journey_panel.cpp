#include "ui/accounts/journey_panel.h"

#include "qt/display_text.h"
#include "ui/accounts/journey_view.h"
#include "ui/accounts/mark_legend.h"
#include "ui/common/paper_figures.h"
#include "ui/accounts/shown_account.h"
#include "ui/accounts/tall_table.h"
#include "ui/common/icon.h"
#include "ui/common/style.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QLabel>
#include <QSet>
#include <QToolButton>

#include <algorithm>
#include <initializer_list>

namespace dimsum
{

namespace
{

constexpr int days = 84, mostLanes = 9, mostLines = 200;

QString personName(const AccountDetails &details, std::uint32_t person)
{
    if (person == 0)
        return JourneyPanel::tr("unknown");
    const CommitteePerson &known = details.people[person - 1];
    return QString::fromStdString(known.name.empty() ? known.email : known.name);
}

// "H. Voss": lanes are narrow; names of one word or in a script without spaces stay whole.
QString shortName(const QString &name)
{
    const qsizetype space = name.indexOf(u' ');
    const bool initials = space > 0 && name.at(0).isLetter() && name.at(0).script() != QChar::Script_Han;
    return initials ? name.left(1) + QStringLiteral(". ") + name.mid(space + 1) : name;
}

QString whatHappened(const TimelineMark &mark)
{
    QStringList parts{QString::fromStdString(mark.type), QString::fromStdString(mark.asset)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

bool inJourney(const AccountDetails &details, const TimelineMark &mark)
{
    return details.asOf - mark.day < days;
}

// People by their newest touch, the unknown person last; what does not fit shares the lane before the last.
QList<std::uint32_t> lanesOf(const AccountDetails &details)
{
    QList<std::uint32_t> lanes;
    bool unknown = false;
    for (auto mark = details.timeline.rbegin(); mark != details.timeline.rend() && inJourney(details, *mark);
         ++mark) {
        if (mark->person == 0)
            unknown = true;
        else if (!lanes.contains(mark->person))
            lanes << mark->person;
    }
    if (unknown)
        lanes << 0;
    return lanes;
}

Journey journeyOf(const AccountDetails &details)
{
    Journey journey{.first = details.asOf - (days - 1), .last = details.asOf, .lanes = {}, .marks = {}};
    const QList<std::uint32_t> people = lanesOf(details);
    const qsizetype alone = people.size() <= mostLanes ? people.size() : mostLanes - 1;
    for (qsizetype at = 0; at < alone; ++at)
        journey.lanes << shortName(personName(details, people[at]));
    if (alone < people.size())
        journey.lanes << JourneyPanel::tr("%n other(s)", nullptr, static_cast<int>(people.size() - alone));
    for (const TimelineMark &mark : details.timeline) {
        if (!inJourney(details, mark))
            continue;
        const auto lane =
            std::min(people.indexOf(mark.person), static_cast<qsizetype>(journey.lanes.size()) - 1);
        journey.marks.append(
            {.day = mark.day,
             .kind = journeyKind(mark.type),
             .lane = static_cast<int>(lane),
             .words =
                 JourneyPanel::tr("%1, %2: %3, %n point(s)", nullptr, static_cast<int>(mark.points + 0.5))
                     .arg(weekdayText(mark.day), personName(details, mark.person), whatHappened(mark))});
    }
    return journey;
}

} // namespace

JourneyPanel::JourneyPanel(QWidget *parent)
    : DockSection(QString(), Fold::never, parent),
      m_view(new JourneyView(this)),
      m_current(new QLabel(this)),
      m_legend(new MarkLegend(this)),
      m_table(new TallTable(4, this)),
      m_asTable(new QToolButton(this))
{
    m_view->setObjectName(QStringLiteral("journey"));
    m_current->setWordWrap(true);
    m_current->setFont(Theme::of(this).font(TypeSize::small));
    m_current->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_table->setObjectName(QStringLiteral("journey-table"));
    m_table->setHeaderShown(true);
    m_table->setStretchColumn(2);
    m_table->setColumnLimit(1, 0.3);
    m_asTable->setIcon(themedIcon(QStringLiteral("table")));
    m_asTable->setCheckable(true);
    setLook(m_asTable, ButtonLook::flat, true);
    connect(m_asTable, &QToolButton::toggled, this, &JourneyPanel::showForm);
    connect(m_view, &JourneyView::currentChanged, this, &JourneyPanel::showCurrent);
    addControl(m_asTable);
    for (QWidget *part : std::initializer_list<QWidget *>{m_view, m_legend, m_current})
        addContent(part);
    addTable(m_table);
    retranslate();
    showForm();
}

void JourneyPanel::retranslate()
{
    setTitle(tr("Journey, 12 weeks"));
    m_view->setAccessibleName(tr("Journey, 12 weeks; the arrow keys walk through it"));
    m_table->setAccessibleName(tr("Journey as a table"));
    m_table->setHeaders({tr("Day"), tr("Person"), tr("What"), tr("Points")});
    m_asTable->setAccessibleName(tr("Show the journey as a table"));
    m_asTable->setToolTip(m_asTable->accessibleName());
}

void JourneyPanel::setAccount(const ShownAccount &shown)
{
    m_view->setJourney(journeyOf(shown.details));
    const int touches = static_cast<int>(m_view->journey().marks.size());
    setFacts(touches == 0 ? tr("no activity in 12 weeks") : tr("%n touch(es)", nullptr, touches));
    fillTable(shown);
    showLegend();
    showCurrent();
    showForm();
}

void JourneyPanel::fillTable(const ShownAccount &shown)
{
    m_table->setRowCount(0);
    const AccountDetails &details = shown.details;
    for (auto mark = details.timeline.rbegin(); mark != details.timeline.rend(); ++mark) {
        const int row = m_table->rowCount();
        if (!inJourney(details, *mark) || row >= mostLines)
            break;
        m_table->insertRow(row);
        m_table->setCell(row, 0, dayText(mark->day), Tone::secondary)->setToolTip(fullDayText(mark->day));
        m_table->setCell(row, 1, personName(details, mark->person));
        m_table->setCell(row, 2, whatHappened(*mark));
        m_table->setCell(row, 3, figureText(mark->points), mark->counting ? Tone::plain : Tone::muted)
            ->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->fitColumns();
}

void JourneyPanel::showLegend()
{
    QSet<JourneyKind> used;
    for (const Journey::Mark &mark : m_view->journey().marks)
        used.insert(mark.kind);
    QList<MarkLegend::Entry> entries;
    for (const JourneyKind kind : journeyKinds) {
        if (used.contains(kind))
            entries.append({.text = journeyKindText(kind),
                            .paint = [kind](QPainter *painter, const QRectF &box, const Theme &theme) {
                                paintJourneyMark(painter, box.adjusted(1, 1, -1, -1), kind, theme);
                            }});
    }
    m_legend->setEntries(entries);
}

void JourneyPanel::showCurrent()
{
    const int at = m_view->current();
    m_current->setText(at < 0 ? QString() : m_view->journey().marks[at].words);
    m_current->setVisible(at >= 0 && !m_asTable->isChecked());
}

void JourneyPanel::showForm()
{
    const bool any = !m_view->journey().marks.isEmpty(), table = m_asTable->isChecked();
    m_asTable->setEnabled(any);
    m_view->setVisible(any && !table);
    m_legend->setVisible(any && !table);
    m_table->setVisible(any && table);
    showCurrent();
}

void JourneyPanel::changeEvent(QEvent *event)
{
    DockSection::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        m_current->setFont(Theme::of(this).font(TypeSize::small));
}

} // namespace dimsum
