// Which column of a file means what: made from a profile, changed by a person, used by the row reader. Everything the
// mapping page of the wizard shows is here. Plain values.
#pragma once

#include "domain/error.h"
#include "exchange/field_values.h"
#include "exchange/source_profile.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace dimsum {

struct MappedColumn {
    enum class Target : std::uint8_t { ignored, field, custom };

    QString header;               // as in the file; a repeated header gets " (2)"
    Target target = Target::ignored;
    std::size_t field = 0;        // index into fieldsOf(kind) when target is field
    QString customLabel;          // when target is custom (accounts only)

    // Read as; nothing: as the file and the profile say.
    std::optional<DecimalMark> decimals;
    std::optional<DateOrder> dates;
    std::optional<double> multiplier;

    // For the person who checks it (from the preview rows).
    double filledShare = 0;  // 0..1
    QStringList firstValues; // up to 3 distinct ones
};

struct ColumnMapping {
    ImportKind kind = ImportKind::accounts;
    SourceProfile profile;             // its constants, maps and value rules apply
    std::vector<MappedColumn> columns; // one per column of the file, in its order

    // Column that gives `field`; nothing if none does.
    std::optional<std::size_t> columnOf(std::size_t field) const;
    // Custom fields in column order: the order of AccountRow::custom.
    QStringList customLabels() const;
};

// The mapping a profile proposes for a header. Rejects-file columns (rejects_file.h) are recognised and ignored. Where
// several columns mean one field the profile's best synonym wins; the others become custom fields (accounts) or are
// ignored.
ColumnMapping mapColumns(const QStringList &header, const SourceProfile &profile);

// Fills filledShare and firstValues from preview rows.
void describeColumns(ColumnMapping &mapping, const std::vector<QStringList> &rows);

// A mapping that no row can be read with (a required field has neither column nor constant, one field has two columns),
// as a sentence naming the field.
Outcome checkMapping(const ColumnMapping &mapping);

// The profile that maps this file by itself next time: the person's choices become its synonyms.
SourceProfile profileFrom(const ColumnMapping &mapping, const QString &name, const FileFormat &format);

} // namespace dimsum
