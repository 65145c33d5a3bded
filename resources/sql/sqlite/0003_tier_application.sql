-- One press of Apply each, with what the person wanted to say about it.
CREATE TABLE tier_application (
    id             INTEGER NOT NULL PRIMARY KEY,
    at             INTEGER NOT NULL,
    by             TEXT NOT NULL CHECK (by <> ''),
    as_of          INTEGER NOT NULL,
    policy_version INTEGER NOT NULL,
    accounts       INTEGER NOT NULL CHECK (accounts > 0),
    note           TEXT NOT NULL
) STRICT;
INSERT INTO tier_application (at, by, as_of, policy_version, accounts, note)
    SELECT at, min(by), min(as_of), min(policy_version), count(*), '' FROM tier_history GROUP BY at ORDER BY at;
