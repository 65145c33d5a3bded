// The words of one call of a subcommand, checked against its spec.
#pragma once

#include "domain/day.h"
#include "domain/error.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace dimsum::cli {

struct CommandSpec;

class Call
{
public:
    // `words` are those after the name of the command. Errors are of kind usage and name the option.
    static Result<Call> parse(const CommandSpec &spec, const QStringList &words);

    bool has(const QString &option) const { return m_options.contains(option); }
    // Empty if not given. Of a repeated option the last one.
    QString text(const QString &option) const { return m_options.value(option).value(m_options.value(option).size() - 1); }
    QStringList texts(const QString &option) const { return m_options.value(option); }
    std::optional<Day> day(const QString &option) const;
    std::optional<qint64> number(const QString &option) const;

    QString argument(const QString &name) const { return m_arguments.value(name); }
    bool wantsJson() const { return has(QStringLiteral("json")); }
    bool wantsHelp() const { return has(QStringLiteral("help")); }

private:
    Outcome takeArguments(const CommandSpec &spec, const QStringList &words);

    QMap<QString, QString> m_arguments;
    QMap<QString, QStringList> m_options;
};

// "Did you mean ...?" for a mistyped word: the nearest of `known`, or empty if none is near.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace dimsum::cli
