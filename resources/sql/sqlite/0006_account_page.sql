-- The first activities of a workspace, and the people whom they name, stand in pages of several accounts (account_page.h):
-- two million rows fewer to write and to read. What a later import changes leaves its page for activity_block.
CREATE TABLE activity_page (
    last_account INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
    import_id    INTEGER NOT NULL,
    rows         INTEGER NOT NULL CHECK (rows >= 1),
    content      BLOB NOT NULL
) STRICT;

-- People as in stub_block, whose rows go on as pages of one account. first_id: of the first of the page; ids run on through
-- its accounts.
CREATE TABLE stub_page (
    last_account INTEGER NOT NULL PRIMARY KEY REFERENCES account (id),
    import_id    INTEGER NOT NULL,
    first_id     INTEGER NOT NULL,
    people       INTEGER NOT NULL CHECK (people >= 1),
    content      BLOB NOT NULL
) STRICT;
INSERT INTO stub_page (last_account, import_id, first_id, people, content)
    SELECT account_id, import_id, first_id, people, content FROM stub_block ORDER BY account_id;
DROP TABLE stub_block;
