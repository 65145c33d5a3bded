-- A period with its accounts in an arm. state 0 planned, 1 running, 2 closed. arm 0 program, 1 hold-out.
CREATE TABLE program (
    id        INTEGER NOT NULL PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
    name      TEXT NOT NULL,
    start     INTEGER,
    end       INTEGER,
    state     INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
    import_id INTEGER,
    CHECK (start IS NULL OR end IS NULL OR start <= end)
) STRICT;

CREATE TABLE program_account (
    program_id INTEGER NOT NULL REFERENCES program (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    arm        INTEGER NOT NULL CHECK (arm IN (0, 1)),
    import_id  INTEGER,
    PRIMARY KEY (program_id, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX program_account_account ON program_account (account_id);
