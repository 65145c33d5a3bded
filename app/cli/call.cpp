#include "app/cli/call.h"

#include "app/cli/command.h"

#include <algorithm>

namespace dimsum::cli {

namespace {

Error usage(const char *sentence, std::initializer_list<QString> arguments)
{
    Error error{ErrorKind::usage, sentence};
    for (const QString &argument : arguments)
        error.arguments.push_back(argument.toStdString());
    return error;
}

// Optimal string alignment distance: a swapped pair counts once, the commonest slip of fingers.
qsizetype distance(const QString &a, const QString &b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<std::vector<qsizetype>> cost(static_cast<std::size_t>(a.size()) + 1, std::vector<qsizetype>(width));
    for (std::size_t i = 0; i < cost.size(); ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<qsizetype>(i + j);
                continue;
            }
            const QChar x = a[static_cast<qsizetype>(i - 1)];
            const QChar y = b[static_cast<qsizetype>(j - 1)];
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b[static_cast<qsizetype>(j - 2)] && y == a[static_cast<qsizetype>(i - 2)])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost.back().back();
}

std::optional<Error> problemOf(const Option &option, const QString &value)
{
    const QString shown = QStringLiteral("--") + option.name;
    switch (option.kind) {
    case OptionKind::text:
        if (value.trimmed().isEmpty())
            return usage(DIMSUM_TEXT("%1 needs a value, and it is empty."), {shown});
        break;
    case OptionKind::day:
        if (!parseIsoDay(value.toStdString()))
            return usage(DIMSUM_TEXT("%1 needs an existing date like 2026-02-18, not “%2”."), {shown, value});
        break;
    case OptionKind::number: {
        bool ok = false;
        const qint64 number = value.toLongLong(&ok);
        if (!ok || number < option.smallest || number > option.largest)
            return usage(DIMSUM_TEXT("%1 needs a whole number from %2 to %3, not “%4”."),
                         {shown, QString::number(option.smallest), QString::number(option.largest), value});
        break;
    }
    case OptionKind::choice:
        if (!option.choices.contains(value)) {
            const QString near = nearestWord(value, option.choices);
            if (near.isEmpty())
                return usage(DIMSUM_TEXT("%1 must be one of: %2. It is “%3”."),
                             {shown, option.choices.join(QStringLiteral(", ")), value});
            return usage(DIMSUM_TEXT("%1 must be one of: %2. It is “%3”; did you mean “%4”?"),
                         {shown, option.choices.join(QStringLiteral(", ")), value, near});
        }
        break;
    }
    return std::nullopt;
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    QString best;
    qsizetype bestCost = std::max<qsizetype>(2, word.size() / 3) + 1;
    for (const QString &candidate : known) {
        const qsizetype cost = distance(word.toLower(), candidate);
        if (cost < bestCost && cost < candidate.size()) {
            best = candidate;
            bestCost = cost;
        }
    }
    return best;
}

Result<Call> Call::parse(const CommandSpec &spec, const QStringList &words)
{
    QList<Option> known = spec.options;
    known.append({QStringLiteral("help"), {}, {}});
    known.append({QStringLiteral("json"), {}, {}});
    QStringList names;
    for (const Option &option : known)
        names.append(option.name);

    Call call;
    QStringList plain;
    bool optionsEnded = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (optionsEnded || !word.startsWith(u'-') || word == QLatin1String("-")) {
            plain.append(word);
            continue;
        }
        if (word == QLatin1String("--")) {
            optionsEnded = true;
            continue;
        }
        const qsizetype equals = word.indexOf(u'=');
        QString name = word == QLatin1String("-h") ? QStringLiteral("help") : word.mid(2, equals < 0 ? -1 : equals - 2);
        const auto option = std::find_if(known.cbegin(), known.cend(),
                                         [&](const Option &candidate) { return candidate.name == name; });
        if (option == known.cend() || (!word.startsWith(QLatin1String("--")) && word != QLatin1String("-h"))) {
            const QString near = nearestWord(name, names);
            if (near.isEmpty())
                return usage(DIMSUM_TEXT("There is no option %1 here."), {word});
            return usage(DIMSUM_TEXT("There is no option %1 here; did you mean --%2?"), {word, near});
        }
        if (option->value.isEmpty()) {
            if (equals >= 0)
                return usage(DIMSUM_TEXT("--%1 takes no value."), {name});
            call.m_options[name] = QStringList{QString()};
            continue;
        }
        if (equals < 0 && (i + 1 >= words.size() || words[i + 1].startsWith(QLatin1String("--"))))
            return usage(DIMSUM_TEXT("--%1 needs a value: --%1 %2."), {name, option->value});
        const QString value = equals >= 0 ? word.mid(equals + 1) : words[++i];
        if (const auto problem = problemOf(*option, value))
            return *problem;
        if (!option->repeats && call.has(name))
            return usage(DIMSUM_TEXT("--%1 is given twice; give it once."), {name});
        call.m_options[name].append(value);
    }
    if (call.wantsHelp())
        return call;
    if (Outcome taken = call.takeArguments(spec, plain); !taken)
        return taken.error();
    for (const Option &option : spec.options) {
        if (option.needed && !call.has(option.name))
            return usage(DIMSUM_TEXT("--%1 is missing: --%1 %2."), {option.name, option.value});
    }
    return call;
}

Outcome Call::takeArguments(const CommandSpec &spec, const QStringList &words)
{
    qsizetype next = 0;
    QString before;
    for (const Argument &argument : spec.arguments) {
        if (!argument.onlyWith.isEmpty() && !argument.onlyWith.contains(before))
            continue;
        if (next >= words.size())
            return usage(DIMSUM_TEXT("%1 is missing: %2"), {argument.name, argument.help});
        const QString &word = words[next++];
        if (word.isEmpty())
            return usage(DIMSUM_TEXT("%1 is empty: %2"), {argument.name, argument.help});
        if (!argument.choices.isEmpty() && !argument.choices.contains(word)) {
            const QString near = nearestWord(word, argument.choices);
            if (near.isEmpty())
                return usage(DIMSUM_TEXT("“%1” is not one of: %2."),
                             {word, argument.choices.join(QStringLiteral(", "))});
            return usage(DIMSUM_TEXT("“%1” is not one of: %2. Did you mean “%3”?"),
                         {word, argument.choices.join(QStringLiteral(", ")), near});
        }
        m_arguments[argument.name] = word;
        before = word;
    }
    if (next < words.size())
        return usage(DIMSUM_TEXT("“%1” is one word too many."), {words[next]});
    return Done{};
}

std::optional<Day> Call::day(const QString &option) const
{
    return parseIsoDay(text(option).toStdString());
}

std::optional<qint64> Call::number(const QString &option) const
{
    bool ok = false;
    const qint64 value = text(option).toLongLong(&ok);
    return ok ? std::optional(value) : std::nullopt;
}

} // namespace dimsum::cli
