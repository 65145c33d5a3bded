#include "app/cli/help.h"
#include "app/cli/words.h"

#include <QJsonArray>

namespace dimsum::cli {

namespace {

QString argumentText(const Argument &argument)
{
    const QString word = argument.choices.isEmpty() ? argument.name : argument.choices.join(u'|');
    return argument.onlyWith.isEmpty() ? word : QStringLiteral("[%1]").arg(word);
}

QString optionText(const Option &option)
{
    const QString value = option.choices.isEmpty() ? option.value : option.choices.join(u'|');
    return value.isEmpty() ? QStringLiteral("--%1").arg(option.name) : QStringLiteral("--%1 %2").arg(option.name, value);
}

QString row(const QString &left, const QString &right)
{
    constexpr int width = 26;
    if (left.size() >= width)
        return QStringLiteral("  %1\n  %2  %3\n").arg(left, QString(width, u' '), right);
    return QStringLiteral("  %1  %2\n").arg(left.leftJustified(width), right);
}

} // namespace

QString programUsage()
{
    return CommandLine::tr("Usage: dimsum [FILE.dimsum] opens the window; dimsum COMMAND ... works without one. "
              "“dimsum --help” lists the commands.");
}

QString programHelp(const CommandTable &table)
{
    QString text = CommandLine::tr("Dimsum plans account-based marketing: accounts in tiers with reasons, plays ordered like "
                      "dim sum.")
                   + QStringLiteral("\n\n")
                   + row(QStringLiteral("dimsum"), CommandLine::tr("opens the window"))
                   + row(QStringLiteral("dimsum FILE.dimsum"), CommandLine::tr("opens the window on this workspace"))
                   + row(QStringLiteral("dimsum COMMAND ..."), CommandLine::tr("does one thing without a window")) + u'\n'
                   + CommandLine::tr("Commands (WS is the path of a workspace file):") + u'\n';
    for (const auto &command : table) {
        const CommandSpec spec = command->spec();
        text += row(spec.name, spec.summary);
    }
    text += u'\n' + CommandLine::tr("“dimsum COMMAND --help” explains one command. Every command takes --json and then prints one "
                       "JSON object.\nExit code: 0 done, 1 refused or failed (nothing changed), 2 wrong usage.");
    return text;
}

QJsonObject programHelpJson(const CommandTable &table)
{
    QJsonArray commands;
    for (const auto &command : table)
        commands.append(commandHelpJson(command->spec()));
    return {{QStringLiteral("commands"), commands}};
}

QString commandUsage(const CommandSpec &spec)
{
    QString text = CommandLine::tr("Usage: dimsum %1").arg(spec.name);
    for (const Argument &argument : spec.arguments)
        text += u' ' + argumentText(argument);
    for (const Option &option : spec.options) {
        if (option.needed)
            text += u' ' + optionText(option);
    }
    for (const Option &option : spec.options) {
        if (!option.needed)
            text += QStringLiteral(" [%1]%2").arg(optionText(option), option.repeats ? QStringLiteral("...") : QString());
    }
    return text + QStringLiteral(" [--json]");
}

QString commandHelp(const CommandSpec &spec)
{
    QString text = commandUsage(spec) + QStringLiteral("\n\n") + spec.summary + u'\n';
    if (!spec.details.isEmpty())
        text += spec.details + u'\n';
    text += u'\n';
    for (const Argument &argument : spec.arguments)
        text += row(argument.choices.isEmpty() ? argument.name : argument.choices.join(u'|'), argument.help);
    for (const Option &option : spec.options)
        text += row(optionText(option), option.help);
    text += row(QStringLiteral("--json"), CommandLine::tr("print one JSON object instead of text"));
    text += row(QStringLiteral("--help"), CommandLine::tr("print this"));
    return text;
}

QJsonObject commandHelpJson(const CommandSpec &spec)
{
    QJsonArray options;
    for (const Option &option : spec.options)
        options.append(QJsonObject{{QStringLiteral("name"), QStringLiteral("--") + option.name},
                                   {QStringLiteral("help"), option.help},
                                   {QStringLiteral("needed"), option.needed}});
    return {{QStringLiteral("command"), spec.name},
            {QStringLiteral("summary"), spec.summary},
            {QStringLiteral("usage"), commandUsage(spec)},
            {QStringLiteral("options"), options}};
}

} // namespace dimsum::cli
