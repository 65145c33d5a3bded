#include "ui/window/status_wording.h"

#include "qt/display_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class StatusWording
{
    Q_DECLARE_TR_FUNCTIONS(StatusWording)
};

QDateTime inZone(std::int64_t instant, const WorkspaceSettings &settings)
{
    return QDateTime::fromMSecsSinceEpoch(instant, QTimeZone(settings.timeZone));
}

struct ActionWords {
    const char *action;
    const char *words; // %1 is the argument
};

// The codes of service/undo_service; an unknown one is shown as it is, which is better than nothing.
constexpr ActionWords actionWords[] = {
    {"import", QT_TRANSLATE_NOOP("StatusWording", "import of %1")},
    {"edit_account", QT_TRANSLATE_NOOP("StatusWording", "edit of %1")},
    {"edit_accounts", QT_TRANSLATE_NOOP("StatusWording", "edit of accounts")},
    {"add_account", QT_TRANSLATE_NOOP("StatusWording", "new account %1")},
    {"add_contact", QT_TRANSLATE_NOOP("StatusWording", "new contact %1")},
    {"edit_contact", QT_TRANSLATE_NOOP("StatusWording", "edit of contact %1")},
    {"apply_tiers", QT_TRANSLATE_NOOP("StatusWording", "applied tiers")},
    {"action_useful", QT_TRANSLATE_NOOP("StatusWording", "verdict on an action")},
    {"action_wrong", QT_TRANSLATE_NOOP("StatusWording", "verdict on an action")},
    {"pin_tier", QT_TRANSLATE_NOOP("StatusWording", "pin of %1")},
    {"unpin_tier", QT_TRANSLATE_NOOP("StatusWording", "unpinning %1")},
    {"pin", QT_TRANSLATE_NOOP("StatusWording", "pin of %1")},
    {"unpin", QT_TRANSLATE_NOOP("StatusWording", "unpinning %1")},
    {"set_policy", QT_TRANSLATE_NOOP("StatusWording", "change of the tier policy")},
    {"set_icp", QT_TRANSLATE_NOOP("StatusWording", "change of the ICP")},
    {"set_menu", QT_TRANSLATE_NOOP("StatusWording", "change of the menu")},
    {"approve_menu", QT_TRANSLATE_NOOP("StatusWording", "approval of the menu")},
    {"set_program", QT_TRANSLATE_NOOP("StatusWording", "change of the program")},
    {"start_program", QT_TRANSLATE_NOOP("StatusWording", "start of the program")},
    {"close_program", QT_TRANSLATE_NOOP("StatusWording", "closing of the program")},
    {"place_slip", QT_TRANSLATE_NOOP("StatusWording", "order for %1")},
    {"team_hours", QT_TRANSLATE_NOOP("StatusWording", "hours of %1")},
    {"add_cost", QT_TRANSLATE_NOOP("StatusWording", "new cost of %1")},
    {"change_cost", QT_TRANSLATE_NOOP("StatusWording", "change of a cost of %1")},
    {"remove_cost", QT_TRANSLATE_NOOP("StatusWording", "removal of costs (%1)")},
    {"copy_costs", QT_TRANSLATE_NOOP("StatusWording", "copy of %1 planned costs")},
    {"campaign_budget", QT_TRANSLATE_NOOP("StatusWording", "limit of %1")},
    {"campaign_kind", QT_TRANSLATE_NOOP("StatusWording", "kind of %1")},
    {"draw_holdout", QT_TRANSLATE_NOOP("StatusWording", "draw of %1 hold-outs")},
    {"place_slips", QT_TRANSLATE_NOOP("StatusWording", "orders for %1 accounts")},
    {"take_back_slip", QT_TRANSLATE_NOOP("StatusWording", "taking back the order for %1")},
    {"move_order", QT_TRANSLATE_NOOP("StatusWording", "move of order %1")},
    {"move_orders", QT_TRANSLATE_NOOP("StatusWording", "move of %1 orders")},
};

} // namespace

QString shortDay(Day day, Day today)
{
    if (!day.known())
        return {};
    const QDate date = dateOf(day);
    const QString format = date.year() == dateOf(today).year() ? StatusWording::tr("d MMM") : StatusWording::tr("d MMM yyyy");
    return QLocale().toString(date, format);
}

QString programWords(const Snapshot &snapshot)
{
    if (!snapshot.program)
        return {};
    const ProgramPeriod &period = snapshot.program->period;
    const QString name = QString::fromStdString(period.name);
    const int length = period.end - period.start + 1;
    if (snapshot.asOf < period.start)
        return StatusWording::tr("%1 · starts %2").arg(name, shortDay(period.start, snapshot.today));
    if (snapshot.asOf > period.end)
        return StatusWording::tr("%1 · ended %2").arg(name, shortDay(period.end, snapshot.today));
    return StatusWording::tr("%1 · day %2 of %3").arg(name).arg(snapshot.asOf - period.start + 1).arg(length);
}

QStringList dataWords(const Snapshot &snapshot)
{
    QStringList words;
    for (const LastImport &import : snapshot.lastImports) {
        if (import.kind == "intent") {
            const QDateTime at = inZone(import.instant, snapshot.settings);
            words.append(StatusWording::tr("Intent feed %1").arg(QLocale().toString(at, StatusWording::tr("d MMM hh:mm"))));
        }
    }
    if (snapshot.lastApplied) {
        const QDateTime at = inZone(snapshot.lastApplied->instant, snapshot.settings);
        words.append(StatusWording::tr("Policy v%1, applied %2")
                         .arg(snapshot.lastApplied->policyVersion)
                         .arg(QLocale().toString(at.date(), StatusWording::tr("d MMM"))));
    } else if (snapshot.policyVersion > 0) {
        words.append(StatusWording::tr("Policy v%1, not applied yet").arg(snapshot.policyVersion));
    }
    words.append(StatusWording::tr("Revision %1").arg(QLocale().toString(static_cast<qlonglong>(snapshot.revision))));
    return words;
}

QString undoWords(const UndoStep &step)
{
    const QString argument = QString::fromStdString(step.argument);
    for (const ActionWords &known : actionWords) {
        if (step.action == known.action) {
            const QString words = StatusWording::tr(known.words);
            return words.contains(QLatin1String("%1")) ? words.arg(argument).trimmed() : words;
        }
    }
    QString code = QString::fromStdString(step.action);
    code.replace(u'_', u' ');
    return argument.isEmpty() ? code : code + u' ' + argument;
}

} // namespace dimsum
