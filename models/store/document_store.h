// ICP, tier policy and menu: whole JSON documents with a version (json-shapes.md). The text is opaque here.
#pragma once

#include "domain/error.h"
#include "store/database.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dimsum {

enum class DocumentKind { icp, policy, menu };

struct Document {
    std::int64_t version = 0; // 1, 2, 3 ...; 0 = there is none yet
    std::int64_t instant = 0; // UTC milliseconds
    std::string by;
    std::string body;
};

class DocumentStore
{
public:
    explicit DocumentStore(Database &database) : m_database(&database) {}

    // The one in force; version 0 and an empty body if there is none.
    Result<Document> current(DocumentKind kind);
    Result<std::optional<Document>> version(DocumentKind kind, std::int64_t version);

    // Stores `body` as the next version and returns its number. `expected`: the version that the author had read;
    // conflict if another one is in force by now.
    Result<std::int64_t> append(DocumentKind kind, std::string_view body, std::string_view by, std::int64_t instant,
                                std::optional<std::int64_t> expected = std::nullopt);

private:
    Database *m_database;
};

} // namespace dimsum
