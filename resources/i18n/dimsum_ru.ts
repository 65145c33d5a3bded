<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimsum %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account-based marketing plans, ordered like dim sum.

Free software under the GNU General Public License, version 3 or later. Built on Qt %1, SQLite, Eigen, libxlsxwriter, libpsl, uchardet and Bootstrap Icons.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Baseline</name>
    <message numerus="yes">
        <source>Mean μ of the %n week(s) before = %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deviation s = %1, counted as at least %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deviation s = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surge line = μ + %1 × s = %2 + %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks, newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, this week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BuyingRole</name>
    <message>
        <source>role not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget holder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Champion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Executive sponsor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Legal, compliance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>look for anything that is wrong in a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries the file itself, money, capacity, order states and history; lists what is wrong and then ends with 1. Changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All %1 checks passed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 things are wrong; see above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no command “%1”; did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the workspace: a file like plan.dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who does it; kept in the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>who does it; the user of this computer if left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compute for this date (yyyy-MM-dd) instead of today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make the sample workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About 400 made-up accounts with a year of activity, tiers, orders and a running program. An existing file is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to make, like sample.dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its newest day, yyyy-MM-dd (default today)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the sample workspace %1: %2 accounts, %3 orders, as of %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write accounts, contacts, orders, plan, history or enrichment to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or XLSX by the ending of the file. Scores older than the data are refused unless --stale is given; people who opted out never leave, but for --profile full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to write, .csv or .xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how to write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept scores that are older than the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out because they opted out: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out because their consent is not known: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: the scores are older than the data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1 rows to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a made-up market as files that “import” takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the eight canonical CSV files, truth.json with what is true in them, and icp.json. Equal options give equal files on every machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder to write into; it is made if it is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how many activities (default: ten for each account)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another seed gives another market (default 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its newest day, yyyy-MM-dd (default 2026-02-18)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plant nothing: everything is independent of everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote %1 accounts and %2 activities into %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dimsum [FILE.dimsum] opens the window; dimsum COMMAND ... works without one. “dimsum --help” lists the commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimsum plans account-based marketing: accounts in tiers with reasons, plays ordered like dim sum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens the window on this workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does one thing without a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands (WS is the path of a workspace file):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“dimsum COMMAND --help” explains one command. Every command takes --json and then prints one JSON object.
Exit code: 0 done, 1 refused or failed (nothing changed), 2 wrong usage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usage: dimsum %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print one JSON object instead of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>print this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing sets the best customers apart clearly enough to suggest it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ICP has %1 criteria now (version %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, learn or replace the ideal customer profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show prints the criteria as JSON, suggest what the best customers have in common with its figures (nothing is adopted), set replaces the criteria by those of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with set: the new criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows have the type “%2”, which has no points of its own; give it some with “dimsum policy WS set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows: %2 inserted, %3 updated, %4 unchanged, %5 duplicate, %6 rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was a dry run: nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“dimsum undo-import WS %1” takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bring one file in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bad row is rejected with its reason and never stops the file; the same file again changes nothing. --dry-run tells what would happen. Ctrl-C takes back what was done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what the file holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it comes from, like salesforce or hubspot (default: found from its header)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what happens to rows that are known already (default overwrite)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make accounts that the file names and that are not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count what would happen and change nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the rejected rows there, with line, field and reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list the files that were brought in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2  %3  %4: %5 rows, %6 inserted, %7 updated, %8 rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (taken back)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was imported yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu has %1 plays now (version %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved %1 plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, replace or approve the menu of plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show prints program, envelopes and plays as JSON; set replaces them by those of a file; approve turns drafts into plays that reps can order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with set: the new menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move one order to another state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>States: requested, approved, rejected, in production, delivered, cancelled, waiting on rep (write in-production, waiting-on-rep). Only the moves that an order&apos;s life allows are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the order&apos;s id, the beginning of it, or its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why; a rejection needs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with delivered: what it cost in the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a marketer&apos;s reason to go over an envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order #%1 (%2 for %3) is %4 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make an empty workspace with the default policy, points and menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An existing file is never overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file to make, like plan.dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zone of its calendar, like Europe/Madrid (default UTC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its one currency, an ISO 4217 code (default USD)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its name (default: the name of the file)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made the workspace “%1” in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2: %3, %4 %5, due %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>place one slip of plays for an account, whole or not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same --id again changes nothing and shows the orders that it placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account: web domain, external id or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>codes of the plays to order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own id of the slip, so that it cannot be placed twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what a play needs to know, like message=Hello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only orders in this state: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only orders placed in this tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#%1  %2  %3  %4: %5, %6 %7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (overdue)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set the tier of an account by hand until a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pin stands beside the computed tier and ends by itself after its date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its web domain, external id or name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last day of the pin, yyyy-MM-dd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why; everybody can read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: a must-have of the ICP rules this account out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned %1 to tier %2 until %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy has version %1 now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show or replace the tier rules, points and windows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show prints the policy as JSON with its version. set takes a file; a key that is missing means its default, and a version that is not the current one is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with set: the new policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program %1: %2 accounts, %3 held out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show, replace, start or close the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A program is a period with the accounts that marketing works on, and those held out for comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with set: the new program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score every account and propose its tier; with --apply put the tiers in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without --apply nothing but the kept scores changes; with it each move is written to the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the proposed tiers in force; needs --by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1: %2 in tier 1, %3 in tier 2, %4 in tier 3, %5 in none. Moved: %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of %1: %2 in tier 1, %3 in tier 2, %4 in tier 3, %5 in none. Would move: %6.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>render a page of the window to a picture, without a display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace stays as it is. Pages: today, accounts, icp, tiering, menu, orders, exchange, settings, first-run, components.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where the picture goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size of the window, 960x640 to 8000x8000 (1440x900)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels per unit, 0.5 to 4 (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en, zh_TW or ru</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account that the page shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 x %3 pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take one import back, updates included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“dimsum imports WS” lists the ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give the tier of an account back to the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no longer pinned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Criterion</name>
    <message>
        <source>Industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technologies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has any of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has all of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EngagementReceipt</name>
    <message>
        <source>One person on one day counts at most %1; halved every %2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age, days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week 0 = capped points of the last 7 days = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≥ %2 and ≥ %3: surge, the first activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≥ %2 and ≥ %3: surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≥ %2, but below the %3 points that a surge needs: no surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &lt; %2: no surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>E = sum of what is left of the last %n day(s) = %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Engagement = 100 × (1 − 2^(−%1 / %2)) = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement: yes, %1 points of counting activities in %3 days ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement: no, %1 points of counting activities in %3 days &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 belongs to a mail provider, not to one company. Write the company&apos;s own domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could be day first or month first. Choose the date style of the file, or write it like 2025-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has more decimals than the currency of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a network address, not a web domain. Write the company&apos;s domain, like acme.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is a public ending that many companies share. Write the company&apos;s own domain, like acme.co.uk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is empty: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is in another currency than this workspace. Convert it, then import the row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than any amount that can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than any count that can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is negative, which this field cannot be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is neither yes nor no. Write true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no column of this kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a date and time. Write it like 2025-03-31T14:05:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a date. Write it like 2025-03-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a month. Write it like 2025-03.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number of 0 or more with at most four decimals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a number. Write it like 1234.5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a web domain. Write it like acme.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an amount of money. Write it like 1234.50.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not one of the choices here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not one of the words for this field: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2. It is “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 must be one of: %2. It is “%3”; did you mean “%4”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a value, and it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs a whole number from %2 to %3, not “%4”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 needs an existing date like 2026-02-18, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is given twice; give it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 is missing: --%1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 needs a value: --%1 %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--actual needs an amount in %1 like 1234.50, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--apply needs --by WHO, because the history says who moved the accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--input needs NAME=VALUE, like message=Hello, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--kind: “%1” is nothing that can be imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--language is en, zh_TW or ru, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--play has an empty code; write the codes with a comma between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--scale is a number from 0.5 to 4, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size is WIDTHxHEIGHT, 960x640 to 8000x8000, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--state: “%1” is no state of an order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>... and %1 more of the same kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A capacity is 0 or more, or null for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost is an amount of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost is zero or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cost line &quot;%1&quot; needs %2. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A later import builds on this one. Undo import %1 first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A limit per account is 0 or more, or null for no limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A must-have cannot ask whether a field is known: an unknown must-have never disqualifies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A row of “%1” refers to a row of “%2” that does not exist (row %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A scope names exactly one of tier, campaign and play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet holds %1 rows at most. Export this table as .csv instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is too long to be kept in “%1”. Shorten it to under 16 million characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tier is 1, 2 or 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in this row is longer than 1 MiB. Shorten it and import the row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A version of the document “%1” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account %1 has a tier history and no tier in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account %1 has an amount of money that is out of range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts of import %1 are in a program. Take them out of it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts of import %1 are pinned to a tier. Unpin them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity %1 belongs to a person who does not exist or works for another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activity %1 lies before the year 1700 or after 4000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An ACV is zero or more, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An approval is none, always or {&quot;above&quot;: amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An intent signal of account %1 has an impossible date or score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order that is %1 cannot become %2. It can become: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to “%1”. Wait for it to finish, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program keeps changing the workspace. Try again when its import is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts were added by hand to accounts of import %1. Undo adding them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope “%1” has no room for what this order cost. Raise its limit, or override with a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope “%1” has spent or promised more than this limit. Raise the limit, or cancel orders first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope “%1” holds more than its limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope “%1” is over its limit, and nobody gave a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields of accounts of import %1 were filled in by hand. Undo that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason for the pin: whoever looks at the account later reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the last day of the pin, like 2025-12-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a date as in &quot;2025-07-01&quot; is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a list is needed, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a number above %1 and up to %2 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a number from %1 to %2 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a number of 0 or more with at most 4 decimals is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a text is needed, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here a whole number from %1 to %2 is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here an amount of 0 or more is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here an object is needed, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here true or false is needed, not %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID must be the number of an import, not “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 was taken back before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead days are a whole number from 0 to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money is a text as in &quot;49999.99&quot; or a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one tier that may order this play.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name at least one value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the campaign that this envelope pays for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the code of another play as the cheaper one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the file gives &quot;%1&quot; or an event. Choose the column that holds one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the file gives &quot;%1&quot; or the stage. Choose the column that says whether a deal is open, won or lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the file gives &quot;%1&quot;, which every row needs. Choose the column that holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No column of the file says which company a row is. Choose the column for &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No field was named for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No play of this order asks for “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No play was chosen. Name at least one of the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder can be made. Check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No temporary folder can be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open. Open or create one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace was named. Give the name of a file that ends in .dimsum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the ordered plays asks for “%1”. “dimsum menu WS show” tells what each needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is scored yet. Run “dimsum retier” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunity %1 lies before the year 1700 or after 4000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 has no audit log.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is approved and does not say when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is delivered without a cost, or has one without being delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is for another account than its slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 is in %2, which is not the currency of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 made a move that does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order %1 waits and does not say since which state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play “%1” has open orders, so it cannot be dropped. Retire it instead (status “retired”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play “%1” is ordered %2 times already, more than this capacity. Raise the capacity, or cancel orders first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play “%1” is ordered more often for account %2 than one account may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play “%1” is ordered more often than its capacity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays were ordered for accounts of import %1, and orders are never deleted, so it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plays were ordered in a program of import %1, and orders are never deleted, so it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who does this: the history keeps the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who moves the order: the audit trail keeps the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say who orders: the audit trail keeps the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why: a rejected order needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several accounts are called “%1”. Name the account by its web domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several accounts go by “%1”. Name the one you mean by its domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several orders begin with “%1”. Give more of the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip %1 has lost its orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else applied tiers meanwhile. Run the tiering again, then apply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. No sample was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account &quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has “%1” already, %2 of at most %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is a hold-out of the program: it gets no plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is in no tier. Apply the tiers or pin one before ordering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not in this workspace any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account “%1” is in the list twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account “%1” is in the workspace already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log of order %1 does not begin with its placing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log of order %1 does not follow on from line to line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The audit log of order %1 has a gap: a line was removed or added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup could not be checked, so nothing was changed. Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup “%1” cannot be written. Check the folder&apos;s permissions and free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The change was taken back because of an earlier error. Nothing was changed; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code &quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code “%1” belonged to a play that was ordered, and codes are never used again. Choose another code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are mapped for %1, and the file is to be imported as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contact is not at this account any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The counts of import %1 do not add up to what was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data changed after they were scored for %1. Run “dimsum retier” again, or export the old scores on purpose with --stale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data changed while they were scored. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The default amounts are not scaled for %1: check the ACV thresholds of the policy and the prices of the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so nothing was changed in “%1”. Free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: %1 KiB are free. Make room or choose another folder. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reported an error while “%1” was used; nothing was changed. Check the disk and its free space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The domain is the key of an account and stays as it is (“%1”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end %1 lies before the start %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be opened. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read. Check that it is still there and that you may open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be written (%1). Check the folder and its permissions. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be read to its end. Check the disk or the network drive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has more than 16 MiB; a document like this is smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file itself is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file name must end in .csv or .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 for saved profiles cannot be made. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder “%1” cannot be made. Choose a place where you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four weights of the priority must add up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The limit of an envelope is 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The max is below the min.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu belongs to a program of import %1, so it cannot be taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu belongs to the program “%1”, not to “%2”. Give the program with its start and end to begin another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu has no play “%1”. Look at “dimsum menu show” for its plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu that is stored in this workspace cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overbooking of play “%1” is not what its overrides need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overdraft of envelope “%1” is not what its overrides need.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page did not come to rest; no picture was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture %1 cannot be written. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The places taken of play “%1” are not the number of its orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The play needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The play “%1” has open orders and cannot be dropped. Keep it with the status “retired” until they are delivered or cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of this play is too large.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile cannot be saved in %1. Check the folder and its free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program does not run today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program ends before it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program needs a first day, as in 2025-07-01.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program needs a last day, as in 2025-09-30.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” is closed. Set the menu of the next program before ordering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” is not running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” of the menu is missing in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program “%1” was started before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quotation mark opened on line %1 is never closed, so everything after it was read as one value. Close it and import the rows again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The role &quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The row that starts on line %1 is longer than 8 MiB. Check the delimiter, and look for a quotation mark that is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows were not counted right, so nothing was imported. Please report this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this Dimsum cannot be built. Install Dimsum again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The score %1 is not between 0 and 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scores are of revision %1, which the data have not reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip %1 was placed before with other plays or for another account. Use a new id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source profile “%1” is for %2, not for %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of order %1 is not the one that its audit log ends with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier history of account %1 does not follow on from line to line (line %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier history speaks of policy version %1, which does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier in force of account %1 is not the last one applied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The view “%1” is gone. Save it under a new name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The web domain is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window is 30, 60, 90 or 120 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook cannot be written (%1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace counts in the time zone “%1”, which this computer does not know. Install its time zone data (package tzdata).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace does not know how often its data changed (“%1”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace does not say in which currency and time zone it counts. Open a copy of it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has no document “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace has rows that refer to nothing, so it was not brought up to date. Run “dimsum check”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace holds tables, triggers or views that Dimsum did not make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is damaged: its list of tables cannot be read. Open the newest backup instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was not read in time; no picture was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than 65,000 activity types or product areas. Check which column was imported as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are more than 65,000 intent sources or event types. Check which column was imported as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are rows of import %1, which does not exist or was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a view “%1” already. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account with the domain %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account “%1” in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account “%1”. Import it first, or let unknown accounts be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no currency “%1”. Give the three letters of ISO 4217, like USD or EUR.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no export profile &quot;%1&quot;. Choose one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder &quot;%1&quot;. Create it or choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder “%1”. Make it first, or choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no import %1. “dimsum imports” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option %1 here; did you mean --%2?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no order “%1”. Look at “dimsum orders” for their names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page %1 in this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no play &quot;%1&quot; on this menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no play “%1” on the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source profile “%1”. Leave it out, and Dimsum finds one from the header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such key here. Check its spelling or take it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no threshold &quot;%1&quot; for %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Give one like Europe/Berlin or UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace file %1. Check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no workspace “%1”. Check the name, or make one with “dimsum new”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for “%1”. Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing called “%1” to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing of that name to export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Dimsum works with workspace files only, not yet with a server. Give the name of a file that ends in .dimsum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be taken back or repeated: the same things were changed since. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This deal is %1 but has no close date. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a device, not a file. Give the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a folder. Give the name of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a workbook or archive, not a text table. Save it as CSV and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an old Excel workbook, not a text table. Save it as CSV and import that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no valid JSON: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not UTF-8 text. Save the file as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a regular file. Choose a CSV or TSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a text table. Choose a CSV or TSV file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is given twice. Keep one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This key is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This must not be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is %1, which is final. Place a new order instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has %1 values, the header has %2 columns. Check for a missing quotation mark or delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has more than 1,000 values. Check the delimiter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has neither a web domain nor an id nor a name, so no account can be made of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row has no %1. Fill it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row holds a NUL character, which is no text. Remove it and import the row again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row holds both a score and an event. Put them into two rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row holds bytes that are no text in the chosen encoding. Choose another encoding or mend the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row holds neither a topic with a score nor an event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This row is there already and differs; the policy “create” leaves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is longer than the %1 characters that a cell holds. Export this table as .csv instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1 is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers were applied to accounts of import %1. Undo applying them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns are read as &quot;%1&quot;. Choose one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two rules are called &quot;%1&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 of the menu is missing in this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1 was changed meanwhile: version %2 is in force. Show it again, then make your change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %2 of the document “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What an order really cost is told when it is delivered, not before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What envelope “%1” has committed is not the sum of its approved orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What envelope “%1” has reserved is not the sum of its requested orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What envelope “%1” has spent is not the sum of its delivered orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With what is stored this campaign would end before it starts. Give both dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be excluded; what can is customers and open_deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more decimals than %2 has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty or the same source as another key here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty or the same type as another key here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is given twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount of money; write it as in &quot;49999.99&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no arm; it is program or holdout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no attribution model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no buying role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no class; it is firmographic or technographic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no code: use 1 to 40 of a-z, 0-9 and -.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no cost line; it is hours, media, production or fee.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of source; it is co-op, review, bidstream or other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no personalisation; it is 1:1, 1:few or 1:many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no status; it is draft, approved or retired.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no test; it is one_of, between, has_any, has_all or known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large an amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;between&quot; needs a min, a max or both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be opened. Check that you may read and write this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be read. Check that you may open this file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check that you may change this file and its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written. Check the folder&apos;s permissions and free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be written. Choose a place where you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” costs more than the %2 that are left in the envelope “%3”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” did not accept the change (%2). Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” ends neither in .csv nor in .xlsx, so it is not clear what to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has more decimals than the currency of the workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” holds tables, triggers or views that Dimsum did not make. It is not opened, because they could change your figures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a contact of this account already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a database of another program, not a Dimsum workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is a draft. Approve the menu before it is ordered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is damaged. Open the newest backup instead; this file was not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is larger than an amount can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no UUID. Leave the id out to have one made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no amount of money. Write it like 50000 or 49999.99.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no buying role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no state of an order. States: requested, approved, rejected, in-production, delivered, cancelled, waiting-on-rep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a Dimsum workspace. Choose a file that Dimsum made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a file. Choose a workspace file that ends in .dimsum.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not on the menu of the account&apos;s tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of: %2. Did you mean “%3”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one word too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is retired and cannot be ordered any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is sold out: %2 of %3 places are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already. Choose another name, or open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” lies where safe writing is not possible (a network folder?). Move it to a local disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” looks like another spelling of “%2”. Nothing was changed; mend it in the source if they are one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” names a word that does not exist or is of another kind (number %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” reaches nobody here: no contact is %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” still needs: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a newer Dimsum (format %2, this one reads up to %3). Update Dimsum to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” was written by a newer Dimsum. Update Dimsum to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” would be ready on %2, after the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FitReceipt</name>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, must-have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ICP yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit does not exist before the ICP has criteria.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of yes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of all: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The must-have “%1” is not met, so fit is 0 and no tier rule matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit = 100 × %1 / %2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of unknown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible fit, if every unknown were yes = 100 × (%1 + %2) / %3 = %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every field that the ICP asks for is known: fit cannot change by enrichment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ImportWords</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One company per row: domain, name, industry, size, ACV, owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People at accounts, with role and opt-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deals with amount, stage and dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First-party touches: visits, webinars, meetings, replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Third-party research: topics with scores, or counted events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What assets, campaigns, plays and platforms cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Campaigns with budget and dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which accounts are in the program and which are hold-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text, zeros kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain, match key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account, match key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>domain, then CRM id, then name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail within the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id; rows without one by all their values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account, source, topic and date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all values of the row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the campaign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>account and program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill empty fields only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only add new rows, list the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only add new rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is newer: its values replace what is stored, an empty cell clears.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is stored stays; the file fills what is not known yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known rows stay as they are; those that differ are listed in the report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known rows stay as they are, without a word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comma ,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>semicolon ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar |</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1,234.56</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1.234,56</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2026-02-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month first: 02/18/2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day first: 18.02.2026</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentReceipt</name>
    <message>
        <source>in the mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hot</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Newest score of each topic in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted events</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Intent = 0: no score counts in the last %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Intent = mean of the %n highest = (%1) / %n = %2</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No surge can be told: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week 0 = sum of the newest score of each topic in it = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≥ %2, and a topic of %3 or more in week 0: surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ≥ %2, but no topic of %3 or more in week 0: no surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 &lt; %2: no surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: points P = %2, halved every %3 days; score = 100 × (1 − 2^(−%2 / %4)) = %5; in the mean from %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent: yes (a topic of %1 or more, or a surge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent: no (no topic of %1 or more, no surge)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum of scores</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JourneyKind</name>
    <message>
        <source>mail, ad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meeting, demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>just right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier, not in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disqualified: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, up to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OrderState</name>
    <message>
        <source>requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting on rep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaletteEntries</name>
    <message>
        <source>Account · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyWords</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule “%1” removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule “%1” added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rule “%1” changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order of the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave out open deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent intent from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent surge above σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent engagement from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent engagement days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at least %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Hide “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort downwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit widths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Tier 1, just right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 2, too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 3, too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ideal customer profile yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded: is a customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded: has an open deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must-have not met: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible fit %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>possible fit %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hottest topic %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hottest topic %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent surge %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no intent surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recent points ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 recent points &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement surge %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engagement surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement %1 ≥ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement %1 &lt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not high intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved down: the tier above is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by hand until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too big</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engaged, no intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScoreReceipt</name>
    <message>
        <source>disqualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 if enriched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every criterion met</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 by weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>no signal in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>mean of %n topic(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>surge, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surge this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>no activity in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 points in %2 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force: %1, pinned until %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit, priority and tier need an ideal customer profile: describe it on the ICP page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force: %1. Applying the tiers would make it: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority: no ICP yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipPrint</name>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes to approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre-approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order slip: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered %1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of %1, by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Total, %n play(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Order slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the slip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusWording</name>
    <message>
        <source>import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit of accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new contact %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit of contact %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pin of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpinning %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the tier policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approval of the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>start of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closing of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>order for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move of order %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · starts %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · ended %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · day %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent feed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM hh:mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy v%1, applied %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy v%1, not applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TableExport</name>
    <message>
        <source>%1 rows written to %2, as of %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n opted-out contact(s) left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) without consent data left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrichment list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores, tiers, rules and reasons, one row per account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People who may be written to; opted-out ones never leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every order with state, price and dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row per order with account, tier, reasons, price and due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every tier that was applied, when, by whom and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts whose tier would change if empty fields were filled, and which ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TierReceipt</name>
    <message>
        <source>no test: everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules in their order; the first that holds wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>barred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before capacity: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier above is full, so capacity moves the account to: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity moves nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier has been applied to this account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last applied: %1 on %2 by %3, policy version %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ICP yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority = %1 = %2, shown as %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>ACV rank = 100 × the share of the %n account(s) in the program with a lower ACV</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;sample workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample is being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in accounts, contacts, activities, intent or deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: &amp;light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme: &amp;dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no page after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ind anything…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account, a play or an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Score again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeps the scores of today, so that exports can use them. Moves no tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is whole: %1 rules checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Dimsum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountConditions</name>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not touched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Other…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not touched for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit at least, 0 to 100:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV at least:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountDock</name>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not in the workspace any more. Undo brings it back, if it was taken away just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an account in the list to see its figures, people and orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;menu card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pin tier…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Unpin tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier of this account is not pinned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;contact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit contact…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a person in the buying committee first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show tier &amp;history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinning the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpinning the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountForm</name>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Edit %n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>acme.com, or a web or e-mail address of theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ticked fields are changed. An empty value makes the field unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>several values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountHead</name>
    <message>
        <source>%1 employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) on a draft slip</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>More for this account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountTableModel</name>
    <message>
        <source>Respond to surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chase late delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at rejection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place draft slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order a first play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disqualified by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1, up to %2, threshold %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent %1, surge this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement %1, surge this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 until %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>External id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Industry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Employees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revenue, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Technologies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maturity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Funding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last touch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposed tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Won deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open deals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountTabs</name>
    <message>
        <source>Views of the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 1, no play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save this view under a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace by what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove view</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::AccountsPage</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which columns are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write accounts, plan, contacts or history to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 fit the ICP · %3 in a tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · no ICP yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s), mean</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 surging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) set.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is in this view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account has “%1” as its owner. Your name stands in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another view may hold some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a file of companies from your CRM or a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 1: %1 · Tier 2: %2 · Tier 3: %3 · none: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the saved views</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removing the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is computed and takes no pasted values. Start in another column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select some rows and stand in a column that can be edited.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adding the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Edit %n account(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Paste into the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;menu card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose &amp;columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport accounts…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ApplyBar</name>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ChartView</name>
    <message>
        <source>Week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surge line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as chart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::Chip</name>
    <message>
        <source>Filter: %1 %2 %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %3. Click to change, Delete to remove.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ColumnChooser</name>
    <message>
        <source>Find a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, ticked ones are shown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CommandPalette</name>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CommitteeDialog</name>
    <message>
        <source>Roles a buying committee needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CommitteePanel</name>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last activity %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out: never part of a hand-off or export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>known from an activity only: no hand-off until consent is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contact yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying committee</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opted out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is known in this role. Enter or a double click adds a contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n role(s) engaged</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>nobody known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the ICP names no roles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person per role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ComponentGallery</name>
    <message>
        <source>Component gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimsum, components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text 13, small 12, caption 11, section 15, title 19, figure 22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type in three scripts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>panel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accent tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bamboo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bamboo tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers: shape, weight, digit, colour; steam marks a surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Controls: normal, hover, pressed, focus, disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Board</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>W-shaped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>selected: a bar and a tint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard focus, not selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled: reason follows in text 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows in their states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gauges: delivered solid, committed lighter, reserved hatched, this slip counter-hatched, limit as a tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 1 with a slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 3, 3,000 over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages stand beside their cause, never in a pop-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>41 rows have no domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier 2 needs $5,000 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring 12,408 accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by D. Okafor at 10:42</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty, no result, no permission, too few</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a play on the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three filters are set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can look at the policy, not apply it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few to tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>28 accounts, 30 needed in each group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt and charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority 83.3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to 94 if enriched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surge, mean of 3 topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>surge this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent over 16 weeks, 262 this week, above the surge line of 187.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ContactDialog</name>
    <message>
        <source>Add a contact at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a contact at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The e-mail address is the key of a contact and stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known from an activity only. Once changed here, the contact may be part of a hand-off unless it has opted out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has &amp;opted out: never part of a hand-off or export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buying &amp;role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A contact needs an e-mail address: it is the key.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CountsBar</name>
    <message>
        <source>Outcome of the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, %2 updated, %3 unchanged, %4 duplicate, %5 rejected, %6 read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CountsPanel</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;No problems&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Problems&lt;/b&gt; %1 rejected, %2 with a warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CriterionDialog</name>
    <message>
        <source>Change the criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values that the accounts have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others, separated by ;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no lower end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no upper end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must-have: an account that says no is disqualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The field must be filled in; any value will do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ield</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;est</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Weight, 1 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Write a number, such as 250.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least one end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lower end is above the upper one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick at least one value.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::CriterionTableModel</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must-have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must-have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::DealsSection</name>
    <message>
        <source>won %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>created %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>campaign: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 won, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none open or won</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::DishHead</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready, lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::DishModel</name>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sold out: %1 of %2 places are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already ordered, %1 of at most %2 per account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs more than the %1 left in the envelope “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready %1, after the program ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No contact in this role: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still needs: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ES</source>
        <comment>executive sponsor</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DM</source>
        <comment>decision maker</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BH</source>
        <comment>budget holder</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CH</source>
        <comment>champion</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IN</source>
        <comment>influencer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EU</source>
        <comment>end user</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LC</source>
        <comment>legal and compliance</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, cannot be ordered: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, ready %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::DockSection</name>
    <message>
        <source>Fold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::EnvelopeCard</name>
    <message>
        <source>Envelope of Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no envelope: nothing limits this tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered %1, committed %2, reserved %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 over&lt;/b&gt; %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; left of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::EnvelopeGauge</name>
    <message>
        <source>Envelope of Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ExchangePage</name>
    <message>
        <source>Hand out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or XLSX, whole or not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How CSV files are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For people: formulas guarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Excel: with byte order mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For programs: nothing guarded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full backup: opted-out contacts, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>files in, files out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Drop a file anywhere on the window&lt;/b&gt;&lt;br&gt;Accounts, contacts, deals, activities, intent, costs, campaigns: CSV from any CRM or spreadsheet. Encoding, delimiter and columns are found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each can be taken back, updates included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list of imports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken back by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new rows go, changed rows get back what they held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file to import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An import is running. Wait for it, or cancel it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n import(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export: %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo the selected import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an import that is in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FieldsSection</name>
    <message>
        <source>All fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n known</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 known, %2 unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FirstRunPage</name>
    <message>
        <source>The file is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workspace holds your accounts, tiers, menus and orders.
Every change is kept at once and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made-up companies in a running quarter, in a file that you can delete.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with my accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV or Excel from your CRM. You see a check before anything is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect to the team…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in this version: a workspace is a file, not a PostgreSQL server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A .dimsum file from a colleague or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a file anywhere on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. They will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three steps to the first order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick criteria for the ideal customer, or take them from your best ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set thresholds and places, watch the counts and the moves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve the plays. Sales ticks, marketing cooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FitDelegate</name>
    <message>
        <source>disqualified: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FormatForm</name>
    <message>
        <source>What the file &amp;holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it comes &amp;from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row names the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Encoding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns end &amp;with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encoding is a guess: look whether the letters below are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The delimiter is a guess: look whether the columns below are right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers like 1,234 can be read in two ways: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates like 03/04/2026 can be read in two ways: choose one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::FunnelView</name>
    <message>
        <source>Funnel from the market to the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Market (TAM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fit too little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 disqualified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 customers left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with open deals left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 hold-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 match no rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 below, taken by a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without a place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moved down by capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pinned out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pinned in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 accounts, ACV %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::HistorySection</name>
    <message>
        <source>no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pinned until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was pinned until %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>applied by %1 for %2, policy version %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rule holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · policy %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tiers applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::IcpPage</name>
    <message>
        <source>Criteria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit is the weight that says yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the criterion up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the criterion down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criterion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Criteria of the ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No criteria yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what a fitting account is, or learn it from the best customers below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a criterion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn from the best customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suggests, never adopts by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adopt selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the best customers have more often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best customers bought at least twice, far enough apart. What they have more often than the market is tested and shown with its interval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the market to the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the fit figures as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts, by fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth enriching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the enrichment list to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the enrichment list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts worth enriching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage of the fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Buying committee&lt;/b&gt; no roles required. &lt;a href=&quot;#&quot;&gt;Choose…&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Buying committee&lt;/b&gt; %1. &lt;a href=&quot;#&quot;&gt;Change…&lt;/a&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>version %1 · %2 of %3 accounts fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 accounts have a fit of at least %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth enriching %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier if known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields to fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts that have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n criteria</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) worth enriching</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparing the best customers with the market…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning from the best customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 best customers&lt;/b&gt; of %2 with enough won deals; %3 days must lie between two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to learn from yet: bring in won deals.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nothing is significant.&lt;/b&gt; %1 values were tested and none is more frequent among the best than chance explains: no criterion is suggested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tested values stand out (lift at least 1.2, q at most 0.05). Select some and adopt them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load an ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICP (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a criterion first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a &amp;criterion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the criterion…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles of the &amp;buying committee…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Learn from the best customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load an &amp;ICP…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the ICP as a &amp;file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ImportWizard</name>
    <message>
        <source>&lt;b&gt;If the workspace knows a row already&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make accounts that are named and not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save rejected rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import another file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps of the import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the file is read, first %1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One bad value never stops the file. Rejected rows can be saved, mended and imported again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Importing&lt;/b&gt; %1 of %2. Cancel leaves nothing behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dry run&lt;/b&gt; comes with the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Rows are matched by&lt;/b&gt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) rejected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 new, %2 updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: matching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next: check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be imported; the message above says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row can come in as it is. Go back and change the mapping, or save the rejected rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dry run&lt;/b&gt; running, nothing is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Checking every row.&lt;/b&gt; Nothing is written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dry run&lt;/b&gt; did not finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Dry run&lt;/b&gt; nothing is written yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 rows were read.&lt;/b&gt; %2 are new, %3 change what is stored, %4 are as stored already, %5 stand twice in the file, %6 are rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) would be made.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are known from activities only; they get no hand-off until consent data arrive.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The whole import can be taken back at any time, updates included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Importing.&lt;/b&gt; Cancel leaves nothing behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Imported&lt;/b&gt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Done.&lt;/b&gt; %1 rows read: %2 new, %3 updated, %4 unchanged, %5 duplicate, %6 rejected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping is kept: the next file with these columns is mapped like this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Types of activity without points.&lt;/b&gt; Until they get some, each counts as unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points are stored in policy %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving the rejected rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rejected row(s) saved to %1, each with its line, field and reason.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Taking the import back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;The import was taken back.&lt;/b&gt; The workspace is as it was before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::JourneyPanel</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2: %3, %n point(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Journey, 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey, 12 weeks; the arrow keys walk through it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the journey as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no activity in 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n touch(es)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::Languages</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::LinesPanel</name>
    <message>
        <source>Where the lines fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the figures as tables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts that fit, by ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts, by fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts that fit, by ACV (%1 without ACV not drawn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not in a tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 accounts fit and have an ACV; %2 of all accounts would be in Tier 1, %3 in Tier 2, %4 in Tier 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit %1: %2 accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 accounts have a fit of at least %3.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MainToolBar</name>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is computed for this date. Fields of accounts are today&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is computed for today. Choose a date to look back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Messages, %n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <extracomment>Format of the date in the tool bar: &quot;Wed 18 Feb 2026&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an account, a play or an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MainWindow</name>
    <message>
        <source>Somebody else changed this workspace; what you see is read again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the new workspace as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with my accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimsum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version has no page for that yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version imports on the command line: dimsum import.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1 shows all shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MappingTable</name>
    <message>
        <source>Columns of the file and what they mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column in the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MarkLegend</name>
    <message>
        <source>Legend: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MenuAccountModel</name>
    <message>
        <source>draft slip, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>hold-out: no plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no play yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MenuOverview</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lead, days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load menu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save menu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Approve %n draft(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Approving the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load a menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MenuPage</name>
    <message>
        <source>Plays of the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole menu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All plays of the program with status, price and places; approve, load, save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the menu card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A hold-out of the program: it gets no plays, so that their effect can be measured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is in no tier. Apply the tiers, or pin one to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No accounts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu is ordered for an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account is in a tier yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the tiers first; each tier has its menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open tiering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be ordered here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose “All plays” above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The menu of this tier is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marketing approves plays in the whole menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All plays %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orderable %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaches silent roles %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tinted: no contact of the account has this role yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ticked, &lt;b&gt;Space&lt;/b&gt; ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · version %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n play(s) ticked, %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All inputs filled in</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Envelope left %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu version %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placing the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was ordered. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking the order back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip was saved to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a play first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip cannot be placed yet; it says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;lear slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place over the &amp;envelope…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place over the envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the envelope may be exceeded:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No envelope is exceeded by this slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P&amp;rint slip…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save slip as P&amp;DF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole menu…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appro&amp;ve draft plays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approving the menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MessagePanel</name>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MessageStack</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::MeterDelegate</name>
    <message>
        <source>too few to tell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>dimsum::NotificationList</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::OrderPanel</name>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait on rep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an order to see its story and what can be done next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audit trail of the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, was %1; its clock is paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>counted from the approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is in no tier now; the order stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the account is in Tier %1 now; the order stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>placed, %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::OrderTableModel</name>
    <message>
        <source>delivered %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>after approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::OrdersPage</name>
    <message>
        <source>Overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the audit trail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open · %2 overdue · %3 to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n condition(s) set.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Clear all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick a play on the menu of an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, in words the rep can use:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deliver the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it cost, %1:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an amount. Write it like 1250.00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an order first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An order that is %1 cannot go there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::OrdersSection</name>
    <message>
        <source>after approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No. %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered as Tier %1; the tier has changed since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Draft slip: %n play(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ticked, but not ordered yet. Enter or a double click opens the menu card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not placed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open, %2 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All orders of this account (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::PinDialog</name>
    <message>
        <source>Pin the tier of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>such as: the CEO asked for a workshop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last &amp;day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pin stands beside the computed tier until its last day, and takes a place of the tier. It can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (computed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This day is past: the pin would count only for scores of earlier dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is disqualified (must-have not met: %1). The pin stands all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a reason: whoever looks at the account later reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pin needs a reason.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::PolicyHistory</name>
    <message>
        <source>Policy history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ReceiptDialog</name>
    <message>
        <source>Receipt of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies all pages as tab-separated text, to paste into a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ReceiptView</name>
    <message>
        <source>unknown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fails: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy receipt</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::RowDelegate</name>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::RuleDialog</name>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Possible fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the rule “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the rule a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another rule is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the ACV as an amount like 50000, or pick a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 as a number from 0 to 100, or pick a threshold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::RulesPanel</name>
    <message>
        <source>ours, not in the articles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wins before all others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in order, the first that holds wins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a rule at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV at least, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit at least, rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV at least, rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent needed, rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement needed, rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change, move or remove this rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for rule %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any, also unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 max</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything else, %1 of it disqualified</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ScoreStatus</name>
    <message>
        <source>%1 %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data changed since scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores up to date</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::SettingsPage</name>
    <message>
        <source>Every change counts at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of this program on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who I am</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My &amp;name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in orders, pins and tier moves that you make.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::SettingsStrip</name>
    <message>
        <source> σ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent intent means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a topic at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or surge above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent engagement means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no customers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave accounts with a won deal out of the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no open deals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave accounts with an open deal out of the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places in Tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights add up to %1 and must add up to 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority: weights are %1, not 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority, weights</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by action or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an action in the table first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”. Choose other keys or take them away there first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::SliderSpin</name>
    <message>
        <source>was %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::SlipPanel</name>
    <message>
        <source>Contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date, like 2026-02-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Roles reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note to marketing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What marketing should know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the order back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ticked yet. Tick a play on the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goes to approval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pre-approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft for %1, kept automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Total, %n play(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tier %1 envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Envelope “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 left with this slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more than is left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, if approved today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 plays need it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place order, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::SuggestionTableModel</name>
    <message>
        <source>%1: %2 of %3 best customers, %4 of %5 in the market, Fisher p %6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best customers more often have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Among the best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the market</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TierBadgeLabel</name>
    <message>
        <source>%1, pinned by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TierMoneyPanel</name>
    <message>
        <source>Accounts and money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>solid: spent or promised, hatched: still needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → &lt;b&gt;%2&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ %1 net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ %1 net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs &lt;b&gt;%1&lt;/b&gt; at %2 each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing ordered yet: need unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1: %2 spent or promised, %3 still needed, limit %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;%1 over&lt;/b&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>envelope %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no limit of places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 places, %2 fall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → &lt;b&gt;%2&lt;/b&gt; not in the program, %3 hold-outs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → &lt;b&gt;%2&lt;/b&gt; not in the program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TierMoveModel</name>
    <message>
        <source>pinned until %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ACV, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TieringPage</name>
    <message>
        <source>Who would move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the accounts with their proposed tiers to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiers without an ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first what a fitting account is; the rules ask for its fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open ICP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy became version %1 while this draft was open. Applying the draft replaces it; Discard shows it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in force: policy %1, applied %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of policy %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to policy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the draft policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1 needs %2 more than its envelope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No activity, signal or deal up to this date</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Intent feed is %n day(s) old: no surges</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) without a place end below accounts of lesser rules</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pins in Tier %2, more than its places</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n disqualified account(s) pinned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n more change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Other settings of the policy changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data moved: the policy is as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open order(s) get the mark “tier changed”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n move(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 moves: %2 up, %3 down</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n pin(s) keep their tier</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing moves until you apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 up, %2 down. History keeps who moved, when and why; undo takes it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n move(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Apply policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applying the tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Policy %1 applied: %n account(s) moved.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Load a policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read. Check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written. Check the folder and the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Apply tiers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set an ICP first: without one no tier is proposed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing would move and the policy is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard the draft policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a tier &amp;rule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy &amp;history…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Load a policy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save the policy as a file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TodayListModel</name>
    <message>
        <source>Surge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting on rep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No play yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week and next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Respond to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chase the delivery for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer marketing about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide the order for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the rejection for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place the draft slip for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order a first play for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expect the delivery for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent %1 this week, surge line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points this week, surge line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n play(s), %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tier 1, priority %1, and nothing ordered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is %n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2, asked by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no day left</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TodayPage</name>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Things to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelve weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders by due date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is left to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s), in order</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>by deadline, then priority</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · accounts of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No tiers yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply the tiers once; then surges, orders and deadlines show up here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No surge, no late order, no draft slip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none this week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 this week, against their own 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, applied %2 by %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing applied yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with a date, %2 overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) late</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::TotalsRow</name>
    <message>
        <source>Totals</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::ValuePicker</name>
    <message>
        <source>%1 is one of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::WeeklyPanel</name>
    <message>
        <source>No surge in these weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surges in the weeks to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no intent data yet: import a feed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>feed ends %1, too old to tell surges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no scored signals: no surges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no signal about this account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no baseline yet, first signal %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 this week, surge line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no activity data yet: import activities</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no activity of this account yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points this week: first activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points this week, surge line %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Intent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by week as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of 16 weeks: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own baseline, 12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean outside the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1 mean</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::WorkspaceFiles</name>
    <message>
        <source>Dimsum workspaces (*.dimsum)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dimsum::WorkspaceSession</name>
    <message>
        <source>Opening the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redoing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
