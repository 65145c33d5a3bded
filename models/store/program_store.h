// Programs and the arm of each of their accounts.
#pragma once

#include "domain/day.h"
#include "domain/error.h"
#include "domain/ids.h"
#include "domain/program.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

using ProgramId = Id<struct ProgramTag>;

enum class ProgramState : std::uint8_t { planned, running, closed };

struct StoredProgram {
    ProgramId id;
    std::string key; // folded name
    std::string name;
    Day start;
    Day end;
    ProgramState state = ProgramState::planned;

    friend bool operator==(const StoredProgram &, const StoredProgram &) = default;
};

struct ProgramAccount {
    ProgramId program;
    AccountId account;
    Arm arm = Arm::program;
};

class ProgramStore
{
public:
    explicit ProgramStore(Database &database) : m_database(&database) {}

    Result<std::vector<StoredProgram>> all(); // by id
    Result<std::optional<StoredProgram>> find(std::string_view key);
    Result<ProgramId> insert(const StoredProgram &row, ImportId import = {});
    Outcome update(const StoredProgram &row); // by id

    Result<std::vector<ProgramAccount>> accounts(ProgramId program); // by account id
    Result<std::optional<Arm>> arm(ProgramId program, AccountId account);
    // Inserts or replaces.
    Outcome setArm(ProgramId program, AccountId account, Arm arm, ImportId import = {});
    Outcome removeAccount(ProgramId program, AccountId account);
    // Accounts in the hold-out arm of a program that is not closed: they get no menu.
    Result<std::vector<AccountId>> holdouts();
    Result<bool> isHoldout(AccountId account); // one of them, without reading them all

private:
    Database *m_database;
};

} // namespace dimsum
