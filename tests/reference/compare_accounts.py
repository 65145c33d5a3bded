"""Generates a world, runs the real program over it and compares every figure of accounts.csv with the reference.

usage: compare_accounts.py PROGRAM [ACCOUNTS [SEED]]
"""
import csv
import datetime as dt
import json
import subprocess
import sys
import tempfile

import reference_model as reference


def run(program, *arguments):
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}\nexit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def compare(path, expected):
    """What differs between an exported accounts.csv and what the reference computed, a line each."""
    with open(path, newline="", encoding="utf-8") as handle:
        actual = {r["domain"]: r for r in csv.DictReader(handle)}
    found = []
    if actual.keys() != expected.keys():
        found.append(f"accounts: {len(actual)} exported, {len(expected)} expected")
    for key, want in expected.items():
        got = actual.get(key, {})
        for name in ("fit", "fit_max", "intent_score", "engagement_score", "priority"):
            if abs(float(got.get(name) or "nan") - want[name]) > 5.1e-5:
                found.append(f"{key} {name}: {got.get(name)} instead of {want[name]:.4f}")
        for name in ("disqualified", "intent_surge", "recent_intent", "engagement_surge", "recent_engagement"):
            if got.get(name) != str(want[name]).lower():
                found.append(f"{key} {name}: {got.get(name)} instead of {want[name]}")
        for name, value in (("tier", want["in_force"]), ("proposed_tier", want["proposed"])):
            if got.get(name) != str(value or "none"):
                found.append(f"{key} {name}: {got.get(name)} instead of {value} ({want['rule']}, {got.get('reasons')})")
        for name in ("rule", "reasons", "pinned_until"):
            if want[name] is not None and got.get(name) != want[name]:
                found.append(f"{key} {name}: {got.get(name)} instead of {want[name]}")
    return found


def differences(program, folder, accounts, seed, capacity):
    as_of = "2026-02-18"
    run(program, "generate", folder, "--accounts", str(accounts), "--seed", str(seed), "--as-of", as_of)
    work = f"{folder}/world.dimsum"
    run(program, "new", work)
    for kind in ("accounts", "contacts", "opportunities", "activities", "intent"):
        said = json.loads(run(program, "import", work, "--kind", kind, f"{folder}/{kind}.csv", "--json"))
        assert said["rejected"] == 0, (kind, said)
    run(program, "icp", work, "set", f"{folder}/icp.json")
    policy = {"capacity": {str(t): n for t, n in capacity.items()}}
    with open(f"{folder}/policy.json", "w") as handle:
        json.dump(policy, handle)
    run(program, "policy", work, "set", f"{folder}/policy.json")
    run(program, "retier", work, "--as-of", as_of, "--apply", "--by", "reference")
    run(program, "export", work, "accounts", "--out", f"{folder}/out.csv")
    expected = reference.score_workspace(folder, dt.date.fromisoformat(as_of), policy=policy)
    found = [f"seed {seed}: {text}" for text in compare(f"{folder}/out.csv", expected)]
    shown = {t: sum(1 for a in expected.values() if a["in_force"] == t) for t in (1, 2, 3, None)}
    print(f"seed {seed}: {len(expected)} accounts, tiers {shown}, surges "
          f"{sum(a['intent_surge'] for a in expected.values())} intent, "
          f"{sum(a['engagement_surge'] for a in expected.values())} engagement, {len(found)} differences")
    return found


def main():
    program = sys.argv[1]
    accounts = int(sys.argv[2]) if len(sys.argv) > 2 else 400
    seeds = [int(sys.argv[3])] if len(sys.argv) > 3 else [1, 2, 3]
    found = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            found += differences(program, folder, accounts, seed, {1: 10, 2: 40} if seed % 2 else {})
    print("\n".join(found[:40]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
