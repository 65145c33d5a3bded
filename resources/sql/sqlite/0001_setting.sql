-- What belongs to the workspace as a whole. Files with the same number form one version of the schema.
-- Every table is STRICT, so that a file edited by hand cannot hold a text where a number is computed with.

CREATE TABLE setting (
    name  TEXT NOT NULL PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 100),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Grows with every change of what scores depend on, and never goes back, not even on undo.
CREATE TABLE input_revision (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL CHECK (revision >= 0)
) STRICT;
INSERT INTO input_revision (id, revision) VALUES (1, 0);

-- ICP, tier policy and menu: whole documents (json-shapes.md), every version kept; the highest is in force.
CREATE TABLE document (
    kind    TEXT NOT NULL CHECK (kind IN ('icp', 'policy', 'menu')),
    version INTEGER NOT NULL CHECK (version >= 1),
    at      INTEGER NOT NULL,
    by      TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT, WITHOUT ROWID;

-- Saved views of a list, and column mappings of the import wizard (page 'import/<kind>').
CREATE TABLE view_state (
    id       INTEGER NOT NULL PRIMARY KEY,
    page     TEXT NOT NULL CHECK (page <> ''),
    name     TEXT NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL DEFAULT 0,
    body     TEXT NOT NULL,
    UNIQUE (page, name)
) STRICT;

-- One command of a person, newest last: the changeset in undo_part, orders in undo_order, or an import.
CREATE TABLE undo_entry (
    id        INTEGER NOT NULL PRIMARY KEY,
    action    TEXT NOT NULL CHECK (action <> ''),
    argument  TEXT NOT NULL,
    at        INTEGER NOT NULL,
    by        TEXT NOT NULL,
    import_id INTEGER,
    undone    INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

-- A changeset of SQLite's session extension, in parts because no value may be larger than 16 MiB.
CREATE TABLE undo_part (
    undo_id INTEGER NOT NULL REFERENCES undo_entry (id) ON DELETE CASCADE,
    part    INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (undo_id, part)
) STRICT, WITHOUT ROWID;
