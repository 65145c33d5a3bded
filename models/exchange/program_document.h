// The document of `dimsum program WS set` (json-shapes.md "Small ones"): a program and its accounts with
// their arm.
#pragma once

#include "domain/error.h"
#include "domain/program.h"

#include <QByteArray>

#include <optional>
#include <string>
#include <vector>

namespace dimsum
{

// `account` as written: a domain, an external id or a name; whoever stores it resolves it.
struct ProgramMember {
    std::string account;
    Arm arm = Arm::program;

    friend bool operator==(const ProgramMember &, const ProgramMember &) = default;
};

// `program` is written as the object of menu.json or as the bare name of the program that the menu already
// has; in the second case there is no period.
struct ProgramDocument {
    std::string name;
    std::optional<ProgramPeriod> period = {};
    std::vector<ProgramMember> members = {};

    friend bool operator==(const ProgramDocument &, const ProgramDocument &) = default;
};

Result<ProgramDocument> parseProgram(const QByteArray &bytes);
QByteArray printProgram(const ProgramDocument &document);

} // namespace dimsum
