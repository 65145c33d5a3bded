#include "qt/role_words.h"

#include <QCoreApplication>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(BuyingRole)
};

} // namespace

QString roleWords(std::string_view role)
{
    if (role.empty())
        return Words::tr("role not known");
    if (role == "blocker")
        return Words::tr("Blocker");
    if (role == "budget holder")
        return Words::tr("Budget holder");
    if (role == "champion")
        return Words::tr("Champion");
    if (role == "decision maker")
        return Words::tr("Decision maker");
    if (role == "end user")
        return Words::tr("End user");
    if (role == "executive sponsor")
        return Words::tr("Executive sponsor");
    if (role == "influencer")
        return Words::tr("Influencer");
    if (role == "legal and compliance")
        return Words::tr("Legal, compliance");
    if (role == "other")
        return Words::tr("Other");
    return QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size()));
}

} // namespace dimsum
