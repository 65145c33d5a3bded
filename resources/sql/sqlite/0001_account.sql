-- Words that repeat (industries, activity types, topics, ...) are stored once; rows hold small integers.
-- kind: TermKind of store/term_store.h. key: folded text that compares; label: the first imported spelling.
CREATE TABLE term (
    id        INTEGER NOT NULL PRIMARY KEY,
    kind      INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 99),
    key       TEXT NOT NULL CHECK (key <> ''),
    label     TEXT NOT NULL CHECK (label <> ''),
    import_id INTEGER,
    UNIQUE (kind, key)
) STRICT;

-- Columns that end in a term's name hold term.id; integrity.h checks them. They carry no foreign key because SQLite
-- would look through ten million events for every word that is removed.
-- Accounts without a domain exist only where a file gives none (matched by external id or name then).
CREATE TABLE account (
    id             INTEGER NOT NULL PRIMARY KEY,
    domain         TEXT UNIQUE CHECK (length(domain) BETWEEN 1 AND 253),
    name           TEXT NOT NULL,
    name_key       TEXT NOT NULL,
    external_id    TEXT CHECK (external_id <> ''),
    industry       INTEGER,
    country        INTEGER,
    region         INTEGER,
    employees      INTEGER,
    customers      INTEGER,
    technologies   INTEGER,
    maturity       INTEGER,
    funding        INTEGER,
    owner          INTEGER,
    annual_revenue INTEGER,
    budget         INTEGER,
    acv            INTEGER CHECK (acv >= 0),
    import_id      INTEGER,
    CHECK (domain IS NOT NULL OR external_id IS NOT NULL OR name_key <> '')
) STRICT;

-- Custom fields are rows: no name of a column ever comes from a file.
CREATE TABLE custom_field (
    id        INTEGER NOT NULL PRIMARY KEY,
    key       TEXT NOT NULL UNIQUE CHECK (key <> ''),
    label     TEXT NOT NULL CHECK (label <> ''),
    import_id INTEGER
) STRICT;

CREATE TABLE account_field (
    account_id INTEGER NOT NULL REFERENCES account (id),
    field_id   INTEGER NOT NULL REFERENCES custom_field (id),
    value      INTEGER NOT NULL,
    import_id  INTEGER,
    PRIMARY KEY (account_id, field_id)
) STRICT, WITHOUT ROWID;

-- opt_out: 1 yes, 0 no, NULL not known. stub: 1 = known from an activity only.
CREATE TABLE contact (
    id          INTEGER NOT NULL PRIMARY KEY,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    email_key   TEXT NOT NULL CHECK (email_key <> ''),
    email       TEXT NOT NULL,
    external_id TEXT CHECK (external_id <> ''),
    first_name  TEXT NOT NULL DEFAULT '',
    last_name   TEXT NOT NULL DEFAULT '',
    title       TEXT NOT NULL DEFAULT '',
    buying_role TEXT NOT NULL DEFAULT '',
    opt_out     INTEGER CHECK (opt_out IN (0, 1)),
    stub        INTEGER NOT NULL DEFAULT 0 CHECK (stub IN (0, 1)),
    import_id   INTEGER,
    UNIQUE (account_id, email_key)
) STRICT;
CREATE INDEX contact_external_id ON contact (external_id) WHERE external_id IS NOT NULL;
