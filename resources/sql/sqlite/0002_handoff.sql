-- Files that carried accounts to sales or marketing tools: what, when, by whom. Never edited, never taken back: the file
-- has left the house.
CREATE TABLE handoff (
    id       INTEGER NOT NULL PRIMARY KEY,
    at       INTEGER NOT NULL,
    day      INTEGER NOT NULL,
    by       TEXT NOT NULL CHECK (by <> ''),
    target   TEXT NOT NULL CHECK (target <> ''),
    file     TEXT NOT NULL CHECK (file <> ''),
    people   INTEGER NOT NULL CHECK (people >= 0),
    left_out INTEGER NOT NULL CHECK (left_out >= 0)
) STRICT;

CREATE TABLE handoff_account (
    handoff_id INTEGER NOT NULL REFERENCES handoff (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    reason     TEXT NOT NULL,
    PRIMARY KEY (handoff_id, account_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX handoff_account_by_account ON handoff_account (account_id);
