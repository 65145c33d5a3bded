"""Attribution, return and insights of small random worlds: the real program against a plain reading of domain.md.

Everything is worked out anew here with dictionaries and fractions, slowly and without any of the program's shortcuts.

usage: compare_insights.py PROGRAM [WORLDS [SEED]]
"""
import csv
import datetime as dt
import fractions
import itertools
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

AS_OF = dt.date(2025, 6, 30)
POINTS = {"email open": 1, "ad click": 2, "email click": 3, "web visit": 2, "content download": 5, "webinar": 8, "demo": 15, "reply": 8}
COUNTING = {name for name, points in POINTS.items() if points >= 2}
MODELS = ["first", "last", "linear", "time_decay", "u_shape", "w_shape", "full_path", "markov", "shapley"]
F = fractions.Fraction


def days(n):
    return dt.timedelta(days=n)


def write(path, names, lines):
    with open(path, "w", newline="", encoding="utf-8") as handle:
        out = csv.writer(handle, lineterminator="\n")
        out.writerow(names)
        out.writerows(lines)


def run(program, *words):
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def read(path):
    with open(path, newline="", encoding="utf-8") as handle:
        return list(csv.DictReader(handle))


# ---- a world

def draw_world(rng, folder, areas):
    accounts = [f"a{i:03}.com" for i in range(rng.choice([30, 80]))]
    lively = [a for a in accounts if rng.random() < 0.7]
    write(folder / "accounts.csv", ["domain", "industry", "region", "employees", "annual_revenue"],
          [[a, rng.choice(["Steel", "Media", ""]), rng.choice(["EMEA", "APAC"]), rng.choice(["", "20", "300", "300", "7000"]),
            rng.choice(["", "1000000", "2500000"])] for a in accounts])
    acts = []
    for i in range(rng.choice([400, 1200])):
        account = rng.choice(lively)
        acts.append({"id": f"x{i}" if rng.random() < 0.8 else "", "account": account,
                     "contact": rng.choice(["", f"ann@{account}", f"bob@{account}", f"cyd@{account}"]), "type": rng.choice(list(POINTS)),
                     "at": (AS_OF + days(3 - int(rng.random() ** 1.3 * 420))).isoformat() + rng.choice(["", "T10:00:00Z", "T10:00:00Z", "T23:59:59Z"]),
                     "asset": rng.choice(["", "Guide", "Trial", "calculator"]), "campaign": rng.choice(["", "Spring", "autumn", "Trade fair"]),
                     "product_area": rng.choice(["", "ERP", "CRM"]) if areas else "", "channel": rng.choice(["", "email", "Ads", "web"])})
    write(folder / "activities.csv", list(acts[0]), [list(a.values()) for a in acts])
    deals = []
    for i in range(rng.choice([40, 150])):
        created = AS_OF - days(rng.randrange(-5, 420))
        status = rng.choice(["open", "won", "won", "lost"])
        closed = (created + days(rng.randrange(-3, 120))).isoformat() if status != "open" or rng.random() < 0.5 else ""
        deals.append({"id": f"d{i}", "account": rng.choice(accounts), "name": f"Deal {i}", "amount": rng.choice(["", "100.00", "333.33", "9999.99", "1000"]),
                      "stage": "s", "status": status, "created": created.isoformat(), "closed": closed, "campaign": ""})
    write(folder / "opportunities.csv", list(deals[0]), [list(d.values()) for d in deals])
    costs = []
    for _ in range(20):
        kind = rng.choice(["campaign", "campaign", "asset", "platform"])
        subject = {"campaign": rng.choice(["Spring", "autumn", "Quiet"]), "asset": rng.choice(["Guide", "Trial"]), "platform": "Suite"}[kind]
        line = rng.choice(["hours", "media", "production", "fee"])
        costs.append({"subject_kind": kind, "subject": subject, "line": line, "hours": rng.choice(["1.5", "2", "0.3333"]) if line == "hours" else "",
                      "rate": rng.choice(["60.01", "75"]) if line == "hours" else "", "amount": "" if line == "hours" else rng.choice(["10.01", "250", "99.99"]),
                      "months": rng.choice(["", "2", "1.5"]) if line == "fee" else "", "month": rng.choice(["", "2025-05", "2025-06", "2025-07", "2024-11"]),
                      "actual": rng.choice(["true", "true", "false"])})
    write(folder / "costs.csv", list(costs[0]), [list(c.values()) for c in costs])
    return accounts, acts, deals, costs


# ---- reading it as domain.md says

def sequence_of(acts):
    by_account = {}
    for place, act in enumerate(acts):
        day = dt.date.fromisoformat(act["at"][:10])
        if day > AS_OF or act["type"] not in COUNTING:
            continue
        stamp = act["at"] if "T" in act["at"] else act["at"] + "T00:00:00Z"
        key = (stamp, act["type"], (act["id"] == "", act["id"]), place)
        by_account.setdefault(act["account"], []).append((key, dict(act, day=day)))
    return {account: [act for _, act in sorted(rows, key=lambda row: row[0])] for account, rows in by_account.items()}


def crowd(rows):
    people = {r["contact"] for r in rows if r["contact"]}
    return len(rows), (len(people) if people else (1 if rows else 0)), len({r["product_area"] for r in rows if r["product_area"]})


def hot_on(rows, day, window, n, p, q):
    i, people, areas = crowd([r for r in rows if 0 <= (day - r["day"]).days < window])
    return i >= n and people >= p and areas >= q


def split(minor, weights):
    """Largest remainder; ties within 1e-6 to the earlier."""
    total = sum(weights)
    shares = [F(minor) * w / total for w in weights] if total else [F(minor, len(weights))] * len(weights)
    parts = [int(s) for s in shares]
    rest = [s - p for s, p in zip(shares, parts)]
    order = sorted(range(len(parts)), key=lambda i: (-round(float(rest[i]) * 1e6), i))
    for i in order[:minor - sum(parts)]:
        parts[i] += 1
    return parts


def anchored(count, anchors, rest):
    present = [(at, share) for at, share in anchors if at is not None]
    weights = [F(0)] * count
    for at, share in present:
        weights[at] += share
    others = [i for i in range(count) if weights[i] == 0]
    scale = (F(1) - rest if others else F(1)) / sum(share for _, share in present)
    return [w * scale if w else rest / len(others) for w in weights]


def shares_of(model, touches, close, created):
    count = len(touches)
    lead = next((i for i, t in enumerate(touches) if t["contact"]), None)
    opportunity = max((i for i, t in enumerate(touches) if t["day"] <= created), default=None)
    if model == "first":
        return [F(int(i == 0)) for i in range(count)]
    if model == "last":
        return [F(int(i == count - 1)) for i in range(count)]
    if model == "linear":
        return [F(1, count)] * count
    if model == "time_decay":
        weights = [F(2 ** (-(close - t["day"]).days / 7)) for t in touches]
        return [w / sum(weights) for w in weights]
    if model == "u_shape":
        return anchored(count, [(0, F(40, 100)), (lead, F(40, 100))], F(20, 100))
    if model == "w_shape":
        return anchored(count, [(0, F(30, 100)), (lead, F(30, 100)), (opportunity, F(30, 100))], F(10, 100))
    if model == "full_path":
        return anchored(count, [(at, F(225, 1000)) for at in (0, lead, opportunity, count - 1)], F(10, 100))
    channels = [t["channel"] for t in touches]
    return [F(1, len(set(channels)) * channels.count(c)) for c in channels]


def removal_effects(paths):
    """paths: (channels, won). Conversion probability by exact elimination, with and without each channel."""
    steps = {}
    for channels, won in paths:
        at = "(start)"
        for channel in channels + ["(won)" if won else "(lost)"]:
            steps.setdefault(at, {})
            steps[at][channel] = steps[at].get(channel, 0) + 1
            at = channel
    states = [s for s in steps if s != "(start)"]

    def chance(removed):
        live = [s for s in steps if s != removed]
        matrix = []
        for s in live:
            out = sum(steps[s].values())
            row = [F(int(s == t)) - F(steps[s].get(t, 0), out) for t in live]
            matrix.append(row + [F(steps[s].get("(won)", 0), out)])
        size = len(live)
        for i in range(size):
            pivot = next(r for r in range(i, size) if matrix[r][i] != 0)
            matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
            head = matrix[i][i]
            matrix[i] = [v / head for v in matrix[i]]
            for r in range(size):
                if r != i and matrix[r][i] != 0:
                    factor = matrix[r][i]
                    matrix[r] = [a - factor * b for a, b in zip(matrix[r], matrix[i])]
        return matrix[live.index("(start)")][-1]

    whole = chance(None) if paths else F(0)
    return {s: (1 - chance(s) / whole if whole else F(0)) for s in states}


def attribution_of(sequences, deals, with_open):
    rows, counts, no_touch, total, paths = {}, {}, 0, 0, []
    for deal in deals:
        created = dt.date.fromisoformat(deal["created"])
        if created > AS_OF:
            continue
        closed = dt.date.fromisoformat(deal["closed"]) if deal["closed"] else None
        is_open = deal["status"] == "open" or closed > AS_OF
        close = AS_OF if is_open else closed
        touches = [t for t in sequences.get(deal["account"], []) if close - days(365) <= t["day"] <= close]
        if not is_open and touches:
            paths.append(([t["channel"] for t in touches], deal["status"] == "won"))
        if not (with_open if is_open else deal["status"] == "won"):
            continue
        amount = round(F(deal["amount"] or 0) * 100)
        total += amount
        if not touches:
            no_touch += amount
            continue
        for t in touches:
            key = (t["campaign"], t["channel"], t["asset"])
            counts[key] = counts.get(key, 0) + 1
        for model in MODELS:
            if model == "markov":
                continue
            for t, part in zip(touches, split(amount, shares_of(model, touches, close, created))):
                key = (t["campaign"], t["channel"], t["asset"])
                rows.setdefault(key, {m: 0 for m in MODELS})[model] += part
    effects = removal_effects(paths)
    channels = sorted({key[1] for key in counts})
    for channel, part in zip(channels, split(total - no_touch, [effects.get(c, F(0)) for c in channels])):
        keys = sorted(key for key in counts if key[1] == channel)
        for key, credit in zip(keys, split(part, [counts[key] for key in keys])):
            rows[key]["markov"] = credit
    return rows, no_touch, total


def half_up(value):
    return math.floor(value + F(1, 2))


def cost_of(costs, sequences, acts):
    table = {}
    campaigns = {a["campaign"] for a in acts if a["campaign"] and dt.date.fromisoformat(a["at"][:10]) <= AS_OF}
    campaigns |= {c["subject"] for c in costs if c["subject_kind"] == "campaign"}
    campaigns = sorted(campaigns)
    touches = [t for rows in sequences.values() for t in rows]
    for c in costs:
        if c["month"] > AS_OF.isoformat()[:7]:
            continue
        amount = {"hours": lambda: F(c["hours"]) * F(c["rate"]), "fee": lambda: F(c["amount"]) * F(c["months"] or 1)}.get(c["line"], lambda: F(c["amount"]))()
        minor = half_up(amount * 100)
        side = "actual" if c["actual"] == "true" else "planned"
        if c["subject_kind"] != "platform":
            key = (c["subject_kind"], c["subject"], side)
            table[key] = table.get(key, 0) + minor
            continue
        weights = [sum(t["campaign"] == name and (not c["month"] or t["day"].isoformat()[:7] == c["month"]) for t in touches) for name in campaigns]
        for name, part in zip(campaigns, split(minor, weights)):
            key = ("campaign", name, side)
            table[key] = table.get(key, 0) + part
    return table


def fisher(a, b, c, d):
    row, col, n = a + b, a + c, a + b + c + d

    def log_choose(x, y):
        return math.lgamma(x + 1) - math.lgamma(y + 1) - math.lgamma(x - y + 1)

    def chance(x):
        return math.exp(log_choose(row, x) + log_choose(n - row, col - x) - log_choose(n, col))
    observed = chance(a)
    return min(1.0, sum(p for p in (chance(x) for x in range(max(0, col - (n - row)), min(row, col) + 1)) if p <= observed * (1 + 1e-7)))


def adjusted(ps):
    order = sorted(range(len(ps)), key=lambda i: ps[i])
    q, low = [0.0] * len(ps), 1.0
    for rank in range(len(ps), 0, -1):
        low = min(low, ps[order[rank - 1]] * len(ps) / rank)
        q[order[rank - 1]] = low
    return q


def hot_days(rows, rule):
    """All days from the first activity to a window after the last on which the account is hot."""
    if not rows:
        return set()
    first, last = rows[0]["day"], rows[-1]["day"]
    return {first + days(i) for i in range((last - first).days + rule[0] + 1) if hot_on(rows, first + days(i), *rule)}


def journeys_of(sequences, rule):
    found = {}
    hot = {account: hot_days(rows, rule) for account, rows in sequences.items()}
    for variant in ("first", "any"):
        for n in (7, 14, 30, 60, 90):
            group = []
            cohorts = {}
            for account, rows in sequences.items():
                seen = set()
                for at, row in enumerate(rows):
                    if row["type"] in seen or (variant == "first" and at > 0):
                        continue
                    seen.add(row["type"])
                    if row["day"] > AS_OF - days(90) or (variant == "any" and any(d < row["day"] for d in hot[account])):
                        continue
                    cohorts.setdefault(row["type"], []).append((account, rows, at))
            for a, b in itertools.permutations(sorted(COUNTING), 2):
                cells = {True: [], False: []}
                for account, rows, at in cohorts.get(a, []):
                    day = rows[at]["day"]
                    after = [r for r in rows[at + 1:] if (r["day"] - day).days <= n]
                    outcome = any(day <= d <= day + days(90) for d in hot[account])
                    landmark = None
                    if n < 90 and not any(d <= day + days(n) for d in hot[account]):
                        later = [r for r in rows if r["day"] > day + days(n)]
                        span = [day + days(i) for i in range(n + 1, 91)]
                        landmark = (min(len(after), 8), any(hot_on(later, d, *rule) for d in span))
                    cells[any(r["type"] == b for r in after)].append((outcome, landmark))
                if not cells[True] or not cells[False]:
                    continue
                x1, n1, x0, n0 = (sum(o for o, _ in cells[True]), len(cells[True]), sum(o for o, _ in cells[False]), len(cells[False]))
                entry = {"cohort": n1 + n0, "treated": n1, "control": n0, "rate_treated": x1 / n1, "rate_control": x0 / n0,
                         "p": fisher(x1, n1 - x1, x0, n0 - x0)}
                if x0:
                    entry["ratio"] = (x1 / n1) / (x0 / n0)
                    if x1:
                        width = 1.959963984540054 * math.sqrt(1 / x1 - 1 / n1 + 1 / x0 - 1 / n0)
                        entry["ci_low"], entry["ci_high"] = entry["ratio"] * math.exp(-width), entry["ratio"] * math.exp(width)
                if n < 90:
                    above = below = excess = variance = 0.0
                    treated = [c[1] for c in cells[True] if c[1]]
                    control = [c[1] for c in cells[False] if c[1]]
                    for stratum in range(9):
                        t = [o for s, o in treated if s == stratum]
                        c = [o for s, o in control if s == stratum]
                        if not t or not c:
                            continue
                        size, hits = len(t) + len(c), sum(t) + sum(c)
                        above += sum(t) * len(c) / size
                        below += sum(c) * len(t) / size
                        excess += sum(t) - len(t) * hits / size
                        variance += len(t) * len(c) * hits * (size - hits) / (size * size * (size - 1))
                    entry["landmark_treated"], entry["landmark_control"] = len(treated), len(control)
                    entry["outcomes"] = (sum(o for _, o in treated), sum(o for _, o in control))
                    if below:
                        entry["landmark_ratio"] = above / below
                    if variance:
                        entry["landmark_p"] = math.erfc(math.sqrt(excess ** 2 / variance / 2))
                found[(variant, a, b, str(n))] = entry
                group.append(entry)
            for entry, q in zip(group, adjusted([e["p"] for e in group])):
                entry["q"] = q
            tested = [e for e in group if "landmark_p" in e and min(e["outcomes"]) >= 5]
            for entry, q in zip(tested, adjusted([e["landmark_p"] for e in tested])):
                entry["landmark_q"] = q
    for entry in found.values():
        entry["pattern"] = (entry.get("landmark_q", 1) <= 0.05 and entry.get("landmark_ratio", 0) > 1
                            and min(entry["landmark_treated"], entry["landmark_control"]) >= 20)
    return found


def stumbling_of(acts, sequences):
    tallies = {}
    per_account = {}
    for act in acts:
        day = dt.date.fromisoformat(act["at"][:10])
        if day <= AS_OF and act["asset"]:
            key = (act["account"], act["asset"])
            per_account[key] = max(per_account.get(key, day), day)
    for (account, asset), day in per_account.items():
        if day > AS_OF - days(30):
            continue
        stopped = not any(day < t["day"] <= day + days(30) for t in sequences.get(account, []))
        n, s = tallies.get(asset, (0, 0))
        tallies[asset] = (n + 1, s + int(stopped))
    everybody = tuple(map(sum, zip(*tallies.values()))) if tallies else (0, 0)
    names = sorted(tallies)
    ps = []
    for name in names:
        n, s = tallies[name]
        ps.append(fisher(s, n - s, everybody[1] - s, (everybody[0] - n) - (everybody[1] - s)))
    return {name: (tallies[name], p, q) for name, p, q in zip(names, ps, adjusted(ps))}


def calibration_of(accounts, sequences, deals, areas_used):
    found = {}
    firsts = [rows[0]["day"] for rows in sequences.values()]
    for n, p, q, window in itertools.product(range(2, 6), range(1, 4), range(1, 3), (30, 60, 90, 120)):
        need_q = q if areas_used else 0
        entry = {"active": 0, "qualify": 0, "high": 0, "high_outcomes": 0, "other": 0, "other_outcomes": 0}
        for account in accounts:
            rows = sequences.get(account, [])
            entry["active"] += any((AS_OF - r["day"]).days < window for r in rows)
            entry["qualify"] += hot_on(rows, AS_OF, window, n, p, need_q)
        snapshot = min(firsts) + days(window)
        while snapshot <= AS_OF - days(30):
            if (snapshot + days(1)).day == 1:
                for account in accounts:
                    mine = [d for d in deals if d["account"] == account and dt.date.fromisoformat(d["created"]) <= AS_OF]
                    is_open = any(dt.date.fromisoformat(d["created"]) <= snapshot
                                  and (d["status"] == "open" or dt.date.fromisoformat(d["closed"]) > snapshot) for d in mine)
                    if is_open:
                        continue
                    outcome = any(snapshot < dt.date.fromisoformat(d["created"]) <= snapshot + days(30) for d in mine)
                    side = "high" if hot_on(sequences.get(account, []), snapshot, window, n, p, need_q) else "other"
                    entry[side] += 1
                    entry[side + "_outcomes"] += outcome
            snapshot += days(1)
        found[tuple(map(str, (n, p, q, window)))] = entry
    return found


# ---- comparing

class Report:
    def __init__(self):
        self.compared = 0
        self.wrong = []

    def equal(self, where, ours, theirs):
        self.compared += 1
        if ours != theirs:
            self.wrong.append(f"{where}: program {ours!r}, reference {theirs!r}")

    def near(self, where, text, number):
        self.compared += 1
        if number is None or text == "":
            if (text == "") != (number is None):
                self.wrong.append(f"{where}: program {text!r}, reference {number!r}")
        elif abs(float(text) - number) > 2e-5 * max(1e-9, abs(number)):
            self.wrong.append(f"{where}: program {text}, reference {number}")


def minor(text):
    return None if text == "" else round(F(text) * 100)


def compare_world(program, folder, rng, report):
    areas = rng.random() < 0.8
    accounts, acts, deals, costs = draw_world(rng, folder, areas)
    workspace = folder / "w.dimsum"
    run(program, "new", workspace)
    for kind in ("accounts", "opportunities", "activities", "costs"):
        counts = json.loads(run(program, "import", workspace, "--kind", kind, folder / f"{kind}.csv", "--json"))
        assert counts["rejected"] == 0, counts
    sequences = sequence_of(acts)

    def table(command, what, *more):
        out = folder / f"{command}-{what}.csv"
        run(program, command, workspace, what, "--out", out, "--as-of", AS_OF, *more)
        return read(out)

    for more in ([], ["--open"]):
        expected, no_touch, total = attribution_of(sequences, deals, bool(more))
        rows = table("roi", "attribution", *more)
        got = {(r["campaign"], r["channel"], r["asset"]): r for r in rows if r["campaign"] != "(no touch)"}
        report.equal(f"attribution keys {more}", sorted(got), sorted(expected))
        for key in expected:
            for model in MODELS:
                report.equal(f"attribution {more} {key} {model}", minor(got[key][model]), expected[key][model])
        beside = [r for r in rows if r["campaign"] == "(no touch)"]
        report.equal("no touch", minor(beside[0]["first"]) if beside else 0, no_touch)
        if not more:
            credits = expected
    cost = cost_of(costs, sequences, acts)
    summary = {(r["subject_kind"], r["subject"]): r for r in table("roi", "summary")}
    for (kind, subject), r in summary.items():
        revenue = {m: sum(v[m] for k, v in credits.items() if k[0 if kind == "campaign" else 2] == subject) for m in MODELS}
        actual = cost.get((kind, subject, "actual"))
        report.equal(f"planned {subject}", minor(r["planned"]), cost.get((kind, subject, "planned")))
        report.equal(f"actual {subject}", minor(r["actual"]), actual)
        for m in MODELS:
            report.equal(f"credit {subject} {m}", minor(r[m]), revenue[m])
        rois = [(revenue[m] - actual) / actual for m in MODELS] if actual else []
        report.near(f"roi_low {subject}", r["roi_low"], min(rois) if rois else None)
        report.near(f"roi_high {subject}", r["roi_high"], max(rois) if rois else None)
        report.near(f"roi_chosen {subject}", r["roi_chosen"], (revenue["w_shape"] - actual) / actual if actual else None)
    expected_subjects = {k[:2] for k in cost} | {("campaign", k[0]) for k in credits if k[0]} | {("asset", k[2]) for k in credits if k[2]}
    report.equal("summary rows", sorted(summary), sorted(expected_subjects))

    used = any(a["product_area"] and dt.date.fromisoformat(a["at"][:10]) <= AS_OF for a in acts)
    rule = (30, 3, 2, 1 if used else 0)
    intensity = {r["account"]: r for r in table("insights", "intensity")}
    misses = {r["account"]: r for r in table("insights", "near-misses")}
    for account in accounts:
        rows = sequences.get(account, [])
        window = [r for r in rows if (AS_OF - r["day"]).days < 30]
        figures = crowd(window)
        r = intensity[account]
        report.equal(f"intensity {account}", (int(r["interactions"]), int(r["people"]), int(r["areas"])), figures)
        report.equal(f"hot {account}", r["high_intensity"], str(hot_on(rows, AS_OF, *rule)).lower())
        report.equal(f"days left {account}", r["days_left"], str(30 - (AS_OF - window[0]["day"]).days) if window else "")
        everything = [a["at"][:10] for a in acts if a["account"] == account and a["at"][:10] <= AS_OF.isoformat()]
        report.equal(f"last activity {account}", r["last_activity"], max(everything, default=""))
        short = (max(0, 3 - figures[0]), max(0, 2 - figures[1]), max(0, rule[3] - figures[2]))
        near = figures[0] >= 1 and sum(s > 0 for s in short) == 1 and short[0] <= 2 and short[1] <= 1 and short[2] <= 1
        report.equal(f"near miss {account}", account in misses, near)
        if near:
            m = misses[account]
            report.equal(f"short {account}", (int(m["short_interactions"]), int(m["short_people"]), int(m["short_areas"])), short)
    expected = calibration_of(accounts, sequences, deals, used)
    for r in table("insights", "calibration"):
        entry = expected[(r["n"], r["p"], r["q"], r["window_days"])]
        for name, value in entry.items():
            report.equal(f"calibration {r['n']},{r['p']},{r['q']},{r['window_days']} {name}", int(r[name]), value)
    expected = journeys_of(sequences, rule)
    got = {(r["variant"], r["first"], r["then"], r["within_days"]): r for r in table("insights", "journeys")}
    report.equal("journey rows", sorted(got), sorted(expected))
    for key, entry in expected.items():
        r = got.get(key, {})
        for name in ("cohort", "treated", "control"):
            report.equal(f"journey {key} {name}", int(r[name]), entry[name])
        for name in ("rate_treated", "rate_control", "ratio", "ci_low", "ci_high", "p", "q", "landmark_ratio", "landmark_p", "landmark_q"):
            report.near(f"journey {key} {name}", r[name], entry.get(name))
        for name in ("landmark_treated", "landmark_control"):
            report.equal(f"journey {key} {name}", r[name], str(entry[name]) if name in entry else "")
        report.equal(f"journey {key} pattern", r["pattern"], str(entry["pattern"]).lower())
    expected = stumbling_of(acts, sequences)
    for r in table("insights", "stumbling"):
        if r["asset"] not in expected:
            report.equal(f"stumbling {r['asset']}", r["accounts"], "0")
            continue
        (n, s), p, q = expected[r["asset"]]
        report.equal(f"stumbling {r['asset']}", (int(r["accounts"]), int(r["stopped"])), (n, s))
        report.near(f"stumbling {r['asset']} p", r["p"], p)
        report.near(f"stumbling {r['asset']} q", r["q"], q)


def main():
    program = sys.argv[1]
    worlds = int(sys.argv[2]) if len(sys.argv) > 2 else 4
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    report = Report()
    for world in range(worlds):
        with tempfile.TemporaryDirectory() as folder:
            compare_world(program, pathlib.Path(folder), random.Random(seed * 1000 + world), report)
    for line in report.wrong[:40]:
        print(line)
    print(f"{report.compared} figures of {worlds} worlds compared, {len(report.wrong)} differ")
    return 1 if report.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
