#include "app/cli/command_line.h"

#include "app/cli/command.h"
#include "app/cli/command_table.h"
#include "app/cli/help.h"
#include "app/cli/json_text.h"
#include "app/cli/words.h"
#include "qt/wording.h"

#include <QFileInfo>
#include <QJsonObject>

namespace dimsum::cli {

namespace {

constexpr int wrongUsage = 2;
constexpr int failed = 1;

QStringList commandNames(const CommandTable &table)
{
    QStringList names;
    for (const auto &command : table)
        names.append(command->spec().name);
    return names;
}

Command *commandNamed(const CommandTable &table, const QString &name)
{
    for (const auto &command : table) {
        if (command->spec().name == name)
            return command.get();
    }
    return nullptr;
}

// The first word that is no option names the command; options of the whole program may stand before it.
qsizetype commandPlace(const QStringList &words)
{
    qsizetype place = 0;
    while (place < words.size() && words[place].startsWith(QLatin1String("--")))
        ++place;
    return place;
}

int answerUsage(Console &console, const QString &sentence, const QString &usage, bool json)
{
    console.message(sentence);
    console.message(usage);
    if (json)
        console.result(jsonLine({{QStringLiteral("error"), QJsonObject{{QStringLiteral("kind"), QStringLiteral("usage")},
                                                                       {QStringLiteral("message"), sentence},
                                                                       {QStringLiteral("usage"), usage}}}}));
    return wrongUsage;
}

int answerWithoutCommand(Console &console, const CommandTable &table, const QStringList &words)
{
    const bool json = words.contains(QLatin1String("--json"));
    const qsizetype place = commandPlace(words);
    if (place < words.size()) {
        const QString near = nearestWord(words[place], commandNames(table));
        const QString sentence =
            near.isEmpty()
                ? CommandLine::tr("There is no command “%1”.").arg(words[place])
                : CommandLine::tr("There is no command “%1”; did you mean “%2”?")
                      .arg(words[place], near);
        return answerUsage(console, sentence, programUsage(), json);
    }
    for (const QString &word : words) {
        if (word != QLatin1String("--json") && word != QLatin1String("--help") && word != QLatin1String("--version"))
            return answerUsage(console,
                               CommandLine::tr("There is no option %1 here.").arg(word),
                               programUsage(), json);
    }
    if (words.contains(QLatin1String("--version"))) {
        console.result(json ? jsonLine({{QStringLiteral("version"), QStringLiteral(DIMSUM_VERSION)}})
                            : QByteArray("dimsum " DIMSUM_VERSION));
        return 0;
    }
    console.result(json ? jsonLine(programHelpJson(table)) : programHelp(table).toUtf8());
    return 0;
}

int answerError(Console &console, const CommandSpec &spec, const Error &error, bool json)
{
    const QString sentence = errorText(error);
    if (error.kind == ErrorKind::usage)
        return answerUsage(console, sentence, commandUsage(spec), json);
    console.message(sentence);
    if (json)
        console.result(jsonLine({{QStringLiteral("error"), errorJson(error, sentence)}}));
    return failed;
}

} // namespace

bool isForCommandLine(const QStringList &words)
{
    const qsizetype place = commandPlace(words);
    if (place >= words.size())
        return !words.isEmpty();
    const QString &word = words[place];
    if (word.startsWith(u'-'))
        return false;
    if (commandNamed(commandTable(), word))
        return true;
    return !word.endsWith(QLatin1String(".dimsum")) && !word.contains(u'/') && !QFileInfo::exists(word);
}

bool needsPictures(const QStringList &words)
{
    const qsizetype place = commandPlace(words);
    const CommandTable table = commandTable();
    const Command *command = place < words.size() ? commandNamed(table, words[place]) : nullptr;
    return command && command->drawsPictures();
}

int runCommandLine(const QStringList &words, const std::stop_token &stop)
{
    Console console(stop);
    const CommandTable table = commandTable();
    const qsizetype place = commandPlace(words);
    Command *command = place < words.size() ? commandNamed(table, words[place]) : nullptr;
    if (!command)
        return answerWithoutCommand(console, table, words);

    QStringList rest = words;
    rest.removeAt(place);
    const CommandSpec spec = command->spec();
    const Result<Call> call = Call::parse(spec, rest);
    if (!call)
        return answerError(console, spec, call.error(), rest.contains(QLatin1String("--json")));
    if (call->wantsHelp()) {
        console.result(call->wantsJson() ? jsonLine(commandHelpJson(spec)) : commandHelp(spec).toUtf8());
        return 0;
    }
    const Result<Reply> reply = command->run(*call, console);
    if (!reply)
        return answerError(console, spec, reply.error(), call->wantsJson());
    if (call->wantsJson())
        console.result(reply->json);
    else if (!reply->text.isEmpty())
        console.result(reply->text.toUtf8());
    return reply->exitCode;
}

} // namespace dimsum::cli
