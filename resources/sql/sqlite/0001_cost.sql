-- campaign: term.id of its name. kind 0 traditional, 1 ABM.
CREATE TABLE campaign (
    campaign  INTEGER NOT NULL PRIMARY KEY,
    kind      INTEGER CHECK (kind IN (0, 1)),
    budget    INTEGER CHECK (budget >= 0),
    start     INTEGER,
    end       INTEGER,
    import_id INTEGER,
    CHECK (start IS NULL OR end IS NULL OR start <= end)
) STRICT;

-- Quantities (hours, months) in ten-thousandths (domain/quantity.h). month: first day of the month, NULL = none named.
CREATE TABLE cost (
    id           INTEGER NOT NULL PRIMARY KEY,
    identity     INTEGER NOT NULL UNIQUE,
    subject_kind INTEGER NOT NULL CHECK (subject_kind BETWEEN 0 AND 3),
    subject      TEXT NOT NULL,
    subject_key  TEXT NOT NULL,
    line         INTEGER NOT NULL CHECK (line BETWEEN 0 AND 3),
    hours        INTEGER CHECK (hours >= 0),
    rate         INTEGER CHECK (rate >= 0),
    amount       INTEGER CHECK (amount >= 0),
    months       INTEGER CHECK (months >= 0),
    month        INTEGER,
    actual       INTEGER NOT NULL CHECK (actual IN (0, 1)),
    import_id    INTEGER
) STRICT;
