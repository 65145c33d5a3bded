#include "qt/rejection_words.h"

#include <QCoreApplication>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class RejectionWords
{
    Q_DECLARE_TR_FUNCTIONS(RejectionWords)
};

} // namespace

QString rejectionCodeText(RejectionCode code)
{
    switch (code) {
    case RejectionCode::budget:
        return RejectionWords::tr("Budget");
    case RejectionCode::capacity:
        return RejectionWords::tr("No capacity");
    case RejectionCode::timing:
        return RejectionWords::tr("Timing");
    case RejectionCode::notAFit:
        return RejectionWords::tr("Not a fit for the account");
    case RejectionCode::duplicate:
        return RejectionWords::tr("Already done or ordered");
    case RejectionCode::input:
        return RejectionWords::tr("Something is missing");
    case RejectionCode::other:
        break;
    }
    return RejectionWords::tr("Other");
}

QString rejectionText(std::string_view line, const Menu &menu)
{
    const Rejection rejection = parseRejection(line);
    QString text = QString::fromStdString(rejection.text);
    if (rejection.code)
        text = text.isEmpty() ? rejectionCodeText(*rejection.code) : RejectionWords::tr("%1: %2").arg(rejectionCodeText(*rejection.code), text);
    if (rejection.alternative.empty())
        return text;
    const Play *play = menu.play(rejection.alternative);
    const QString name = QString::fromStdString(play ? play->name : rejection.alternative);
    return text.isEmpty() ? RejectionWords::tr("Instead: %1").arg(name) : RejectionWords::tr("%1. Instead: %2").arg(text, name);
}

} // namespace dimsum
