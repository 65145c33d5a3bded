#include "qt/insight_words.h"

#include "qt/display_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace dimsum {

namespace {

struct InsightWords {
    Q_DECLARE_TR_FUNCTIONS(InsightWords)
};

} // namespace

QString actionWords(ActionKind kind)
{
    switch (kind) {
    case ActionKind::inboundCadence:
        return InsightWords::tr("Inbound cadence");
    case ActionKind::reachPerson:
        return InsightWords::tr("Reach one more person");
    case ActionKind::reachArea:
        return InsightWords::tr("Show another product area");
    case ActionKind::addInteraction:
        return InsightWords::tr("Add an interaction");
    case ActionKind::nurture:
        return InsightWords::tr("Nurture");
    case ActionKind::outboundCadence:
        return InsightWords::tr("Outbound cadence");
    case ActionKind::nextStep:
        return InsightWords::tr("Deliver the missing step");
    case ActionKind::reachRole:
        return InsightWords::tr("Reach a silent role");
    case ActionKind::findContacts:
        return InsightWords::tr("Find contacts");
    }
    return {};
}

QString actionHint(ActionKind kind)
{
    switch (kind) {
    case ActionKind::inboundCadence:
        return InsightWords::tr("Several people of the account are active now: the rep answers before it cools down.");
    case ActionKind::reachPerson:
        return InsightWords::tr("The account would be high-intensity if one more person took part.");
    case ActionKind::reachArea:
        return InsightWords::tr("The account would be high-intensity if it looked at one more product area.");
    case ActionKind::addInteraction:
        return InsightWords::tr("The account is one or two interactions short of high intensity.");
    case ActionKind::nurture:
        return InsightWords::tr("It resembles the high-intensity accounts, but nobody there can be written to yet.");
    case ActionKind::outboundCadence:
        return InsightWords::tr("It resembles the high-intensity accounts, and there are people to write to.");
    case ActionKind::nextStep:
        return InsightWords::tr("Accounts that go on to the next step in time turn high-intensity more often.");
    case ActionKind::reachRole:
        return InsightWords::tr("A role that the ICP asks for is silent.");
    case ActionKind::findContacts:
        return InsightWords::tr("The account surges and nobody there is known.");
    }
    return {};
}

QString ratioText(double ratio)
{
    return InsightWords::tr("%1×").arg(numberText(ratio, 1));
}

QString smallChanceText(double probability)
{
    constexpr double smallest = 0.001;
    if (probability < smallest)
        return QStringLiteral("< ") + QLocale().toString(smallest, 'f', 3);
    return QLocale().toString(probability, 'f', 3);
}

} // namespace dimsum
