#include "ui/exchange/import_words.h"

#include "qt/display_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dimsum {

namespace {

// What lupdate files the words of this file under.
class ImportWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportWords)
};

} // namespace

QString kindTitle(ImportKind kind)
{
    switch (kind) {
    case ImportKind::accounts:
        return ImportWords::tr("Accounts");
    case ImportKind::contacts:
        return ImportWords::tr("Contacts");
    case ImportKind::opportunities:
        return ImportWords::tr("Opportunities");
    case ImportKind::activities:
        return ImportWords::tr("Activities");
    case ImportKind::intent:
        return ImportWords::tr("Intent signals");
    case ImportKind::costs:
        return ImportWords::tr("Costs");
    case ImportKind::campaigns:
        return ImportWords::tr("Campaigns");
    case ImportKind::program:
        return ImportWords::tr("Program accounts");
    }
    return {};
}

QString kindDescription(ImportKind kind)
{
    switch (kind) {
    case ImportKind::accounts:
        return ImportWords::tr("One company per row: domain, name, industry, size, ACV, owner");
    case ImportKind::contacts:
        return ImportWords::tr("People at accounts, with role and opt-out");
    case ImportKind::opportunities:
        return ImportWords::tr("Deals with amount, stage and dates");
    case ImportKind::activities:
        return ImportWords::tr("First-party touches: visits, webinars, meetings, replies");
    case ImportKind::intent:
        return ImportWords::tr("Third-party research: topics with scores, or counted events");
    case ImportKind::costs:
        return ImportWords::tr("What assets, campaigns, plays and platforms cost");
    case ImportKind::campaigns:
        return ImportWords::tr("Campaigns with budget and dates");
    case ImportKind::program:
        return ImportWords::tr("Which accounts are in the program and which are hold-outs");
    }
    return {};
}

QString fieldWords(ImportKind kind, std::size_t field)
{
    const std::string_view name = fieldsOf(kind)[field].name;
    if (name == "acv")
        return ImportWords::tr("ACV");
    if (name == "external_id")
        return ImportWords::tr("CRM id");
    if (name == "id")
        return ImportWords::tr("Id");
    QString words = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())).replace(u'_', u' ');
    words[0] = words[0].toUpper();
    return words;
}

QString fieldReading(ImportKind kind, std::size_t field)
{
    switch (fieldsOf(kind)[field].type) {
    case FieldType::text:
    case FieldType::type:
        return ImportWords::tr("text");
    case FieldType::id:
        return ImportWords::tr("text, zeros kept");
    case FieldType::domain:
        return ImportWords::tr("domain, match key");
    case FieldType::accountRef:
        return ImportWords::tr("account, match key");
    case FieldType::email:
        return ImportWords::tr("e-mail");
    case FieldType::money:
        return ImportWords::tr("money");
    case FieldType::number:
    case FieldType::integer:
        return ImportWords::tr("number");
    case FieldType::boolean:
        return ImportWords::tr("yes or no");
    case FieldType::date:
        return ImportWords::tr("date");
    case FieldType::moment:
        return ImportWords::tr("date and time");
    case FieldType::month:
        return ImportWords::tr("month");
    }
    return {};
}

QString matchKeys(ImportKind kind)
{
    switch (kind) {
    case ImportKind::accounts:
        return ImportWords::tr("domain, then CRM id, then name");
    case ImportKind::contacts:
        return ImportWords::tr("e-mail within the account");
    case ImportKind::opportunities:
    case ImportKind::activities:
        return ImportWords::tr("id; rows without one by all their values");
    case ImportKind::intent:
        return ImportWords::tr("account, source, topic and date");
    case ImportKind::costs:
        return ImportWords::tr("all values of the row");
    case ImportKind::campaigns:
        return ImportWords::tr("name of the campaign");
    case ImportKind::program:
        return ImportWords::tr("account and program");
    }
    return {};
}

QString policyTitle(ImportPolicy policy)
{
    switch (policy) {
    case ImportPolicy::overwrite:
        return ImportWords::tr("Overwrite");
    case ImportPolicy::updateEmpty:
        return ImportWords::tr("Fill empty fields only");
    case ImportPolicy::create:
        return ImportWords::tr("Only add new rows, list the others");
    case ImportPolicy::skip:
        return ImportWords::tr("Only add new rows");
    }
    return {};
}

QString policyDescription(ImportPolicy policy)
{
    switch (policy) {
    case ImportPolicy::overwrite:
        return ImportWords::tr("The file is newer: its values replace what is stored, an empty cell clears.");
    case ImportPolicy::updateEmpty:
        return ImportWords::tr("What is stored stays; the file fills what is not known yet.");
    case ImportPolicy::create:
        return ImportWords::tr("Known rows stay as they are; those that differ are listed in the report.");
    case ImportPolicy::skip:
        return ImportWords::tr("Known rows stay as they are, without a word.");
    }
    return {};
}

QString delimiterTitle(char delimiter)
{
    switch (delimiter) {
    case ',':
        return ImportWords::tr("comma ,");
    case ';':
        return ImportWords::tr("semicolon ;");
    case '\t':
        return ImportWords::tr("tab");
    default:
        return ImportWords::tr("bar |");
    }
}

QString decimalTitle(DecimalMark mark)
{
    return mark == DecimalMark::point ? ImportWords::tr("1,234.56") : ImportWords::tr("1.234,56");
}

QString dateTitle(DateOrder order)
{
    switch (order) {
    case DateOrder::isoOnly:
        return ImportWords::tr("2026-02-18");
    case DateOrder::monthFirst:
        return ImportWords::tr("month first: 02/18/2026");
    case DateOrder::dayFirst:
        return ImportWords::tr("day first: 18.02.2026");
    }
    return {};
}

QString linesText(const ImportProblem &problem)
{
    if (problem.lines.empty())
        return ImportWords::tr("%n row(s)", nullptr, static_cast<int>(problem.rows));
    QStringList lines;
    constexpr std::size_t named = 3;
    for (std::size_t i = 0; i < problem.lines.size() && i < named; ++i)
        lines << countText(problem.lines[i]);
    const qint64 more = problem.rows - static_cast<qint64>(lines.size());
    const QString list = ImportWords::tr("line %1").arg(lines.join(QStringLiteral(", ")));
    return more > 0 ? ImportWords::tr("%1 and %2 more").arg(list, countText(more)) : list;
}

} // namespace dimsum
