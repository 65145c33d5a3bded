-- The index of domains gets a name of its own, so that the first import may build it once at the end.
CREATE TABLE account_next (
    id             INTEGER NOT NULL PRIMARY KEY,
    domain         TEXT CHECK (length(domain) BETWEEN 1 AND 253),
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
INSERT INTO account_next SELECT * FROM account;
DROP TABLE account;
ALTER TABLE account_next RENAME TO account;
CREATE UNIQUE INDEX account_domain ON account (domain);
