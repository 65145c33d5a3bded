-- Tier numbers: 0 = none (not in program), 1..3. Every application is kept; the newest of an account is in force.
CREATE TABLE tier_history (
    id             INTEGER NOT NULL PRIMARY KEY,
    account_id     INTEGER NOT NULL REFERENCES account (id),
    at             INTEGER NOT NULL,
    by             TEXT NOT NULL CHECK (by <> ''),
    as_of          INTEGER NOT NULL,
    policy_version INTEGER NOT NULL,
    old_tier       INTEGER NOT NULL CHECK (old_tier BETWEEN 0 AND 3),
    new_tier       INTEGER NOT NULL CHECK (new_tier BETWEEN 0 AND 3),
    rule           TEXT NOT NULL,
    reasons        TEXT NOT NULL
) STRICT;
CREATE INDEX tier_history_account ON tier_history (account_id, id);

CREATE TABLE account_tier (
    account_id INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
    tier       INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
    rule       TEXT NOT NULL,
    reasons    TEXT NOT NULL,
    applied_at INTEGER NOT NULL
) STRICT;

CREATE TABLE pin (
    account_id INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
    tier       INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 3),
    until      INTEGER NOT NULL,
    reason     TEXT NOT NULL CHECK (reason <> ''),
    by         TEXT NOT NULL CHECK (by <> ''),
    at         INTEGER NOT NULL
) STRICT;

-- The scores of the last retier: derived, rewritten as a whole, never part of undo.
CREATE TABLE score_run (
    id             INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    as_of          INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    policy_version INTEGER NOT NULL,
    icp_version    INTEGER NOT NULL,
    at             INTEGER NOT NULL,
    extra          TEXT NOT NULL
) STRICT;

-- Thousands of accounts in one value, by account id (store/score_chunk.h).
CREATE TABLE score_chunk (
    number  INTEGER NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
