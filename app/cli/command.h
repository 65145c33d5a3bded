// What every subcommand of the command line is made of: how it is called, what it says back.
#pragma once

#include "app/cli/call.h"
#include "app/cli/console.h"
#include "domain/error.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace dimsum::cli {

// A word that stands at a fixed place of the call ("WS", "FILE").
struct Argument {
    QString name;
    QString help;
    QStringList choices = {};  // if any, the word must be one of them ("show", "set")
    QStringList onlyWith = {}; // if any, needed exactly when the word before it is one of these, else not allowed
};

enum class OptionKind : std::uint8_t { text, day, number, choice };

// A named value ("--by WHO"); without `value` it is a switch ("--apply").
struct Option {
    QString name; // without the dashes
    QString value = {};
    QString help = {};
    OptionKind kind = OptionKind::text;
    QStringList choices = {};
    bool needed = false;
    bool repeats = false;
    qint64 smallest = 0; // of a number, both ends included
    qint64 largest = 0;
};

struct CommandSpec {
    QString name;
    QString summary; // one line, for the list of commands
    QString details; // further plain sentences for `dimsum NAME --help`
    QList<Argument> arguments;
    QList<Option> options; // --help and --json are understood by every command and not listed
};

// What a finished command says: `json` is the one object of --json, `text` what a person reads without it.
struct Reply {
    QByteArray json;
    QString text;
    int exitCode = 0;
};

// One subcommand. Made once per process, run on the main thread.
class Command
{
public:
    virtual ~Command() = default;
    virtual CommandSpec spec() const = 0;
    // An error of kind usage exits with 2, any other with 1 and an unchanged workspace.
    virtual Result<Reply> run(const Call &call, Console &console) = 0;
    // Needs QApplication on the offscreen platform instead of QCoreApplication.
    virtual bool drawsPictures() const { return false; }
};

} // namespace dimsum::cli
