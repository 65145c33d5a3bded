#include "qt/role_words.h"

#include <QCoreApplication>

namespace dimsum
{

namespace
{

// Names the context of the translations.
struct RoleWords {
    Q_DECLARE_TR_FUNCTIONS(BuyingRole)
};

} // namespace

QString roleWords(std::string_view role)
{
    if (role.empty())
        return RoleWords::tr("role not known");
    if (role == "blocker")
        return RoleWords::tr("Blocker");
    if (role == "budget holder")
        return RoleWords::tr("Budget holder");
    if (role == "champion")
        return RoleWords::tr("Champion");
    if (role == "decision maker")
        return RoleWords::tr("Decision maker");
    if (role == "end user")
        return RoleWords::tr("End user");
    if (role == "executive sponsor")
        return RoleWords::tr("Executive sponsor");
    if (role == "influencer")
        return RoleWords::tr("Influencer");
    if (role == "legal and compliance")
        return RoleWords::tr("Legal, compliance");
    if (role == "other")
        return RoleWords::tr("Other");
    return QString::fromUtf8(role.data(), static_cast<qsizetype>(role.size()));
}

} // namespace dimsum
