"""Small worlds full of edge cases, drawn at random, run through the real program and compared with the reference.

What generated worlds do not hold: time zones and offsets, dates without a time, events after the as-of date, spellings
that are alike, unknown and repeated values, must-haves, custom fields, bidstream sources, followed topics, exclusions,
pins, places, changed thresholds, ties of priority.

usage: compare_edges.py PROGRAM [WORLDS [SEED]]
"""
import csv
import datetime as dt
import json
import random
import sys
import tempfile
import zoneinfo

import reference_model as reference
from compare_accounts import compare, run

AS_OF = dt.date(2026, 3, 31)  # a day after Europe's clocks went forward
ZONES = ["UTC", "America/New_York", "Europe/Berlin", "Asia/Shanghai"]
CURRENCIES = {"USD": 1, "CNY": 7, "JPY": 150}


def write(path, names, lines):
    with open(path, "w", newline="", encoding="utf-8") as handle:
        out = csv.writer(handle, lineterminator="\n")
        out.writerow(names)
        out.writerows(lines)


def sometimes(rng, value, share=0.25):
    return "" if rng.random() < share else value


def draw_accounts(rng, scale):
    lines = []
    for i in range(40):
        lines.append([f"a{i:02}.com", f"Account {i}", sometimes(rng, rng.choice(["Retail", " retail ", "ＲＥＴＡＩＬ", "Straße", "STRASSE"])),
                      sometimes(rng, rng.choice(["5", "20", "20.5", "250", "1 000", "about 50", "1e3"])),
                      sometimes(rng, rng.choice(["ERP;CRM", "erp ; Data warehouse", "CRM", ";;", "Erp;ERP"])),
                      sometimes(rng, str(scale * rng.choice([15000, 14999, 50000, 49999, 120000])), 0.2),
                      sometimes(rng, rng.choice(["Gold", "gold", "Silver"]), 0.3)])
    return lines


def draw_stamp(rng, most):
    day = AS_OF + dt.timedelta(days=2 - int(rng.random() ** 2 * most))
    style = rng.randrange(4)
    if style == 0:
        return day.isoformat()
    clock = f"{rng.randrange(24):02}:{rng.choice(['00', '30', '59'])}:{rng.randrange(60):02}"
    return f"{day}T{clock}" + ["", "Z", rng.choice(["+08:00", "-05:00", "+05:30"])][style - 1]


def draw_activities(rng):
    types = ["email open", "Email_Open", "AD-CLICK", "web visit", "High-Value Web Page", "high value web page",
             "content download", "webinar", "event", "demo", "meeting", "fax", "Reply"]
    lines = []
    for i in range(600):
        account = f"a{int(rng.random() ** 1.5 * 40):02}.com"
        contact = rng.choice(["", f"ann@{account}", f"ANN@{account}", f"bo@{account}", "cy@other.org"])
        lines.append([f"t{i}" if rng.random() < 0.8 else "", account, contact, rng.choice(types), draw_stamp(rng, 200),
                      rng.choice(["", "Core", "Cloud"])])
    return lines


def draw_intent(rng, stale):
    lines = []
    newest = AS_OF - dt.timedelta(days=stale)
    for i in range(40):
        for topic in rng.sample(["ERP", "erp", "Cloud costs", "Robots", "Late topic"], rng.randrange(1, 5)):
            source = rng.choice(["Bombora", "G2", "Acme BidStream feed", "Somebody"])
            hot = rng.random() < 0.4
            for week in range(rng.choice([2, 6, 14])):
                if topic == "Late topic" and week > 2:
                    continue
                score = rng.choice([50, 59.9999, 60, 65, 88.25]) if week else rng.choice([90, 100] if hot else [40, 49.5, 62])
                day = newest - dt.timedelta(days=7 * week + rng.randrange(7))
                lines.append([f"a{i:02}.com", source, topic, "", day.isoformat(), score, ""])
    for _ in range(80):
        day = AS_OF + dt.timedelta(days=1 - rng.randrange(40))
        lines.append([f"a{rng.randrange(40):02}.com", rng.choice(["G2", "g2 ", "TrustRadius", "bidstream x"]), "",
                      rng.choice(["pricing", "Category", "COMPARISON", "odd"]), day.isoformat(), "", rng.choice(["", 1, 3])])
    # A restated score is a duplicate in the file: the first row wins, so keep one per identity.
    seen, kept = set(), []
    for line in lines:
        identity = (line[0], reference.fold(line[1]), reference.fold(line[2]), line[4])
        if line[2] and identity in seen:
            continue
        seen.add(identity)
        kept.append(line)
    return kept


def draw_deals(rng):
    lines = []
    for i in range(30):
        created = AS_OF + dt.timedelta(days=3 - rng.randrange(300))
        closed = created + dt.timedelta(days=rng.randrange(120))
        status = rng.choice(["open", "won", "lost"])
        lines.append([f"d{i}", f"a{rng.randrange(40):02}.com", "Deal", rng.choice(["", "1000"]), "Stage", status, created.isoformat(),
                      closed.isoformat() if status != "open" or rng.random() < 0.5 else ""])
    return lines


def draw_icp(rng):
    criteria = [{"field": "industry", "test": "one_of", "values": ["RETAIL", "strasse"], "weight": 3, "must_have": rng.random() < 0.3},
                {"field": "employees", "test": "between", "min": 20, "max": rng.choice([None, 250]), "weight": rng.randrange(1, 11),
                 "must_have": rng.random() < 0.3},
                {"field": "technologies", "test": rng.choice(["has_any", "has_all"]), "values": ["erp", "Data Warehouse"][: rng.randrange(1, 3)],
                 "weight": 2, "must_have": False},
                {"field": "badge", "test": rng.choice(["known", "one_of"]), "weight": 1, "must_have": False},
                {"field": "acv", "test": "between", "min": 15000, "max": None, "weight": 1, "must_have": False}]
    if criteria[3]["test"] == "one_of":
        criteria[3]["values"] = ["GOLD"]
    return {"criteria": criteria}


def draw_settings(rng, scale):
    rules = [{"name": "hot", "tier": 1, "when": {"high_intensity": True, "fit": "high"}},
             {"name": "rising", "tier": 2, "when": {"engagement_surge": True, "acv_below": "large"}},
             {"name": "quiet", "tier": 3, "when": {"intent_score_below": 55, "fit_max": "high"}},
             {"name": "rest", "tier": 3, "when": {"engagement_score": 20}}]
    policy = {"capacity": {"1": rng.choice([None, 0, 2, 5]), "2": rng.choice([None, 3, 8]), "3": rng.choice([None, 4, 10])},
              "exclude": rng.choice([[], ["customers"], ["open_deals"], ["customers", "open_deals"]]),
              "thresholds": {"fit": {"high": rng.choice([40, 55.5, 70])}, "acv": {"large": 50000 * scale, "medium": str(15000 * scale)}},
              "intent": {"bidstream": rng.random() < 0.3, "followed_topics": rng.choice([None, ["erp", "Robots"], []]),
                         "window_days": rng.choice([30, 14])},
              "points": {"fax": 4, "Email open": 2.5}}
    if rng.random() < 0.4:
        policy["rules"] = rules
    pins = {f"a{rng.randrange(40):02}.com": (rng.choice(["1", "2", "3", "none"]), AS_OF + dt.timedelta(days=rng.randrange(4)))
            for _ in range(4)}
    return policy, pins


def differences(program, folder, seed):
    rng = random.Random(seed)
    zone = rng.choice(ZONES)
    currency, scale = rng.choice(list(CURRENCIES.items()))
    accounts = ["domain", "name", "industry", "employees", "technologies", "acv", "Badge"]
    write(f"{folder}/accounts.csv", accounts, draw_accounts(rng, scale))
    write(f"{folder}/activities.csv", ["id", "account", "contact", "type", "at", "product_area"], draw_activities(rng))
    write(f"{folder}/intent.csv", ["account", "source", "topic", "event", "date", "score", "count"], draw_intent(rng, rng.choice([0, 0, 3, 7, 8])))
    write(f"{folder}/opportunities.csv", ["id", "account", "name", "amount", "stage", "status", "created", "closed"], draw_deals(rng))
    policy, pins = draw_settings(rng, scale)
    for name, document in (("icp", draw_icp(rng)), ("policy", policy)):
        with open(f"{folder}/{name}.json", "w", encoding="utf-8") as handle:
            json.dump(document, handle)
    work = f"{folder}/edges.dimsum"
    run(program, "new", work, "--time-zone", zone, "--currency", currency)
    for kind in ("accounts", "opportunities", "activities", "intent"):
        said = json.loads(run(program, "import", work, "--kind", kind, f"{folder}/{kind}.csv", "--json"))
        assert said["rejected"] == 0, (kind, said)
    run(program, "icp", work, "set", f"{folder}/icp.json")
    run(program, "policy", work, "set", f"{folder}/policy.json")
    for account, (tier, until) in pins.items():
        run(program, "pin", work, "--account", account, "--tier", tier, "--until", str(until), "--reason", "edge", "--by", "me")
    said = json.loads(run(program, "retier", work, "--as-of", str(AS_OF), "--apply", "--by", "me", "--json"))
    run(program, "export", work, "accounts", "--out", f"{folder}/out.csv", "--as-of", str(AS_OF), "--profile", "raw")
    expected = reference.score_workspace(folder, AS_OF, zone=zoneinfo.ZoneInfo(zone), policy=policy, scale=scale, pins=pins)
    found = [f"world {seed}: {text}" for text in compare(f"{folder}/out.csv", expected)]
    for tier in ("1", "2", "3", "none"):
        count = sum(1 for a in expected.values() if str(a["in_force"] or "none") == tier)
        if said["tiers"][tier] != count:
            found.append(f"world {seed}: {said['tiers'][tier]} in tier {tier} instead of {count}")
    return found


def main():
    program = sys.argv[1]
    worlds = int(sys.argv[2]) if len(sys.argv) > 2 else 12
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    found = []
    for seed in range(first, first + worlds):
        with tempfile.TemporaryDirectory() as folder:
            found += differences(program, folder, seed)
    print("\n".join(found[:40]) or f"{worlds} worlds of edge cases: no difference")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
