#include "ui/accounts/account_paper.h"

#include "qt/dish_model.h"
#include "qt/display_text.h"
#include "qt/insight_words.h"
#include "qt/order_table_model.h"
#include "qt/reason_words.h"
#include "ui/common/drawing.h"

#include <QCoreApplication>
#include <QTextDocument>

#include <algorithm>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class AccountPaper
{
    Q_DECLARE_TR_FUNCTIONS(AccountPaper)
};

constexpr std::size_t mostSteps = 12; // of the journey, so that the page stays one

QString utf(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString paperTable(const QList<QStringList> &rows)
{
    QString body;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        QString cells;
        for (const QString &cell : rows[i])
            cells += i == 0 ? QStringLiteral("<th align=\"left\">%1</th>").arg(cell.toHtmlEscaped()) : QStringLiteral("<td>%1</td>").arg(cell.toHtmlEscaped());
        body += QStringLiteral("<tr>%1</tr>").arg(cells);
    }
    return QStringLiteral("<table width=\"100%\" cellpadding=\"3\" cellspacing=\"0\" border=\"1\" style=\"border-collapse:collapse; border-color:#999999\">%1</table>").arg(body);
}

QString heading(const QString &text)
{
    return QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped());
}

QString figures(const Snapshot &snapshot, std::uint32_t row)
{
    const auto score = [](bool known, double value) { return known ? numberText(value, 0) : AccountPaper::tr("unknown"); };
    const double priority = snapshot.proposal.priority[row];
    return paperTable({{AccountPaper::tr("Fit"), AccountPaper::tr("Intent"), AccountPaper::tr("Engagement"), AccountPaper::tr("Priority"), AccountPaper::tr("ACV"), AccountPaper::tr("Owner")},
                       {score(snapshot.scores.fit->fit[row] >= 0, snapshot.scores.fit->fit[row]), score(true, snapshot.scores.intent->score[row]),
                        score(true, snapshot.scores.engagement.score[row]), numberText(priority, 1),
                        snapshot.accounts.acv[row].known() ? currencyText(snapshot.accounts.acv[row], snapshot.settings.currency) : AccountPaper::tr("unknown"),
                        utf(snapshot.accounts.owner.at(row).label)}});
}

QString committee(const AccountDetails &details)
{
    QList<QStringList> rows{{AccountPaper::tr("Role"), AccountPaper::tr("People"), AccountPaper::tr("State")}};
    for (const CommitteeRole &role : details.committee) {
        QStringList names;
        for (const std::uint32_t person : role.people) {
            const CommitteePerson &who = details.people[person];
            if (!who.optOut && !who.stub) // this page leaves the house
                names << utf(who.name.empty() ? who.email : who.name) + (who.title.empty() ? QString() : QStringLiteral(", ") + utf(who.title));
        }
        rows << QStringList{utf(role.role), names.join(QStringLiteral("; ")),
                            role.engaged ? AccountPaper::tr("engaged") : role.people.empty() ? AccountPaper::tr("nobody known") : AccountPaper::tr("silent")};
    }
    return paperTable(rows);
}

QString journey(const AccountDetails &details)
{
    QList<QStringList> rows{{AccountPaper::tr("When"), AccountPaper::tr("What"), AccountPaper::tr("With")}};
    std::size_t steps = 0;
    for (auto mark = details.timeline.rbegin(); mark != details.timeline.rend() && steps < mostSteps; ++mark) {
        if (!mark->counting)
            continue;
        ++steps;
        QStringList with{utf(mark->asset), utf(mark->campaign)};
        with.removeAll(QString());
        rows << QStringList{fullDayText(mark->day), utf(mark->type), with.join(QStringLiteral(", "))};
    }
    return steps == 0 ? QStringLiteral("<p>%1</p>").arg(AccountPaper::tr("No counting activity in the last 365 days.")) : paperTable(rows);
}

QString ordersOf(const Snapshot &snapshot, const AccountDetails &details)
{
    const Currency &currency = snapshot.settings.currency;
    QList<QStringList> rows{{AccountPaper::tr("Play"), AccountPaper::tr("State"), AccountPaper::tr("Price"), AccountPaper::tr("Due")}};
    Money open, spent;
    for (const OrderRow &order : details.orders) {
        if (order.standing.state == OrderState::delivered)
            spent = spent + (order.actual.known() ? order.actual : order.price);
        if (!isOpen(order.standing.state))
            continue;
        open = open + order.price;
        rows << QStringList{utf(order.playName), orderStateText(order.standing.state), currencyText(order.price, currency), order.due.known() ? fullDayText(order.due) : AccountPaper::tr("no day yet")};
    }
    const QString sums = AccountPaper::tr("Open: %1. Delivered so far: %2.").arg(currencyText(open, currency), currencyText(spent, currency));
    return (rows.size() > 1 ? paperTable(rows) : QString()) + QStringLiteral("<p>%1</p>").arg(sums.toHtmlEscaped());
}

} // namespace

std::unique_ptr<QTextDocument> accountPaper(const Snapshot &snapshot, std::uint32_t row, const AccountDetails &details, const InsightBoard *board)
{
    const Tier tier = snapshot.tiers[row];
    const QString name = utf(snapshot.accounts.name.at(row));
    QStringList facts{utf(snapshot.accounts.domain.at(row)), utf(snapshot.accounts.industry.at(row).label), utf(snapshot.accounts.country.at(row).label)};
    facts.removeAll(QString());
    const QString tierLine = tier == Tier::none ? AccountPaper::tr("in no tier") : tierText(static_cast<int>(tier));
    const QString why = reasonsWords(snapshot.reasons(row), snapshot.settings.currency);
    QString next = AccountPaper::tr("Nothing is due.");
    if (const NextAction *action = board ? board->actionOf(row) : nullptr) {
        const Play *play = snapshot.menu.menu.play(action->play);
        next = AccountPaper::tr("%1, by %2: %3").arg(actionWords(action->kind), fullDayText(action->deadline), QString::fromStdString(action->reason));
        if (play)
            next += QStringLiteral(". ") + AccountPaper::tr("Play: %1").arg(QString::fromStdString(play->name));
    }
    auto document = std::make_unique<QTextDocument>();
    QFont font = document->defaultFont();
    font.setPointSizeF(9);
    document->setDefaultFont(font);
    document->setHtml(QStringLiteral("<h1>%1</h1><p>%2</p><p><b>%3</b>: %4</p>%5").arg(name.toHtmlEscaped(), facts.join(QStringLiteral(" · ")).toHtmlEscaped(), tierLine.toHtmlEscaped(), why.toHtmlEscaped(), figures(snapshot, row))
                      + heading(AccountPaper::tr("Next step")) + QStringLiteral("<p>%1</p>").arg(next.toHtmlEscaped())
                      + heading(AccountPaper::tr("Buying committee, %1 of %2 required roles engaged").arg(details.engagedRoles).arg(details.requiredRoles)) + committee(details)
                      + heading(AccountPaper::tr("Orders")) + ordersOf(snapshot, details) + heading(AccountPaper::tr("Journey, newest first")) + journey(details)
                      + QStringLiteral("<p><small>%1</small></p>").arg(AccountPaper::tr("As of %1. Where the figures come from: the account's receipt in Dimsum.").arg(fullDayText(snapshot.asOf)).toHtmlEscaped()));
    return document;
}

} // namespace dimsum
