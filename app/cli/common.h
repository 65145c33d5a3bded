// What several subcommands share: the workspace argument, documents from files, words for tiers and people.
#pragma once

#include "app/cli/command.h"
#include "domain/day.h"
#include "domain/money.h"
#include "domain/tier.h"
#include "service/workspace.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace dimsum::cli {

Argument workspaceArgument();
Option byOption(bool needed);    // --by WHO
Option asOfOption();             // --as-of DATE

Result<std::unique_ptr<Workspace>> openWorkspace(const Call &call);

// The whole file; unreadable where there is none, it is no regular file or has more than 16 MiB.
Result<QByteArray> readDocument(const QString &path);
// The error with the file it is about: readers of documents and headers know lines and fields only.
Error inFile(Error error, const QString &path);

// --by, or the name of the person at this computer.
std::string personOf(const Call &call);
// --as-of, or unknownDay for "today".
Day asOfOf(const Call &call);

std::optional<Tier> tierOf(const QString &code); // "1", "2", "3", "none"
QStringList tierCodes();

QString textOf(std::string_view utf8);
QString dayText(Day day);
QString instantText(std::optional<std::int64_t> utcMilliseconds); // "2026-02-18T09:30:00Z", empty for none
QString moneyOf(Money amount, const Currency &currency);

} // namespace dimsum::cli
