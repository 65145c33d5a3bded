-- First-party touches, packed: one value holds what one import brought for one account (store/activity_block.h). Rows of
-- their own would take six times the room, and ten million of them minutes to write. import_id 0: from no import.
CREATE TABLE activity_block (
    account_id INTEGER NOT NULL REFERENCES account (id),
    import_id  INTEGER NOT NULL,
    rows       INTEGER NOT NULL CHECK (rows >= 1),
    content    BLOB NOT NULL,
    PRIMARY KEY (account_id, import_id)
) STRICT, WITHOUT ROWID;

-- Where activities with an id of their own may be found: identities (identityOf) in order, each with its account, packed
-- in stretches of one import. What it says is looked up in the blocks before it counts.
CREATE TABLE activity_key (
    import_id INTEGER NOT NULL,
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL CHECK (last >= first),
    content   BLOB NOT NULL,
    PRIMARY KEY (import_id, first)
) STRICT, WITHOUT ROWID;

-- What a block held before a later import changed rows of it.
CREATE TABLE activity_prior (
    import_id       INTEGER NOT NULL REFERENCES import_run (id),
    account_id      INTEGER NOT NULL,
    block_import_id INTEGER NOT NULL,
    rows            INTEGER NOT NULL,
    content         BLOB NOT NULL,
    PRIMARY KEY (import_id, account_id, block_import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_prior_block ON activity_prior (account_id, block_import_id);

CREATE TABLE opportunity (
    id          INTEGER NOT NULL PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    external_id TEXT CHECK (external_id <> ''),
    identity    INTEGER NOT NULL UNIQUE,
    name        TEXT NOT NULL DEFAULT '',
    amount      INTEGER,
    stage       TEXT NOT NULL DEFAULT '',
    status      INTEGER NOT NULL CHECK (status IN (0, 1, 2)),
    created     INTEGER,
    closed      INTEGER,
    campaign    INTEGER,
    import_id   INTEGER,
    CHECK (status = 0 OR closed IS NOT NULL)
) STRICT;
CREATE INDEX opportunity_account ON opportunity (account_id);
