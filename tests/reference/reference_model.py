"""An independent reading of the scoring and tiering rules, written from the specification and not from the program.

Slow, plain Python over the canonical CSV files; tests compare the program's accounts.csv with what this computes.
Covers: fit, intent, engagement, surges, tier rules, priority, capacity (no pins). Time zone UTC.
"""
import csv
import datetime as dt
import json
import math
import statistics
import unicodedata
from collections import defaultdict

EPS = 1e-9
POINTS = {"email open": 1, "ad click": 2, "email click": 3, "web visit": 2, "high value web page": 5,
          "content download": 5, "research report": 6, "webinar": 8, "event": 10, "demo": 15, "trial": 15,
          "meeting": 15, "reply": 8}
EVENT_POINTS = {"category": 10, "comparison": 30, "alternatives": 30, "profile": 50, "pricing": 50}
KINDS = {"bombora": "co-op", "g2": "review", "trustradius": "review"}


def fold(text):
    return unicodedata.normalize("NFKC", text).casefold().strip()


def type_key(text):
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def rows(path):
    with open(path, encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def date_of(text):
    if len(text) == 10:
        return dt.date.fromisoformat(text)
    stamp = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return stamp.astimezone(dt.timezone.utc).date() if stamp.tzinfo else stamp.date()


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def is_plain_number(text):
    body = text[1:] if text.startswith("-") else text
    whole, dot, fraction = body.partition(".")
    return whole.isascii() and whole.isdigit() and (not dot or (fraction.isascii() and fraction.isdigit()))


# --- fit -------------------------------------------------------------------------------------------------------

def answer(criterion, value):
    """True, False or None for unknown."""
    test = criterion["test"]
    if test == "known":
        return True if value else None  # an empty field is unknown, it could be filled in
    if value == "":
        return None
    if test == "one_of":
        return fold(value) in {fold(v) for v in criterion["values"]}
    if test == "between":
        if not is_plain_number(value):
            return None
        x = float(value)
        low, high = criterion.get("min"), criterion.get("max")
        return (low is None or x + EPS >= float(low)) and (high is None or float(high) + EPS >= x)
    parts = {fold(p) for p in value.split(";") if p.strip()}
    wanted = {fold(v) for v in criterion["values"]}
    return bool(parts & wanted) if test == "has_any" else wanted <= parts


def fit_of(account, criteria):
    total = yes = possible = 0
    failed = None
    unknown = []
    for criterion in criteria:
        said = answer(criterion, account.get(criterion["field"], "").strip())
        total += criterion["weight"]
        yes += criterion["weight"] if said is True else 0
        possible += criterion["weight"] if said is not False else 0
        if said is None:
            unknown.append(criterion["field"])
        if said is False and criterion.get("must_have") and failed is None:
            failed = criterion["field"]
    if failed:
        return 0.0, 0.0, failed, unknown
    return 100 * yes / total, 100 * possible / total, None, unknown


# --- intent ----------------------------------------------------------------------------------------------------

def counted(source, bidstream=False):
    return bidstream or "bidstream" not in fold(source)


def newest(signals):
    """Newest score per topic; on the same day the higher."""
    best = {}
    for day, topic, score in signals:
        if topic not in best or (day, score) > best[topic]:
            best[topic] = (day, score)
    return {topic: score for topic, (day, score) in best.items()}


def intent_of(scored, events, as_of, anchor, live_pairs):
    """scored: [(source, topic, day, score)], events: [(source, type, day, count)] of one account."""
    scored = [s for s in scored if s[2] <= as_of and counted(s[0])]
    window = [(d, t, x) for s, t, d, x in scored if (as_of - d).days < 30]
    topics = newest(window)
    points = defaultdict(float)
    for source, kind, day, count in events:
        age = (as_of - day).days
        if counted(source) and 0 <= age < 30:
            points[source] += EVENT_POINTS.get(kind, 0) * count * 2 ** (-age / 14)
    values = list(topics.values())
    for p in points.values():
        score = 100 * (1 - 2 ** (-p / 40))
        if score + EPS >= 50:
            values.append(score)
    values.sort(reverse=True)
    score = sum(values[:3]) / len(values[:3]) if values else 0.0
    hot = bool(values) and values[0] + EPS >= 60

    surge = False
    if anchor and (as_of - anchor).days <= 7:
        mine = [(s, t, d, x) for s, t, d, x in scored if (s, t) in live_pairs and d <= anchor]
        if mine and (anchor - min(d for _, _, d, _ in mine)).days >= 28:
            weeks = [newest([(d, t, x) for s, t, d, x in mine if (anchor - d).days // 7 == k]) for k in range(13)]
            v = [sum(w.values()) for w in weeks]
            line = statistics.mean(v[1:]) + 2 * max(statistics.stdev(v[1:]), 10)
            surge = v[0] + EPS >= line and any(x + EPS >= 50 for x in weeks[0].values())
    return score, surge, hot or surge


# --- engagement ------------------------------------------------------------------------------------------------

def engagement_of(activities, as_of):
    """activities: [(type key, day, contact)] of one account."""
    def capped(wanted):
        per = defaultdict(float)
        for kind, day, who in activities:
            if wanted(kind, day):
                per[day, who] += POINTS.get(kind, 1)
        return {key: min(15.0, value) for key, value in per.items()}

    past = capped(lambda kind, day: day <= as_of)
    strength = sum(p * 2 ** (-(as_of - day).days / 30) for (day, _), p in past.items() if (as_of - day).days < 120)
    score = 100 * (1 - 2 ** (-strength / 30))
    recent = sum(capped(lambda kind, day: 0 <= (as_of - day).days < 30 and POINTS.get(kind, 1) >= 2).values())
    weeks = [0.0] * 13
    for (day, _), p in past.items():
        k = (as_of - day).days // 7
        if k < 13:
            weeks[k] += p
    line = statistics.mean(weeks[1:]) + 2 * max(statistics.stdev(weeks[1:]), 2)
    surge = weeks[0] + EPS >= line and weeks[0] + EPS >= 10
    return score, surge, recent + EPS >= 5


# --- tiers -----------------------------------------------------------------------------------------------------

RULES = [("just-right", 1, "large", True, True), ("too-big", 2, "medium", True, False),
         ("engaged-no-intent", 2, "medium", False, True), ("too-small", 3, "below", False, False),
         ("not-yet-active", 3, None, False, False)]


def rule_of(a, scale):
    if a["failed"] or a["fit"] + EPS < 70:
        return None, None
    large, medium, acv = 50000 * scale, 15000 * scale, a["acv"]
    for name, tier, money, intent, engagement in RULES:
        if money == "large" and (acv is None or acv + EPS < large):
            continue
        if money == "medium" and (acv is None or acv + EPS < medium):
            continue
        if money == "below" and (acv is None or acv + EPS >= medium):
            continue
        if intent and not a["recent_intent"] or engagement and not a["recent_engagement"]:
            continue
        return name, tier
    return None, None


def score_workspace(folder, as_of, capacity=None, scale=1):
    """{domain: {...}} for the canonical files of a folder: accounts, intent, activities, icp.json."""
    accounts = rows(f"{folder}/accounts.csv")
    with open(f"{folder}/icp.json", encoding="utf-8") as handle:
        criteria = json.load(handle)["criteria"]
    scored, events = defaultdict(list), defaultdict(list)
    pairs, anchor = [], None
    for r in rows(f"{folder}/intent.csv"):
        day = date_of(r["date"])
        if day > as_of:
            continue
        source = fold(r["source"])
        if r.get("topic"):
            scored[r["account"]].append((source, fold(r["topic"]), day, float(r["score"])))
            pairs.append((source, fold(r["topic"]), day))
            if counted(source) and (anchor is None or day > anchor):
                anchor = day
        else:
            count = int(r["count"]) if r.get("count") else 1
            events[r["account"]].append((source, type_key(r["event"]), day, count))
    live = {(s, t) for s, t, d in pairs if anchor and 28 <= (anchor - d).days < 91}
    acts = defaultdict(list)
    for r in rows(f"{folder}/activities.csv"):
        day = date_of(r["at"])
        acts[r["account"]].append((type_key(r["type"]), day, fold(r["contact"])))

    out = {}
    for account in accounts:
        key = account["domain"]
        fit, fit_max, failed, unknown = fit_of(account, criteria)
        score, surge, recent = intent_of(scored[key], events[key], as_of, anchor, live)
        engaged, esurge, erecent = engagement_of(acts[key], as_of)
        out[key] = {"fit": fit, "fit_max": fit_max, "failed": failed, "unknown": unknown,
                    "intent_score": score, "intent_surge": surge, "recent_intent": recent,
                    "engagement_score": engaged, "engagement_surge": esurge, "recent_engagement": erecent,
                    "acv": float(account["acv"]) if account["acv"] else None}
    for a in out.values():
        a["rule"], a["tier"] = rule_of(a, scale)
    inside = [a["acv"] for a in out.values() if a["rule"]]
    for a in out.values():
        lower = sum(1 for x in inside if a["acv"] is not None and x is not None and x < a["acv"])
        share = lower / len(inside) if inside else 0.0
        a["priority"] = 0.3 * a["fit"] + 0.3 * a["intent_score"] + 0.3 * a["engagement_score"] + 10 * share
    for tier in (1, 2, 3):
        places = (capacity or {}).get(tier)
        if places is None:
            continue
        members = sorted((k for k, a in out.items() if a["tier"] == tier),
                         key=lambda k: (-round(out[k]["priority"], 9), k.encode()))
        for k in members[places:]:
            out[k]["tier"] = tier + 1 if tier < 3 else None
    return out
