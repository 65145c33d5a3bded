-- People whom only the first activities of a workspace name: millions of them, packed per account (stub_block.h). Their ids
-- follow each other from first_id. Whoever becomes more than that gets a row in "contact" with the same id, which then
-- counts instead. Later imports write such people into "contact" at once (stub = 1).
CREATE TABLE stub_block (
    account_id INTEGER NOT NULL REFERENCES account (id),
    import_id  INTEGER NOT NULL,
    first_id   INTEGER NOT NULL,
    people     INTEGER NOT NULL CHECK (people >= 1),
    content    BLOB NOT NULL,
    PRIMARY KEY (account_id, import_id)
) STRICT, WITHOUT ROWID;

-- The ids that an import gave to such people: no contact gets one of them anew.
CREATE TABLE stub_run (
    import_id INTEGER NOT NULL PRIMARY KEY,
    first_id  INTEGER NOT NULL,
    last_id   INTEGER NOT NULL CHECK (last_id >= first_id)
) STRICT;
