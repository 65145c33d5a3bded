// How a table is written: what --profile of `dimsum export` and the choice in the window name. Profiles are data, JSON in
// resources/profiles/export_NAME.json; a person's own lie as export_NAME.json in the folder `ownProfileFolder()` or are
// named by their path.
//
// Plain ones say how the canonical tables are written:
//   default  UTF-8, LF, no byte-order mark, formulas guarded
//   excel    with byte-order mark, so that Excel reads UTF-8 on a double click; formulas guarded
//   raw      no guard: for programs, not for spreadsheets
//   full     as default, with the rows and columns that exports for people leave out (opted-out contacts)
//
// Shaped ones make the file of one tool (shared formats of Asana, Jira, LinkedIn, HubSpot, Salesforce, Google, ...):
//   subject        accounts | contacts | orders
//   columns[]      header; value: text with {field} or {field|form}, form one of country2, sha256, label;
//                  words: what to write instead of a value; otherwise: for values that `words` does not have
//   only           field -> the values of the rows that are taken
//   needs          fields that must not be empty, or the row is left out and counted
//   consent        "given": only people whose consent is recorded; default: all who did not opt out
//   fewest_rows, most_rows   limits of the tool: told, never enforced
//   csv_only       the tool takes no workbook
#pragma once

#include "domain/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dimsum
{

struct ShapedColumn {
    QString header; // fixed, never translated: tools refuse changed ones
    QString value;
    QMap<QString, QString> words = {};
    std::optional<QString> otherwise = {};
};

struct ExportProfile {
    QString name = QStringLiteral("default");
    QString label = {}; // the name of the tool, for the window; as written in the profile
    bool byteOrderMark = false;
    bool formulaGuard = true;
    bool everything = false; // the owner's own full backup

    QString subject = {}; // of a shaped profile
    std::vector<ShapedColumn> columns = {};
    QMap<QString, QStringList> only = {};
    QStringList needs = {};
    bool consentGiven = false;
    bool csvOnly = false;
    std::int64_t fewestRows = 0, mostRows = 0; // 0 = no limit

    bool shaped() const { return !columns.empty(); }
};

// By its name, or by the path of a file that ends in .json. Errors: usage naming the profiles there are, for a name that
// is none of them; unreadable; invalid with the path of the value in `field`.
Result<ExportProfile> exportProfile(const QString &name);
Result<ExportProfile> exportProfileFromText(const QByteArray &text);
QStringList exportProfileNames();       // default first, then by name
std::vector<ExportProfile> shapedProfiles(const QString &subject); // by label
QString ownProfileFolder();

} // namespace dimsum
