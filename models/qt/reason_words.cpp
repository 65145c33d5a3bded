#include "qt/reason_words.h"

#include "qt/display_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace dimsum {

namespace {

// Names the context of the translations.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(Reason)
};

// As few decimals as keep the printed comparison true: 69.996 stays below 70.
QString number(double value, double line)
{
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double scale = std::pow(10.0, decimals);
        if ((std::round(value * scale) / scale + 1e-9 >= line) == (value + 1e-9 >= line))
            return QLocale().toString(value, 'f', decimals);
    }
    return QLocale().toString(value, 'f', 9);
}

QString shortest(double value)
{
    const QString text = QLocale::c().toString(value, 'f', 2);
    const int decimals = text.endsWith(QLatin1String(".00")) ? 0 : text.endsWith(QLatin1Char('0')) ? 1 : 2;
    return QLocale().toString(value, 'f', decimals);
}

QString compared(const QString &sentence, const Reason &reason)
{
    return sentence.arg(number(reason.value, reason.threshold), shortest(reason.threshold));
}

QString comparedMoney(const QString &sentence, const Reason &reason, const Currency &currency)
{
    const double minor = std::pow(10.0, currency.exponent);
    const auto amount = [&](double major) { return amountText(Money{std::llround(major * minor)}, currency); };
    return sentence.arg(amount(reason.value), amount(reason.threshold));
}

} // namespace

QString tierWords(Tier tier)
{
    switch (tier) {
    case Tier::one:
        return Words::tr("Tier 1, just right");
    case Tier::two:
        return Words::tr("Tier 2, too big");
    case Tier::three:
        return Words::tr("Tier 3, too small");
    case Tier::none:
        break;
    }
    return Words::tr("Not in the program");
}

QString reasonWords(const Reason &reason, const Currency &currency)
{
    switch (reason.code) {
    case ReasonCode::noIcp:
        return Words::tr("no ideal customer profile yet");
    case ReasonCode::excludedCustomer:
        return Words::tr("excluded: is a customer");
    case ReasonCode::excludedOpenDeal:
        return Words::tr("excluded: has an open deal");
    case ReasonCode::fitMustHave:
        return Words::tr("must-have not met: %1").arg(QString::fromStdString(reason.name));
    case ReasonCode::fitAtLeast:
        return compared(Words::tr("fit %1 ≥ %2"), reason);
    case ReasonCode::fitBelow:
        return compared(Words::tr("fit %1 < %2"), reason);
    case ReasonCode::fitMaxAtLeast:
        return compared(Words::tr("possible fit %1 ≥ %2"), reason);
    case ReasonCode::fitMaxBelow:
        return compared(Words::tr("possible fit %1 < %2"), reason);
    case ReasonCode::acvAtLeast:
        return comparedMoney(Words::tr("ACV %1 ≥ %2"), reason, currency);
    case ReasonCode::acvBelow:
        return comparedMoney(Words::tr("ACV %1 < %2"), reason, currency);
    case ReasonCode::acvUnknown:
        return Words::tr("ACV unknown");
    case ReasonCode::intentAtLeast:
        return compared(Words::tr("hottest topic %1 ≥ %2"), reason);
    case ReasonCode::intentBelow:
        return compared(Words::tr("hottest topic %1 < %2"), reason);
    case ReasonCode::intentSurge:
        return compared(Words::tr("intent surge %1 ≥ %2"), reason);
    case ReasonCode::noIntentSurge:
        return Words::tr("no intent surge");
    case ReasonCode::intentScoreAtLeast:
        return compared(Words::tr("intent %1 ≥ %2"), reason);
    case ReasonCode::intentScoreBelow:
        return compared(Words::tr("intent %1 < %2"), reason);
    case ReasonCode::engagementAtLeast:
        return compared(Words::tr("%1 recent points ≥ %2"), reason);
    case ReasonCode::engagementBelow:
        return compared(Words::tr("%1 recent points < %2"), reason);
    case ReasonCode::engagementSurge:
        return compared(Words::tr("engagement surge %1 ≥ %2"), reason);
    case ReasonCode::noEngagementSurge:
        return Words::tr("no engagement surge");
    case ReasonCode::engagementScoreAtLeast:
        return compared(Words::tr("engagement %1 ≥ %2"), reason);
    case ReasonCode::engagementScoreBelow:
        return compared(Words::tr("engagement %1 < %2"), reason);
    case ReasonCode::highIntensity:
        return Words::tr("high intensity");
    case ReasonCode::notHighIntensity:
        return Words::tr("not high intensity");
    case ReasonCode::capacity:
        return Words::tr("moved down: the tier above is full");
    case ReasonCode::pin:
        return Words::tr("set by hand until %1").arg(dayText(reason.day));
    }
    return {};
}

QString reasonsWords(std::span<const Reason> reasons, const Currency &currency)
{
    QStringList words;
    for (const Reason &reason : reasons)
        words << reasonWords(reason, currency);
    return words.join(QStringLiteral(", "));
}

bool reasonHolds(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::noIcp:
    case ReasonCode::excludedCustomer:
    case ReasonCode::excludedOpenDeal:
    case ReasonCode::fitMustHave:
    case ReasonCode::fitBelow:
    case ReasonCode::acvUnknown:
    case ReasonCode::capacity:
        return false;
    default:
        return true;
    }
}

QString ruleWords(const QString &rule)
{
    if (rule == u"just-right")
        return Words::tr("just right");
    if (rule == u"too-big")
        return Words::tr("too big");
    if (rule == u"engaged-no-intent")
        return Words::tr("engaged, no intent");
    if (rule == u"too-small")
        return Words::tr("too small");
    if (rule == u"not-yet-active")
        return Words::tr("not yet active");
    if (rule == u"pin")
        return Words::tr("set by hand");
    return rule;
}

} // namespace dimsum
