-- The ledger of an envelope. The invariant of domain.md section 7 is the last CHECK: what is reserved, committed and
-- spent stays within the limit plus what somebody with a reason allowed beyond it (overdraft).
-- scope_kind 0 tier (scope_tier), 1 campaign, 2 play (scope_name).
CREATE TABLE envelope (
    id         INTEGER NOT NULL PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    code       TEXT NOT NULL CHECK (code <> ''),
    scope_kind INTEGER NOT NULL CHECK (scope_kind IN (0, 1, 2)),
    scope_tier INTEGER NOT NULL CHECK (scope_tier BETWEEN 0 AND 3),
    scope_name TEXT NOT NULL,
    money_limit INTEGER NOT NULL CHECK (money_limit >= 0),
    overdraft  INTEGER NOT NULL DEFAULT 0 CHECK (overdraft >= 0),
    reserved   INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    committed  INTEGER NOT NULL DEFAULT 0 CHECK (committed >= 0),
    actual     INTEGER NOT NULL DEFAULT 0 CHECK (actual >= 0),
    UNIQUE (program_id, code),
    CHECK ((scope_kind = 0) = (scope_tier > 0)),
    CHECK ((scope_kind = 0) = (scope_name = '')),
    CHECK (reserved + committed + actual <= money_limit + overdraft)
) STRICT;

-- What orders take of a play in a program, and its limits (NULL = none). The same pattern as the envelope.
CREATE TABLE play_usage (
    program_id  INTEGER NOT NULL REFERENCES program (id),
    play        TEXT NOT NULL CHECK (play <> ''),
    capacity    INTEGER CHECK (capacity >= 0),
    per_account INTEGER CHECK (per_account >= 0),
    used        INTEGER NOT NULL DEFAULT 0 CHECK (used >= 0),
    overbooked  INTEGER NOT NULL DEFAULT 0 CHECK (overbooked >= 0),
    on_menu     INTEGER NOT NULL CHECK (on_menu IN (0, 1)),
    PRIMARY KEY (program_id, play),
    CHECK (capacity IS NULL OR used <= capacity + overbooked)
) STRICT, WITHOUT ROWID;

-- A slip is placed whole or not at all. Its id comes from the client and makes placing it twice the same as once.
CREATE TABLE slip (
    id           TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    account_id   INTEGER NOT NULL REFERENCES account (id),
    requested_at INTEGER NOT NULL,
    by           TEXT NOT NULL CHECK (by <> ''),
    content      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX slip_account ON slip (account_id);

-- state and waiting_from: OrderState of domain/order.h (0 requested, 1 approved, 2 rejected, 3 in production,
-- 4 delivered, 5 cancelled, 6 waiting on rep).
CREATE TABLE task_order (
    id              TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
    number          INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    slip_id         TEXT NOT NULL REFERENCES slip (id),
    account_id      INTEGER NOT NULL REFERENCES account (id),
    program_id      INTEGER NOT NULL REFERENCES program (id),
    play            TEXT NOT NULL CHECK (play <> ''),
    menu_version    INTEGER NOT NULL,
    tier            INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
    campaign        TEXT NOT NULL DEFAULT '',
    state           INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    waiting_from    INTEGER CHECK (waiting_from IN (0, 1, 3)),
    price           INTEGER NOT NULL CHECK (price >= 0),
    actual          INTEGER CHECK (actual >= 0),
    currency        TEXT NOT NULL CHECK (length(currency) = 3),
    inputs          TEXT NOT NULL,
    requested_at    INTEGER NOT NULL,
    requested_day   INTEGER NOT NULL,
    requested_by    TEXT NOT NULL CHECK (requested_by <> ''),
    approved_at     INTEGER,
    approved_day    INTEGER,
    delivered_at    INTEGER,
    delivered_day   INTEGER,
    due_day         INTEGER,
    note            TEXT NOT NULL DEFAULT '',
    override_reason TEXT NOT NULL DEFAULT '',
    over_limit      INTEGER NOT NULL DEFAULT 0 CHECK (over_limit IN (0, 1)),
    version         INTEGER NOT NULL DEFAULT 1, -- seq of the line of the log that made it stand as it does
    FOREIGN KEY (program_id, play) REFERENCES play_usage (program_id, play),
    CHECK ((state = 6) = (waiting_from IS NOT NULL)),
    CHECK ((state = 4) = (actual IS NOT NULL)),
    CHECK ((state = 4) = (delivered_at IS NOT NULL)),
    CHECK (state NOT IN (1, 3, 4) OR approved_day IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_order_account ON task_order (account_id, play);
CREATE INDEX task_order_slip ON task_order (slip_id);

-- Every transition, only ever appended. seq counts 1, 2, 3 ... within an order; from_state NULL = placed. correction:
-- 0 a move, 1 one taken back by undo, 2 one done again by redo.
CREATE TABLE order_event (
    id           INTEGER NOT NULL PRIMARY KEY,
    order_id     TEXT NOT NULL REFERENCES task_order (id),
    seq          INTEGER NOT NULL CHECK (seq >= 1),
    at           INTEGER NOT NULL,
    day          INTEGER NOT NULL,
    by           TEXT NOT NULL CHECK (by <> ''),
    from_state   INTEGER CHECK (from_state BETWEEN 0 AND 6),
    to_state     INTEGER NOT NULL CHECK (to_state BETWEEN 0 AND 6),
    note         TEXT NOT NULL DEFAULT '',
    correction   INTEGER NOT NULL DEFAULT 0 CHECK (correction IN (0, 1, 2)),
    UNIQUE (order_id, seq)
) STRICT;

-- How an order stood before a step of undo (its `version` then), to be put back as long as its version is `replaces`.
-- Orders share their ledgers with everybody, so moves are countered, not reverted like the changesets in undo_part.
CREATE TABLE undo_order (
    undo_id       INTEGER NOT NULL REFERENCES undo_entry (id) ON DELETE CASCADE,
    order_id      TEXT NOT NULL REFERENCES task_order (id),
    replaces      INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    state         INTEGER NOT NULL CHECK (state BETWEEN 0 AND 6),
    waiting_from  INTEGER CHECK (waiting_from IN (0, 1, 3)),
    actual        INTEGER CHECK (actual >= 0),
    approved_at   INTEGER,
    approved_day  INTEGER,
    delivered_at  INTEGER,
    delivered_day INTEGER,
    due_day       INTEGER,
    over_limit    INTEGER NOT NULL CHECK (over_limit IN (0, 1)),
    PRIMARY KEY (undo_id, order_id)
) STRICT, WITHOUT ROWID;

-- Ticked and not yet placed, so that a slip survives a restart.
CREATE TABLE draft_slip (
    account_id INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
    body       TEXT NOT NULL
) STRICT;
