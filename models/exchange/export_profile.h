// How a table is written: what --profile of `dimsum export` and the choice in the window name. Profiles are
// JSON in resources/profiles/export_NAME.json:
//   default  UTF-8, LF, no byte-order mark, formulas guarded
//   excel    with byte-order mark, so that Excel reads UTF-8 on a double click; formulas guarded
//   raw      no guard: for programs, not for spreadsheets
//   full     as default, with the rows and columns that exports for people leave out (opted-out contacts)
#pragma once

#include "domain/error.h"

#include <QString>
#include <QStringList>

namespace dimsum
{

struct ExportProfile {
    QString name = QStringLiteral("default");
    bool byteOrderMark = false;
    bool formulaGuard = true;
    bool everything = false; // the owner's own full backup
};

// ErrorKind::usage naming the profiles there are, for a name that is none of them.
Result<ExportProfile> exportProfile(const QString &name);
QStringList exportProfileNames(); // default first, then by name

} // namespace dimsum
