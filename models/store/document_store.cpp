#include "store/document_store.h"

#include "store/statement.h"
#include "store/transaction.h"

namespace dimsum {

namespace {

std::string_view nameOf(DocumentKind kind)
{
    switch (kind) {
    case DocumentKind::icp:
        return "icp";
    case DocumentKind::policy:
        return "policy";
    case DocumentKind::menu:
        break;
    }
    return "menu";
}

Document readDocument(const Statement &row)
{
    return {row.integer(0), row.integer(1), std::string(row.text(2)), std::string(row.text(3))};
}

} // namespace

Result<Document> DocumentStore::current(DocumentKind kind)
{
    Statement select(*m_database, "SELECT version, at, by, body FROM document WHERE kind = ?1 ORDER BY version DESC LIMIT 1");
    const Result<bool> row = select.bind(nameOf(kind)).next();
    if (!row)
        return row.error();
    return *row ? readDocument(select) : Document{};
}

Result<std::optional<Document>> DocumentStore::version(DocumentKind kind, std::int64_t version)
{
    Statement select(*m_database, "SELECT version, at, by, body FROM document WHERE kind = ?1 AND version = ?2");
    const Result<bool> row = select.bind(nameOf(kind), version).next();
    if (!row)
        return row.error();
    return *row ? std::optional<Document>(readDocument(select)) : std::nullopt;
}

Result<std::int64_t> DocumentStore::append(DocumentKind kind, std::string_view body, std::string_view by,
                                           std::int64_t instant, std::optional<std::int64_t> expected)
{
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return transaction.error();
    Statement newest(*m_database, "SELECT max(version) FROM document WHERE kind = ?1");
    const Result<std::int64_t> inForce = firstInteger(newest.bind(nameOf(kind)));
    if (!inForce)
        return inForce.error();
    if (expected && *expected != *inForce)
        return Error{ErrorKind::conflict,
                     DIMSUM_TEXT("Version %1 was changed meanwhile: version %2 is in force. Show it again, then make your change."),
                     {std::to_string(*expected), std::to_string(*inForce)}};
    const std::int64_t next = *inForce + 1;
    Statement insert(*m_database, "INSERT INTO document (kind, version, at, by, body) VALUES (?1, ?2, ?3, ?4, ?5)");
    if (const Outcome outcome = insert.bind(nameOf(kind), next, instant, by, body).run(); !outcome)
        return outcome.error();
    if (const Outcome outcome = transaction->commit(); !outcome)
        return outcome.error();
    return next;
}

} // namespace dimsum
