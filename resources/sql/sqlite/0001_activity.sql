-- First-party touches. Rows without an id of their own are told apart by `identity`: 63 bits of a hash over their
-- content and its running number in the file; rows with one by a hash over that id (store/row_identity.h).
CREATE TABLE activity (
    id          INTEGER NOT NULL PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    instant     INTEGER NOT NULL,
    dated       INTEGER NOT NULL CHECK (dated IN (0, 1)),
    type        INTEGER NOT NULL,
    contact_id  INTEGER,
    asset       INTEGER,
    campaign    INTEGER,
    area        INTEGER,
    channel     INTEGER,
    external_id TEXT CHECK (external_id <> ''),
    identity    INTEGER NOT NULL UNIQUE,
    import_id   INTEGER
) STRICT;
CREATE INDEX activity_account ON activity (account_id);

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
