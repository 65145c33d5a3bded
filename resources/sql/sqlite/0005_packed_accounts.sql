-- The custom fields that an account comes with stand packed in its row (custom_values.h): as rows of their own they took as
-- long to write as the accounts. account_field holds what is set later and counts instead; NULL = taken away.
ALTER TABLE account ADD COLUMN custom BLOB;
CREATE TABLE account_field_next (
    account_id INTEGER NOT NULL REFERENCES account (id),
    field_id   INTEGER NOT NULL REFERENCES custom_field (id),
    value      INTEGER,
    import_id  INTEGER,
    PRIMARY KEY (account_id, field_id)
) STRICT, WITHOUT ROWID;
INSERT INTO account_field_next SELECT * FROM account_field;
DROP TABLE account_field;
ALTER TABLE account_field_next RENAME TO account_field;

-- The domains of the first accounts of a workspace are packed in order (domain_block.h), a few hundred a row, and the index
-- leaves these accounts out. That no domain comes twice in both together is seen to by whoever adds one (account_store.h).
ALTER TABLE account ADD COLUMN domain_packed INTEGER CHECK (domain_packed = 1);
DROP INDEX account_domain;
CREATE UNIQUE INDEX account_domain ON account (domain) WHERE domain_packed IS NULL;
CREATE TABLE domain_block (
    first     TEXT NOT NULL PRIMARY KEY,
    import_id INTEGER NOT NULL,
    content   BLOB NOT NULL
) STRICT, WITHOUT ROWID;
