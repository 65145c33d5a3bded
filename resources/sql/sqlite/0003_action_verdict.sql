-- What people said of next best actions: whether the signal behind one was worth following.
CREATE TABLE action_verdict (
    id         INTEGER NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       INTEGER NOT NULL CHECK (kind >= 0),
    day        INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    by         TEXT NOT NULL CHECK (by <> ''),
    useful     INTEGER NOT NULL CHECK (useful IN (0, 1))
) STRICT;
CREATE INDEX action_verdict_account ON action_verdict (account_id);
