// A source profile says how one system writes one kind of file: header synonyms, fixed values, value rules. It is data
// (JSON in resources/profiles, or saved by the user in the same form), never code. Plain values, any thread.
#pragma once

#include "domain/error.h"
#include "exchange/file_format.h"
#include "exchange/import_kind.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dimsum {

struct SourceProfile {
    QString name;  // code: "salesforce-account"; what --profile takes
    QString label; // for people: "Salesforce accounts"
    ImportKind kind = ImportKind::accounts;

    // Per canonical field (index into fieldsOf(kind)): headers that mean it, best first. The canonical name itself
    // always counts.
    std::vector<QStringList> synonyms;
    // Sets of headers; one complete set and the profile is chosen by itself. None: only where nothing fits better.
    std::vector<QStringList> signatures;
    QStringList ignored;   // headers that carry nothing for us (system stamps)
    bool ignoreUnknown = false; // accounts: unknown columns do not become custom fields

    std::map<std::size_t, std::string> constants; // field index -> value for every row where no column gives one
    std::map<std::string, std::string> statusOfStage; // textKey of a stage -> "open", "won", "lost"
    std::map<std::size_t, std::map<std::string, std::string>> valueMaps; // field index -> textKey of cell -> value
    std::map<std::size_t, double> multipliers;        // field index -> factor ("revenue in millions")
    std::vector<std::size_t> dateOnlyFields;          // stamps whose time is to be ignored

    bool lenient = false;     // money and dates as people write them
    bool nullMarker = false;  // "#N/A" = empty
    bool cutFooter = false;   // Salesforce reports end in lines that are no data
    std::optional<char> delimiter;
    std::optional<DecimalMark> decimals;
    std::optional<DateOrder> dates; // used where the file itself leaves the order open
};

// Headers match when equal after folding case and leaving out spaces, '_', '-', punctuation and a trailing "__c".
QString headerKey(QStringView header);

// Reads and writes the JSON form; reading refuses an unknown kind, field or key with its path.
Result<SourceProfile> parseProfile(const QByteArray &json);
QByteArray profileJson(const SourceProfile &profile);

// All profiles that ship with the program: the strict canonical ones ("canonical-accounts", ...), those of CRM and
// intent vendors, and the generic ones with wide synonyms in three languages. Read once; the same for the whole run.
const std::vector<SourceProfile> &builtInProfiles();

// A folder of *.json profiles saved by a person; unreadable ones are left out and named in `problems`.
std::vector<SourceProfile> savedProfiles(const QString &folder, std::vector<Error> *problems = nullptr);
Outcome saveProfile(const QString &folder, const SourceProfile &profile);

// The profile named `name` among `profiles` (any case), or, for a kind, the first whose name `name` begins: "salesforce"
// and accounts find "salesforce-account". Null if there is none, or if it is of another kind than the one asked for.
const SourceProfile *findProfile(const std::vector<SourceProfile> &profiles, const QString &name,
                                 std::optional<ImportKind> kind = std::nullopt);

// The profile that fits the header best, among those of `kind` (any kind if none is given), with how well it fits.
struct ProfileMatch {
    const SourceProfile *profile = nullptr; // into `profiles`; never null while profiles has one of the kind
    double score = 0;                       // share of the header's columns it understands, 0..1
    bool certain = false;                   // one of its signatures is complete
};
ProfileMatch detectProfile(const QStringList &header, const std::vector<SourceProfile> &profiles,
                           std::optional<ImportKind> kind = std::nullopt);

} // namespace dimsum
