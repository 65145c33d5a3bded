"""An independent reading of the scoring and tiering rules, written from the specification and not from the program.

Slow, plain Python over the canonical CSV files; tests compare the program's accounts.csv with what this computes.
Covers: fit, intent, engagement, surges, high intensity, tier rules, exclusions, priority, capacity, pins, reasons of
the default rules.
"""
import csv
import datetime as dt
import json
import os
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


def date_of(text, zone=dt.timezone.utc):
    """A stamp without an offset is wall time of the zone: its date is as written."""
    if len(text) == 10:
        return dt.date.fromisoformat(text)
    stamp = dt.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return stamp.astimezone(zone).date() if stamp.tzinfo else stamp.date()


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
        said = answer(criterion, account.get(fold(criterion["field"]), "").strip())
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

class Settings:
    """The parts of policy.json that these rules read, with their defaults."""

    def __init__(self, policy, scale):
        intent = policy.get("intent", {})
        self.bidstream = intent.get("bidstream", False)
        topics = intent.get("followed_topics")
        self.followed = None if topics is None else {fold(t) for t in topics}
        self.window = intent.get("window_days", 30)
        self.points = POINTS | {type_key(k): v for k, v in policy.get("points", {}).items()}
        self.exclude = policy.get("exclude", [])
        self.capacity = {int(t): n for t, n in policy.get("capacity", {}).items() if n is not None}
        thresholds = policy.get("thresholds", {})
        self.thresholds = {"fit": {"high": 70} | thresholds.get("fit", {}),
                           "acv": {"large": 50000 * scale, "medium": 15000 * scale} | thresholds.get("acv", {})}
        self.thresholds["fit_max"] = self.thresholds["fit"]
        self.rules = policy.get("rules", RULES)

    def counts(self, source):
        return self.bidstream or "bidstream" not in fold(source)

    def follows(self, topic):
        return self.followed is None or topic in self.followed

    def worth(self, kind):
        return self.points.get(kind, 1)

    def line(self, measure, value):
        return float(self.thresholds.get(measure, {}).get(value, value) if isinstance(value, str) else value)


def newest(signals):
    """Newest score per topic; on the same day the higher."""
    best = {}
    for day, topic, score in signals:
        if topic not in best or (day, score) > best[topic]:
            best[topic] = (day, score)
    return {topic: score for topic, (day, score) in best.items()}


def intent_of(scored, events, as_of, anchor, live_pairs, settings):
    """scored: [(source, topic, day, score)], events: [(source, type, day, count)] of one account."""
    scored = [s for s in scored if s[2] <= as_of and settings.counts(s[0]) and settings.follows(s[1])]
    window = [(d, t, x) for s, t, d, x in scored if (as_of - d).days < settings.window]
    topics = newest(window)
    points = defaultdict(float)
    for source, kind, day, count in events:
        age = (as_of - day).days
        if settings.counts(source) and 0 <= age < settings.window:
            points[source] += EVENT_POINTS.get(kind, 0) * count * 2 ** (-age / 14)
    values = list(topics.values())
    for p in points.values():
        score = 100 * (1 - 2 ** (-p / 40))
        if score + EPS >= 50:
            values.append(score)
    values.sort(reverse=True)
    score = sum(values[:3]) / len(values[:3]) if values else 0.0
    highest = values[0] if values else 0.0
    hot = bool(values) and highest + EPS >= 60

    surge, now, line = False, 0.0, 0.0
    if anchor and (as_of - anchor).days <= 7:
        mine = [(s, t, d, x) for s, t, d, x in scored if (s, t) in live_pairs and d <= anchor]
        if mine and (anchor - min(d for _, _, d, _ in mine)).days >= 28:
            weeks = [newest([(d, t, x) for s, t, d, x in mine if (anchor - d).days // 7 == k]) for k in range(13)]
            v = [sum(w.values()) for w in weeks]
            now, line = v[0], statistics.mean(v[1:]) + 2 * max(statistics.stdev(v[1:]), 10)
            surge = now + EPS >= line and any(x + EPS >= 50 for x in weeks[0].values())
    return {"intent_score": score, "intent_surge": surge, "recent_intent": hot or surge,
            "highest": highest, "surge_now": now, "surge_line": line}


# --- engagement ------------------------------------------------------------------------------------------------

def engagement_of(activities, as_of, settings):
    """activities: [(type key, day, contact, area)] of one account."""
    def capped(wanted):
        per = defaultdict(float)
        for kind, day, who, _ in activities:
            if wanted(kind, day):
                per[day, who] += settings.worth(kind)
        return {key: min(15.0, value) for key, value in per.items()}

    past = capped(lambda kind, day: day <= as_of)
    strength = sum(p * 2 ** (-(as_of - day).days / 30) for (day, _), p in past.items() if (as_of - day).days < 120)
    score = 100 * (1 - 2 ** (-strength / 30))
    recent = sum(capped(lambda kind, day: 0 <= (as_of - day).days < 30 and settings.worth(kind) >= 2).values())
    weeks = [0.0] * 13
    for (day, _), p in past.items():
        k = (as_of - day).days // 7
        if k < 13:
            weeks[k] += p
    line = statistics.mean(weeks[1:]) + 2 * max(statistics.stdev(weeks[1:]), 2)
    surge = weeks[0] + EPS >= line and weeks[0] + EPS >= 10
    return {"engagement_score": score, "engagement_surge": surge, "recent_engagement": recent + EPS >= 5,
            "recent_points": recent}


def high_intensity(activities, as_of, settings, areas_known):
    window = [a for a in activities if 0 <= (as_of - a[1]).days < 30 and settings.worth(a[0]) + EPS >= 2]
    people = {a[2] for a in window if a[2]}
    areas = {a[3] for a in window if a[3]}
    return len(window) >= 3 and max(len(people), 1 if window else 0) >= 2 and (len(areas) >= 1 or not areas_known)


# --- tiers -----------------------------------------------------------------------------------------------------

RULES = [{"name": "just-right", "tier": 1, "when": {"fit": "high", "acv": "large", "recent_intent": True, "recent_engagement": True}},
         {"name": "too-big", "tier": 2, "when": {"fit": "high", "acv": "medium", "recent_intent": True}},
         {"name": "engaged-no-intent", "tier": 2, "when": {"fit": "high", "acv": "medium", "recent_engagement": True}},
         {"name": "too-small", "tier": 3, "when": {"fit": "high", "acv_below": "medium"}},
         {"name": "not-yet-active", "tier": 3, "when": {"fit": "high"}}]


def holds(a, key, value, settings):
    if isinstance(value, bool):
        return a[key] == value
    measure = key.removesuffix("_below")
    if a[measure] is None:
        return False
    return (a[measure] + EPS >= settings.line(measure, value)) != key.endswith("_below")


def rule_of(a, settings):
    if a["disqualified"] or a["excluded"]:
        return None
    return next((rule for rule in settings.rules
                 if all(holds(a, key, value, settings) for key, value in rule["when"].items())), None)


def plain(value, decimals):
    text = f"{value:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def compared(what, value, sign, line, computed=False):
    """Two decimals, more where the sentence would not be true."""
    decimals = 2
    while decimals < 9 and (round(value, decimals) >= (round(line, decimals) if computed else line)) != (sign == ">="):
        decimals += 1
    return f"{what} {plain(value, decimals)} {sign} {plain(line, decimals if computed else 9)}"


def reasons_of(a, settings):
    if a["excluded"]:
        return a["excluded"]
    if a["disqualified"]:
        return f"fit must-have {a['failed']}"
    high = settings.line("fit", "high")
    if not a["matched"]:
        return "; ".join([compared("fit", a["fit"], "<", high)] + (["acv unknown"] if a["acv"] is None else []))
    said = []
    when = a["matched"]["when"]
    said.append(compared("fit", a["fit"], ">=", high))
    if "acv" in when:
        said.append(compared("acv", a["acv"], ">=", settings.line("acv", when["acv"])))
    if "acv_below" in when:
        said.append(compared("acv", a["acv"], "<", settings.line("acv", when["acv_below"])))
    if "recent_intent" in when:
        said.append(compared("intent", a["highest"], ">=", 60) if a["highest"] + EPS >= 60
                    else compared("intent surge", a["surge_now"], ">=", a["surge_line"], True))
    if "recent_engagement" in when:
        said.append(compared("engagement", a["recent_points"], ">=", 5))
    return "; ".join(said + (["capacity"] if a["displaced"] else []))


def excluded_by(deals, as_of, settings):
    known = [d for d in deals if d[1] <= as_of]
    if "customers" in settings.exclude and any(s == "won" and closed <= as_of for s, _, closed in known):
        return "excluded customer"
    if "open_deals" in settings.exclude and any(s == "open" or closed > as_of for s, _, closed in known):
        return "excluded open deal"
    return ""


def rows_if_any(path):
    return rows(path) if os.path.exists(path) else []


def read_intent(folder, as_of, settings):
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
            if settings.counts(source) and (anchor is None or day > anchor):
                anchor = day
        else:
            events[r["account"]].append((source, type_key(r["event"]), day, int(r["count"]) if r.get("count") else 1))
    live = {(s, t) for s, t, d in pairs if anchor and 28 <= (anchor - d).days < 91}
    return scored, events, anchor, live


def score_workspace(folder, as_of, zone=dt.timezone.utc, policy=None, scale=1, pins=None):
    """{domain: {...}} for the canonical files of a folder: accounts, intent, activities, opportunities, icp.json."""
    settings = Settings(policy or {}, scale)
    accounts = rows(f"{folder}/accounts.csv")
    with open(f"{folder}/icp.json", encoding="utf-8") as handle:
        criteria = json.load(handle)["criteria"]
    scored, events, anchor, live = read_intent(folder, as_of, settings)
    acts = defaultdict(list)
    areas_known = False
    for r in rows(f"{folder}/activities.csv"):
        area = fold(r.get("product_area", ""))
        areas_known = areas_known or bool(area)
        acts[r["account"]].append((type_key(r["type"]), date_of(r["at"], zone), fold(r["contact"]), area))
    deals = defaultdict(list)
    for r in rows_if_any(f"{folder}/opportunities.csv"):
        deals[r["account"]].append((r["status"], date_of(r["created"], zone),
                                    date_of(r["closed"], zone) if r["closed"] else dt.date.max))

    out = {}
    for account in accounts:
        key = account["domain"]
        fields = {fold(name): value for name, value in account.items()}
        fit, fit_max, failed, unknown = fit_of(fields, criteria)
        out[key] = {"fit": fit, "fit_max": fit_max, "failed": failed, "disqualified": failed is not None, "unknown": unknown,
                    "acv": float(account["acv"]) if account["acv"] else None,
                    "excluded": excluded_by(deals[key], as_of, settings),
                    "high_intensity": high_intensity(acts[key], as_of, settings, areas_known)}
        out[key] |= intent_of(scored[key], events[key], as_of, anchor, live, settings)
        out[key] |= engagement_of(acts[key], as_of, settings)
    place(out, settings, as_of, pins or {})
    return out


def place(out, settings, as_of, pins):
    """Rules, priority, capacity and pins: fills rule, proposed, in_force, reasons, pinned_until."""
    for a in out.values():
        a["matched"] = rule_of(a, settings)
        a["computed"] = a["matched"]["tier"] if a["matched"] else None
        a["displaced"] = False
    inside = [a["acv"] for a in out.values() if a["matched"]]
    for a in out.values():
        lower = sum(1 for x in inside if a["acv"] is not None and x is not None and x < a["acv"])
        share = lower / len(inside) if inside else 0.0
        a["priority"] = 0.3 * a["fit"] + 0.3 * a["intent_score"] + 0.3 * a["engagement_score"] + 10 * share
        a["proposed"] = a["computed"]
    in_force = {key: None if tier == "none" else int(tier) for key, (tier, until) in pins.items() if until >= as_of}
    for tier in (1, 2, 3):
        places = settings.capacity.get(tier)
        if places is None:
            continue
        places = max(0, places - sum(1 for pinned in in_force.values() if pinned == tier))
        members = sorted((k for k, a in out.items() if a["proposed"] == tier and k not in in_force),
                         key=lambda k: (-round(out[k]["priority"], 9), k.encode()))
        for k in members[places:]:
            out[k]["proposed"] = tier + 1 if tier < 3 else None
            out[k]["displaced"] = True
    usual = settings.rules is RULES
    for key, a in out.items():
        a["rule"] = a["matched"]["name"] if a["matched"] else ""
        a["reasons"] = reasons_of(a, settings) if usual else None
        a["in_force"] = a["proposed"]
        a["pinned_until"] = ""
        if key in in_force:
            a["in_force"] = in_force[key]
            a["pinned_until"] = str(pins[key][1])
            a["rule"], a["reasons"] = "pin", f"pin until {pins[key][1]}"
