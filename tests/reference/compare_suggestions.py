"""Learns an ICP from the best customers of a generated world and compares `icp suggest` with plain arithmetic.

usage: compare_suggestions.py PROGRAM [ACCOUNTS [SEED]]
"""
import datetime as dt
import json
import math
import sys
import tempfile
from collections import defaultdict

from compare_accounts import run
from reference_model import fold, is_plain_number, date_of, rows

TEXT = ("industry", "country", "region", "maturity", "funding")
NUMBERS = ("employees", "customers", "annual_revenue", "budget", "acv")
CANONICAL = {"domain", "name", "external_id", "owner", "technologies", *TEXT, *NUMBERS}


def best_customers(folder, as_of, won=2, apart=180):
    closes = defaultdict(list)
    for r in rows(f"{folder}/opportunities.csv"):
        if r["status"].lower() == "won" and date_of(r["created"]) <= as_of and date_of(r["closed"]) <= as_of:
            closes[r["account"]].append(date_of(r["closed"]))
    return {a for a, days in closes.items() if len(days) >= won and (max(days) - min(days)).days >= apart}


def quantile(values, p):
    h = (len(values) - 1) * p
    low = math.floor(h)
    return values[low] + (h - low) * (values[min(low + 1, len(values) - 1)] - values[low])


def wilson(k, n, z=1.959963984540054):
    centre = (k / n + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(k / n * (1 - k / n) / n + z * z / (4 * n * n))
    return centre - half, centre + half


def fisher(a, b, c, d):
    row, col, total = a + b, a + c, a + b + c + d
    logs = [0.0]
    for i in range(1, total + 1):
        logs.append(logs[-1] + math.log(i))

    def choose(n, k):
        return logs[n] - logs[k] - logs[n - k]

    def p(x):
        return math.exp(choose(col, x) + choose(total - col, row - x) - choose(total, row))
    here = p(a)
    return min(1.0, sum(p(x) for x in range(max(0, row - (total - col)), min(row, col) + 1) if p(x) <= here * (1 + 1e-7)))


def tested_values(accounts):
    """Yields (field, label, {domains that match}, {domains where known}, bounds)."""
    customs = [c for c in accounts[0] if c not in CANONICAL]
    for field in (*TEXT, "technologies", *customs):
        known = {a["domain"] for a in accounts if a[field].strip()}
        groups = defaultdict(set)
        for a in accounts:
            parts = a[field].split(";") if field == "technologies" else [a[field]]
            for part in parts:
                if part.strip():
                    groups[fold(part)].add(a["domain"])
        if field in customs and len(groups) > 50:
            continue
        for value, members in groups.items():
            yield field, value, members, known, None
    for field in NUMBERS:
        values = {a["domain"]: float(a[field]) for a in accounts if is_plain_number(a[field].strip())}
        if not values:
            continue
        ordered = sorted(values.values())
        edges = sorted({quantile(ordered, k / 5) for k in range(6)})
        for i in range(len(edges) - 1):
            inside = {d: x for d, x in values.items()
                      if (edges[i] < x or i == 0 and edges[i] <= x) and x <= edges[i + 1]}
            if inside:
                yield field, None, set(inside), set(values), (min(inside.values()), max(inside.values()))


def expected_suggestions(folder, as_of):
    accounts = rows(f"{folder}/accounts.csv")
    best = best_customers(folder, as_of)
    tested = []
    for field, value, members, known, bounds in tested_values(accounts):
        hit, have = len(members & best), len(known & best)
        if hit == 0:
            continue
        share, tam = hit / have, len(members) / len(known)
        p = fisher(hit, have - hit, len(members) - hit, len(known) - have - (len(members) - hit))
        tested.append({"field": field, "value": value, "bounds": bounds, "lift": share / tam, "best_match": hit,
                       "best_known": have, "tam_match": len(members), "tam_known": len(known), "p": p,
                       "wilson": wilson(hit, have)})
    tested.sort(key=lambda t: t["p"])
    smallest = 1.0
    for i in range(len(tested) - 1, -1, -1):
        smallest = min(smallest, tested[i]["p"] * len(tested) / (i + 1))
        tested[i]["q"] = smallest
    chosen = [t for t in tested if t["lift"] >= 1.2 - 1e-9 and t["best_match"] >= 5 and t["q"] <= 0.05 + 1e-9]
    for t in chosen:
        t["weight"] = max(1, min(10, math.floor(3 * math.log2(t["lift"]) + 0.5)))
    return len(best), chosen


def key_of(entry):
    if "values" in entry:
        return entry["field"], fold(entry["values"][0])
    return entry["field"], (round(float(entry["min"]), 6), round(float(entry["max"]), 6))


def differences(program, folder, accounts, seed):
    as_of = dt.date(2026, 2, 18)
    run(program, "generate", folder, "--accounts", str(accounts), "--seed", str(seed), "--as-of", str(as_of))
    work = f"{folder}/world.dimsum"
    run(program, "new", work)
    for kind in ("accounts", "opportunities"):
        run(program, "import", work, "--kind", kind, f"{folder}/{kind}.csv")
    said = json.loads(run(program, "icp", work, "suggest", "--as-of", str(as_of), "--json"))
    best, expected = expected_suggestions(folder, as_of)
    found = [] if said["best"] == best else [f"best: {said['best']} instead of {best}"]
    actual = {key_of(s): s for s in said["suggestions"]}
    wanted = {(t["field"], t["value"] if t["bounds"] is None else tuple(round(x, 6) for x in t["bounds"])): t
              for t in expected}
    for key in actual.keys() ^ wanted.keys():
        found.append(f"{key} is only {'suggested' if key in actual else 'expected'}")
    for key in actual.keys() & wanted.keys():
        got, want = actual[key], wanted[key]
        for name in ("best_match", "best_known", "tam_match", "tam_known", "weight"):
            if got[name] != want[name]:
                found.append(f"{key} {name}: {got[name]} instead of {want[name]}")
        for name in ("lift", "p", "q"):
            if abs(got[name] - want[name]) > 1e-6 * max(1e-3, abs(want[name])):
                found.append(f"{key} {name}: {got[name]} instead of {want[name]}")
        for i in (0, 1):
            if abs(got["wilson"][i] - want["wilson"][i]) > 1e-5:
                found.append(f"{key} wilson: {got['wilson']} instead of {want['wilson']}")
    print(f"seed {seed}: {best} best customers of {accounts}, {len(wanted)} suggestions, {len(found)} differences")
    return found


def main():
    program = sys.argv[1]
    accounts = int(sys.argv[2]) if len(sys.argv) > 2 else 1500
    seeds = [int(sys.argv[3])] if len(sys.argv) > 3 else [1, 2]
    found = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            found += differences(program, folder, accounts, seed)
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
