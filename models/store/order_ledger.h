// The ledgers that orders stand in: money per envelope, places per play, orders per account. Every function is one or
// few conditional UPDATEs inside the caller's transaction; nobody else writes these columns.
#pragma once

#include "domain/menu.h"
#include "domain/order.h"
#include "domain/slip.h"
#include "store/database.h"
#include "store/program_store.h"

#include <optional>
#include <string>

namespace dimsum {

// What of an order the ledgers need.
struct LedgerOrder {
    ProgramId program;
    AccountId account;
    std::string play;
    int tier = 0;
    std::string campaign;
};

class OrderLedger
{
public:
    explicit OrderLedger(Database &database) : m_database(&database) {}

    // Takes a place of the play and, in every envelope that covers the order, moves money from one bucket to another
    // (none = from or to nowhere). What does not fit is a Hindrance, unless `override`: then the excess is allowed and
    // remembered with the envelope or play for as long as it is needed.
    Result<std::optional<Hindrance>> takePlace(const LedgerOrder &order, bool override);
    Outcome freePlace(const LedgerOrder &order);
    Result<std::optional<Hindrance>> moveMoney(const LedgerOrder &order, MoneyBucket from, Money fromAmount, MoneyBucket to,
                                               Money toAmount, bool override);

    // Sets limits of a whole menu, counting the orders that are there. See OrderStore::setMenu.
    Outcome setEnvelope(ProgramId program, const Envelope &envelope);
    Outcome setPlay(ProgramId program, const Play &play);

private:
    Database *m_database;
};

} // namespace dimsum
