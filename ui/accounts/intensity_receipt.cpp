// intensityPart() of account_receipt.h: why an account is hot, or what it lacks (domain.md section 8).
#include "qt/display_text.h"
#include "ui/accounts/account_receipt.h"

#include <QCoreApplication>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct IntensityReceiptWords {
    Q_DECLARE_TR_FUNCTIONS(IntensityReceipt)
};

QString nameOfPerson(const ShownAccount &shown, const TimelineMark &mark)
{
    if (mark.person == 0)
        return IntensityReceiptWords::tr("unknown");
    const CommitteePerson &person = shown.details.people[mark.person - 1];
    const QString name = QString::fromStdString(person.name.empty() ? person.email : person.name);
    return person.title.empty() ? name : IntensityReceiptWords::tr("%1, %2").arg(name, QString::fromStdString(person.title));
}

ReceiptTable interactionsTable(const ShownAccount &shown, int windowDays)
{
    ReceiptTable table{.title = IntensityReceiptWords::tr("Counting activities of the last %n day(s)", nullptr, windowDays),
                       .heads = {IntensityReceiptWords::tr("Day"), IntensityReceiptWords::tr("Person"), IntensityReceiptWords::tr("What"),
                                 IntensityReceiptWords::tr("Area"), IntensityReceiptWords::tr("Days left")},
                       .stretch = 1,
                       .numbers = {4}};
    const std::vector<TimelineMark> &marks = shown.details.timeline;
    for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
        const int age = shown.details.asOf - mark->day;
        if (!mark->counting || age >= windowDays)
            continue;
        table.rows << QStringList{dayText(mark->day), nameOfPerson(shown, *mark), QString::fromStdString(mark->type), QString::fromStdString(mark->area),
                                  countText(windowDays - age)};
    }
    return table;
}

} // namespace

ReceiptPart intensityPart(const ShownAccount &shown)
{
    const IntensityColumns &columns = shown.snapshot->scores.intensity;
    const IntensityRules &rules = shown.snapshot->policy.intensity;
    const std::size_t row = shown.row;
    const bool high = columns.high[row] != 0;
    ReceiptPart part{.name = IntensityReceiptWords::tr("Intensity"), .figure = high ? IntensityReceiptWords::tr("high") : IntensityReceiptWords::tr("no")};
    ReceiptTable table = interactionsTable(shown, rules.windowDays);
    if (!table.rows.isEmpty())
        part.tables << std::move(table);
    const auto needed = [](int have, int want, const QString &met, const QString &missed) { return (have >= want ? met : missed).arg(have).arg(want); };
    part.lines << needed(columns.interactions[row], rules.n, IntensityReceiptWords::tr("%1 interactions, %2 needed: met"),
                         IntensityReceiptWords::tr("%1 interactions, %2 needed: too few"))
               << needed(columns.people[row], rules.p, IntensityReceiptWords::tr("%1 people, %2 needed: met"), IntensityReceiptWords::tr("%1 people, %2 needed: too few"));
    if (columns.areasUsed)
        part.lines << needed(columns.areas[row], rules.q, IntensityReceiptWords::tr("%1 product areas, %2 needed: met"),
                             IntensityReceiptWords::tr("%1 product areas, %2 needed: too few"));
    else
        part.lines << IntensityReceiptWords::tr("No activity names a product area: areas are not asked for");
    if (high)
        part.lines << IntensityReceiptWords::tr("High intensity, until %1 if nothing happens").arg(fullDayText(columns.endsOn[row] - 1));
    else if (columns.interactions[row] > 0 && columns.people[row] < rules.p)
        part.lines << IntensityReceiptWords::tr("Not high intensity. One person, however senior, does not make an account hot: a company buys, not a download");
    else
        part.lines << IntensityReceiptWords::tr("Not high intensity");
    return part;
}

} // namespace dimsum
