#include "service/import_preview.h"

#include "exchange/table_file.h"
#include "exchange/text_decoding.h"

#include <QDir>

#include <algorithm>

namespace dimsum {

namespace {

std::vector<SourceProfile> allProfiles(const QString &folder)
{
    std::vector<SourceProfile> profiles = folder.isEmpty() ? std::vector<SourceProfile>{} : savedProfiles(folder);
    profiles.insert(profiles.end(), builtInProfiles().begin(), builtInProfiles().end()); // a person's own choice comes first
    return profiles;
}

Outcome useFormat(TableFile &table, const PreviewRequest &request)
{
    if (!request.format)
        return Done{};
    return request.findRest ? table.detectAgain(request.format->encoding, request.format->delimiter) : table.setFormat(*request.format);
}

// The profile's own idea of the file, where nobody chose another.
Outcome useProfile(TableFile &table, const SourceProfile &profile)
{
    FileFormat format = table.format();
    if (profile.delimiter)
        format.delimiter = *profile.delimiter;
    if (profile.decimals)
        format.decimals = *profile.decimals;
    if (profile.dates && format.dates == DateOrder::isoOnly)
        format.dates = *profile.dates;
    return format == table.format() ? Outcome(Done{}) : table.setFormat(format);
}

} // namespace

Result<ImportPreview> previewImport(const PreviewRequest &request)
{
    Result<TableFile> table = TableFile::open(request.file);
    if (!table)
        return table.error();
    if (const Outcome used = useFormat(*table, request); !used)
        return used.error();
    const std::vector<SourceProfile> profiles = allProfiles(request.profileFolder);
    const ProfileMatch match = detectProfile(table->header(), profiles, request.kind);
    const SourceProfile *named = request.profile.isEmpty() ? nullptr : findProfile(profiles, request.profile, request.kind);
    const SourceProfile *profile = named ? named : match.profile;
    SourceProfile plain;
    if (!profile) {
        plain.kind = request.kind.value_or(ImportKind::accounts);
        plain.synonyms.resize(fieldsOf(plain.kind).size());
        profile = &plain;
    }
    if (!request.format) {
        if (const Outcome used = useProfile(*table, *profile); !used)
            return used.error();
    }
    ImportPreview preview;
    preview.file = request.file;
    preview.size = table->size();
    preview.kind = profile->kind;
    preview.profile = profile->name;
    preview.profileCertain = match.certain && match.profile == profile;
    preview.format = table->format();
    preview.encodingCertain = table->encoding().certain;
    preview.delimiterCertain = table->dialect().delimiterCertain;
    preview.decimalsCertain = table->dialect().decimalsCertain;
    preview.datesCertain = table->dialect().datesCertain;
    preview.header = table->header();
    preview.rows = table->preview();
    preview.mapping = mapColumns(table->header(), *profile);
    describeColumns(preview.mapping, preview.rows);
    return preview;
}

std::vector<ProfileChoice> profileChoices(ImportKind kind, const QString &profileFolder)
{
    std::vector<ProfileChoice> choices;
    for (const SourceProfile &profile : allProfiles(profileFolder)) {
        if (profile.kind == kind)
            choices.push_back({profile.name, profile.label.isEmpty() ? profile.name : profile.label, profile.kind});
    }
    return choices;
}

QStringList encodingChoices()
{
    return offeredEncodings();
}

Result<QString> rememberMapping(const QString &profileFolder, const ColumnMapping &mapping, const FileFormat &format, const QString &name)
{
    if (!QDir().mkpath(profileFolder))
        return Error{ErrorKind::storage, DIMSUM_TEXT("The folder %1 for saved profiles cannot be made. Check its permissions."), {profileFolder.toStdString()}};
    const SourceProfile profile = profileFrom(mapping, name, format);
    if (const Outcome saved = saveProfile(profileFolder, profile); !saved)
        return saved.error();
    return profile.name;
}

Outcome usableMapping(const ColumnMapping &mapping)
{
    return checkMapping(mapping);
}

} // namespace dimsum
