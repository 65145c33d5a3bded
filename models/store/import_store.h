// Import runs: what came in, and how to take it back (cli.md "imports", "undo-import").
// Within its transaction an import first reserves its id, marks what it inserts with it, keeps the prior image of every
// row it changes, and stores its counts last.
#pragma once

#include "domain/error.h"
#include "domain/ids.h"
#include "store/database.h"
#include "store/row_image.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

struct ImportCounts {
    std::int64_t read = 0, inserted = 0, updated = 0, unchanged = 0, duplicate = 0, rejected = 0;
    bool addUp() const { return read == inserted + updated + unchanged + duplicate + rejected; }
};

struct ImportRun {
    ImportId id;
    std::string kind; // "accounts", "contacts", ...
    std::string file;
    std::string profile;
    std::string policy;
    std::int64_t instant = 0;
    std::string by;
    ImportCounts counts;
    std::optional<std::int64_t> undoneAt = {};
    std::string undoneBy = {};
};

class ImportStore
{
public:
    explicit ImportStore(Database &database) : m_database(&database) {}

    Result<std::vector<ImportRun>> runs(); // oldest first
    Result<std::optional<ImportRun>> run(ImportId id);

    // Opens a run with zero counts; finish() sets them. Both within the import's transaction.
    Result<ImportId> start(const ImportRun &run);
    Outcome finish(ImportId id, const ImportCounts &counts);

    // Keeps what a row holds before this import changes it for the first time. `key`: its primary key.
    Outcome keepPrior(ImportId import, StoredEntity entity, std::span<const std::int64_t> key);

    // Takes everything of an import back in one transaction: inserted rows go, changed rows get their prior image.
    // refused: a later import or an order, tier, pin or program depends on it (the sentence names the next step);
    // notFound; refused if it was taken back before.
    Outcome undo(ImportId id, std::int64_t instant, std::string_view by);

private:
    Outcome refuseDependents(ImportId id);
    Database *m_database;
};

} // namespace dimsum
