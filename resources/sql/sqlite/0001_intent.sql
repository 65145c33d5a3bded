-- Third-party research, clustered by account. Days count from 1970-01-01.
CREATE TABLE intent_signal (
    account_id INTEGER NOT NULL REFERENCES account (id),
    source     INTEGER NOT NULL,
    topic      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    score      REAL NOT NULL CHECK (score BETWEEN 0 AND 100),
    import_id  INTEGER,
    PRIMARY KEY (account_id, source, topic, day)
) STRICT, WITHOUT ROWID;

-- repeat: running number among rows of equal content in one file.
CREATE TABLE intent_event (
    account_id INTEGER NOT NULL REFERENCES account (id),
    source     INTEGER NOT NULL,
    event      INTEGER NOT NULL,
    day        INTEGER NOT NULL,
    count      INTEGER NOT NULL CHECK (count BETWEEN 0 AND 1000000000),
    repeat     INTEGER NOT NULL CHECK (repeat >= 1),
    import_id  INTEGER,
    PRIMARY KEY (account_id, source, event, day, count, repeat)
) STRICT, WITHOUT ROWID;
