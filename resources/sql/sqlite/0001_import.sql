-- One import of one file; the five outcomes add up to what was read. Runs are kept after they were taken back.
CREATE TABLE import_run (
    id        INTEGER NOT NULL PRIMARY KEY,
    kind      TEXT NOT NULL CHECK (kind <> ''),
    file      TEXT NOT NULL,
    profile   TEXT NOT NULL,
    policy    TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        TEXT NOT NULL,
    read      INTEGER NOT NULL,
    inserted  INTEGER NOT NULL CHECK (inserted >= 0),
    updated   INTEGER NOT NULL CHECK (updated >= 0),
    unchanged INTEGER NOT NULL CHECK (unchanged >= 0),
    duplicate INTEGER NOT NULL CHECK (duplicate >= 0),
    rejected  INTEGER NOT NULL CHECK (rejected >= 0),
    undone_at INTEGER,
    undone_by TEXT,
    CHECK (read = inserted + updated + unchanged + duplicate + rejected),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

-- What a row held before an import changed it, once per row and import. entity: StoredEntity of store/row_image.h;
-- row_key: JSON array of the primary key; image: JSON array of all other columns.
CREATE TABLE import_prior (
    import_id INTEGER NOT NULL REFERENCES import_run (id),
    entity    INTEGER NOT NULL,
    row_key   TEXT NOT NULL,
    image     TEXT NOT NULL,
    PRIMARY KEY (import_id, entity, row_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_prior_row ON import_prior (entity, row_key);
