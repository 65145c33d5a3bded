// DuckDB beside Dimsum, on the same two files: reads them into tables (no checks), then the aggregates that scoring needs
// at least: per account the decayed points of 120 days, the points of 13 weeks, the interactions of a window.
//   node duckdb_peer.mjs WORLD DATABASE AS-OF      (needs @duckdb/node-api beside it)
// Prints "import SECONDS" and "aggregates SECONDS", and last-touch and linear attribution where there are deals.
import {existsSync} from 'node:fs';
import {DuckDBInstance} from '@duckdb/node-api';

const [world, database, asOf] = process.argv.slice(2);
const instance = await DuckDBInstance.create(database, {threads: '2'});
const connection = await instance.connect();

async function timed(name, statements) {
    const before = process.hrtime.bigint();
    for (const statement of statements)
        await connection.run(statement);
    console.log(`${name} ${(Number(process.hrtime.bigint() - before) / 1e9).toFixed(3)}`);
}

await timed('import', [
    `CREATE TABLE accounts AS SELECT * FROM read_csv('${world}/accounts.csv', header = true)`,
    `CREATE TABLE activities AS SELECT * FROM read_csv('${world}/activities.csv', header = true)`,
    'CHECKPOINT',
]);
await timed('aggregates', [
    `CREATE TEMP TABLE energy AS
     SELECT account, sum(least(points, 15) * pow(2, -(DATE '${asOf}' - day) / 30.0)) AS energy
     FROM (SELECT account, CAST("at" AS DATE) AS day, contact, count(*) * 3.0 AS points FROM activities
           WHERE CAST("at" AS DATE) BETWEEN DATE '${asOf}' - 119 AND DATE '${asOf}' GROUP BY ALL)
     GROUP BY account`,
    `CREATE TEMP TABLE weekly AS
     SELECT account, (DATE '${asOf}' - CAST("at" AS DATE)) // 7 AS week, sum(3.0) AS points FROM activities
     WHERE CAST("at" AS DATE) BETWEEN DATE '${asOf}' - 90 AND DATE '${asOf}' GROUP BY ALL`,
    `CREATE TEMP TABLE intensity AS
     SELECT account, count(*) AS interactions, count(DISTINCT contact) AS people FROM activities
     WHERE CAST("at" AS DATE) BETWEEN DATE '${asOf}' - 29 AND DATE '${asOf}' GROUP BY account`,
    `CREATE TEMP TABLE ranked AS SELECT a.domain, e.energy FROM accounts a LEFT JOIN energy e ON e.account = a.domain ORDER BY e.energy DESC`,
]);
if (existsSync(`${world}/opportunities.csv`)) {
    await connection.run(`CREATE TABLE deals AS SELECT * FROM read_csv('${world}/opportunities.csv', header = true)`);
    await timed('attribution', [
        `CREATE TEMP TABLE touches AS
         SELECT d.id, d.amount, t.campaign, t."at" FROM deals d JOIN activities t ON t.account = d.account
         WHERE d.status = 'won' AND CAST(t."at" AS DATE) BETWEEN d.closed - 365 AND d.closed`,
        `CREATE TEMP TABLE last_touch AS
         SELECT campaign, sum(amount) AS revenue FROM (SELECT id, amount, arg_max(campaign, "at") AS campaign FROM touches GROUP BY ALL) GROUP BY campaign`,
        `CREATE TEMP TABLE linear AS
         SELECT campaign, sum(amount / touched) AS revenue FROM (SELECT campaign, amount, count(*) OVER (PARTITION BY id) AS touched FROM touches) GROUP BY campaign`,
    ]);
}
connection.closeSync();
