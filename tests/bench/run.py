#!/usr/bin/env python3
"""Measures Dimsum beside its peers in one run and writes the table that the README quotes.

    python3 tests/bench/run.py --build .build/bench [--accounts 1000000 --activities 10000000] [--runs 3] [--out FILE.md]

The peers are the sqlite3 shell and DuckDB (by npm, where there is one), which bring in the same two files without
looking at them, and scikit-learn (python3-sklearn) for the learner. Nothing here fails on a slow machine: figures are
recorded, not judged. --growth measures smaller and larger worlds, too, as a table and as growth.png.
"""
import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

AS_OF, DAY_BEFORE = "2025-12-31", "2025-12-30"


def timed(command):
    """Seconds of wall time of one program, and what it printed; its failure is ours."""
    before = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    output, errors = process.communicate()
    seconds = time.monotonic() - before
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{errors.decode()}{output.decode()}")
    return seconds, output.decode()


def timed_with_peak(command):
    """Seconds and, where there is a /usr/bin/time to ask, the peak of memory in MB; otherwise None for it."""
    if not shutil.which("/usr/bin/time"):
        return timed(command)[0], None
    before = time.monotonic()
    run = subprocess.run(["/usr/bin/time", "-f", "%M", *map(str, command)], capture_output=True, text=True)
    seconds = time.monotonic() - before
    if run.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{run.stderr}{run.stdout}")
    return seconds, int(run.stderr.strip().splitlines()[-1]) / 1024


def size_of(path):
    return sum(pathlib.Path(str(path) + end).stat().st_size for end in ("", "-wal") if os.path.exists(str(path) + end)) / 1e6


def settle():
    """What was written before is on the disk, so that nobody pays for somebody else's writing."""
    os.sync()


class Bench:
    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.program = pathlib.Path(options.build) / "app" / "dimsum"
        self.bench = pathlib.Path(options.build) / "tests" / "dimsum_bench"
        self.rows = []

    def dimsum(self, *arguments):
        return timed([self.program, *map(str, arguments)])

    def world(self, accounts, activities):
        world = self.folder / f"world-{accounts}"
        if not world.exists():
            self.dimsum("generate", world, "--accounts", accounts, "--activities", activities, "--seed", 7, "--as-of", AS_OF)
        return world

    def import_both(self, world, workspace):
        for end in ("", "-wal", "-shm"):
            pathlib.Path(str(workspace) + end).unlink(missing_ok=True)
        self.dimsum("new", workspace)
        settle()
        imports = [timed_with_peak([self.program, "import", workspace, "--kind", kind, world / f"{kind}.csv"]) for kind in ("accounts", "activities")]
        return sum(seconds for seconds, _ in imports), max((peak for _, peak in imports if peak), default=None)

    def window(self, workspace):
        """The painted window: rows in milliseconds. The second run finds the scores of the first."""
        program = self.bench.with_name("dimsum_window_bench")
        if not program.exists():
            return {}
        for _ in range(2):
            settle()
            _, output = timed([program, workspace, "60"])
        rows = {line.split()[0]: [float(word) for word in line.split()[1:]] for line in output.splitlines()}
        sample = self.folder / "sample.dimsum"
        if not sample.exists():
            self.dimsum("demo", sample)
        rows["start"] = [timed([program, sample, "start"])[0] * 1000 for _ in range(5)]
        return rows

    def sqlite(self, world):
        base = self.folder / "peer.db"
        base.unlink(missing_ok=True)
        settle()
        seconds, _ = timed(["sqlite3", base, ".mode csv", f".import {world}/accounts.csv accounts", f".import {world}/activities.csv activities"])
        return seconds, size_of(base)

    def duckdb(self, world):
        """Seconds of import, aggregates and attribution, and MB of the file; nothing without npm or a network."""
        if self.options.without_npm or not shutil.which("npm"):
            return None
        place = self.folder / "duckdb"
        place.mkdir(exist_ok=True)
        shutil.copy(pathlib.Path(__file__).with_name("duckdb_peer.mjs"), place)
        if not (place / "node_modules").exists():
            installed = subprocess.run(["npm", "install", "--silent", "--prefix", place, "@duckdb/node-api"], capture_output=True)
            if installed.returncode != 0:
                return None
        base = place / "peer.duckdb"
        base.unlink(missing_ok=True)
        settle()
        _, output = timed(["node", place / "duckdb_peer.mjs", world.resolve(), base.resolve(), AS_OF])
        return {line.split()[0]: float(line.split()[1]) for line in output.splitlines()} | {"mb": size_of(base)}

    def delta(self, world, workspace, activities):
        """One day more: 30,000 activities (or a third of all) that nobody has seen, and everything tiered anew."""
        rows = min(30_000, max(100, activities // 3))
        day = self.folder / "day.csv"
        imports, tiers = [], []
        for run in range(self.options.runs):
            with open(world / "activities.csv", encoding="utf-8") as source, open(day, "w", encoding="utf-8") as out:
                out.write(source.readline())
                for number, line in zip(range(rows), source):
                    cells = line.split(",")
                    cells[0], cells[4] = f"day-{run}-{number}", f"2025-12-30T{number % 24:02}:{run:02}:00Z"
                    out.write(",".join(cells))
            self.inside(workspace)  # has the scores of this day written down, as they are when a day begins
            settle()
            _, output = timed([self.bench, workspace, "1", AS_OF, "delta", day])
            inside = {line.split()[0]: float(line.split()[1]) / 1000 for line in output.splitlines()}
            imports.append(inside["delta_import"])
            tiers.append(inside["delta_scored_and_tiered"])
        return rows, statistics.median(imports), statistics.median(tiers), self.dimsum("retier", workspace, "--as-of", AS_OF)[0]

    def inside(self, workspace, *what, day=AS_OF):
        _, output = timed([self.bench, workspace, str(self.options.runs), day, *what])
        return {line.split()[0]: [float(word) for word in line.split()[1:]] for line in output.splitlines()}

    def add(self, work, figure, reach, note=""):
        self.rows.append((work, figure, reach, note))
        print(f"{work}: {figure} {note}", flush=True)


def quantile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measure(bench):
    options = bench.options
    world = bench.world(options.accounts, options.activities)
    workspace = bench.folder / "bench.dimsum"
    # In turns: the same minutes for both.
    imports, peers = zip(*[(bench.import_both(world, workspace), bench.sqlite(world)) for _ in range(options.runs)])
    ours, peaks = zip(*imports)
    wall, raw = statistics.median(ours), statistics.median(seconds for seconds, _ in peers)
    bench.add("import both files, durable", f"{wall:.1f} s", "0.5 x sqlite3", f"sqlite3 .import {raw:.1f} s: {wall / raw:.2f} x")
    bench.add("file", f"{size_of(workspace):.0f} MB", "0.5 x sqlite3", f"sqlite3 {peers[0][1]:.0f} MB: {size_of(workspace) / peers[0][1]:.2f} x")
    if peaks[0]:
        bench.add("memory of the import", f"{max(peaks):.0f} MB", "1000 MB")
        again, peak = timed_with_peak([bench.program, "import", workspace, "--kind", "activities", world / "activities.csv", "--dry-run"])
        bench.add("the same activities once more: every row is there already", f"{again:.1f} s, {peak:.0f} MB", "1000 MB")
    duck = bench.duckdb(world)
    if duck:
        bench.add("the same by DuckDB, without a check", f"{duck['import']:.1f} s, {duck['mb']:.0f} MB", "", f"Dimsum {wall / duck['import']:.2f} x")
    bench.dimsum("icp", workspace, "set", world / "icp.json")
    bench.dimsum("retier", workspace, "--as-of", AS_OF, "--apply", "--by", "bench")
    bench.dimsum("menu", workspace, "approve", "--by", "bench")
    inside = bench.inside(workspace)
    bench.add("open for the first time, or after other programs have imported: load and score everything", f"{inside['open_and_load'][0] / 1000:.2f} s", "")
    inside = bench.inside(workspace, day=DAY_BEFORE)
    bench.add("open on another day: the accounts are known, their events are read and scored", f"{inside['open_and_load'][0] / 1000:.2f} s", "")
    bench.inside(workspace)
    inside = bench.inside(workspace)
    for row, work, reach in (("open_and_load", "open: scored accounts in their order, without the window", "1 s"),
                             ("rescore_first", "rescore and retier, events to be read first", "2 s"),
                             ("rescore_and_retier", "rescore and retier, again", "2 s")):
        bench.add(work, f"{statistics.median(inside[row]) / 1000:.2f} s", reach)
    for row, work, reach, share in (("threshold_moved", "threshold moved: counts, places, moves and money's basis, without the window, p95", "16 ms", 0.95),
                                    ("sort_by_any_column", "sort by any column, p95", "150 ms", 0.95),
                                    ("filter_keystroke", "filter keystroke, p95", "60 ms", 0.95),
                                    ("tick_to_durable_order", "tick to durable order, p99", "20 ms", 0.99)):
        if inside.get(row):
            bench.add(work, f"{quantile(inside[row], share):.1f} ms", reach)
    if duck:
        bench.add("DuckDB: the aggregates behind a score", f"{duck['aggregates']:.2f} s", "", f"Dimsum's rescore and retier {statistics.median(inside['rescore_and_retier']) / 1000 / duck['aggregates']:.2f} x")
    if (world / "opportunities.csv").exists():
        for kind in ("opportunities", "costs", "campaigns", "program"):
            bench.dimsum("import", workspace, "--kind", kind, world / f"{kind}.csv")
        worth = bench.inside(workspace, "worth")
        median = {row: statistics.median(times) / 1000 for row, times in worth.items()}
        beside = f"DuckDB, last touch and linear alone: {duck['attribution']:.2f} s" if duck and "attribution" in duck else ""
        bench.add(f"all nine models and costs, {worth['opportunities'][0]:,.0f} opportunities", f"{median['nine_models_and_costs']:.2f} s", "5 s", beside)
        bench.add("everything the ROI page shows, lift of 2,000 draws and four views more", f"{median['roi_page']:.2f} s", "")
        bench.add("plan of a quarter: evidence, prices, proposal", f"{median['plan_of_a_quarter']:.2f} s", "")
    bench.add("memory with the workspace loaded, without the window", f"{inside['resident_mb'][0]:.0f} MB", "700 MB")
    window = bench.window(workspace)
    if window:
        for row, work, reach, share in (("scroll_frame", "scroll frame, p95", "16 ms", 0.95),
                                        ("keystroke_painted", "filter keystroke, painted: the slowest, which is the first", "60 ms", 1),
                                        ("sort_painted", "sort by account, fit, ACV, priority, painted: the slowest, which is the first", "150 ms", 1),
                                        ("slider_painted", "threshold moved: counts, money, moves and charts painted, p95", "16 ms", 0.95)):
            if window.get(row):
                bench.add(f"window: {work}", f"{quantile(window[row], share):.1f} ms", reach)
        bench.add("window: open to the first painted, sorted table", f"{window['open_to_painted_table'][0] / 1000:.2f} s", "1 s")
        bench.add("window: memory with the table shown", f"{window['window_mb'][0]:.0f} MB", "700 MB", f"after sorting, searching and sliding {window['window_mb_after'][0]:.0f} MB")
        bench.add("window: from its start to the painted sample, and closed again", f"{statistics.median(window['start']) / 1000:.2f} s", "0.4 s")
    rows, seconds, tiers, retier = bench.delta(world, workspace, options.activities)
    bench.add(f"one day more, {rows:,} activities: imported, scored, tiered", f"{seconds + tiers:.2f} s", "1 s", f"import {seconds:.2f} s; retier from the command line, everything anew and kept, {retier:.2f} s")


def grow(bench, sizes, path):
    """What a person waits for, by the number of accounts; ten activities each."""
    rows = []
    for accounts in sizes:
        world = bench.world(accounts, accounts * 10)
        workspace = bench.folder / f"growth-{accounts}.dimsum"
        imported, _ = bench.import_both(world, workspace)
        bench.dimsum("icp", workspace, "set", world / "icp.json")
        bench.dimsum("retier", workspace, "--as-of", AS_OF, "--apply", "--by", "bench")
        bench.inside(workspace)
        inside = bench.inside(workspace)
        _, delta, tiers, _ = bench.delta(world, workspace, accounts * 10)
        delta += tiers
        bench.dimsum("import", workspace, "--kind", "opportunities", world / "opportunities.csv")
        models = statistics.median(bench.inside(workspace, "worth")["nine_models_and_costs"]) / 1000
        rows.append((accounts, imported, inside["open_and_load"][0] / 1000, statistics.median(inside["rescore_and_retier"]) / 1000,
                     quantile(inside["threshold_moved"], 0.95), quantile(inside["sort_by_any_column"], 0.95), delta, models))
        print(rows[-1], flush=True)
    lines = ["", "## Growth", "", "| accounts | import | open | rescore, retier | threshold p95 | sort p95 | 30,000 more | nine models |", "| --- | --- | --- | --- | --- | --- | --- | --- |"]
    lines += [f"| {a:,} | {i:.1f} s | {o:.2f} s | {r:.2f} s | {t:.1f} ms | {s:.1f} ms | {d:.2f} s | {m:.2f} s |" for a, i, o, r, t, s, d, m in rows]
    deltas = {row[0]: row[6] for row in rows}
    if {10_000, 1_000_000} <= deltas.keys():
        lines += ["", f"A day of 30,000 activities more takes {deltas[1_000_000] / deltas[10_000]:.1f} times as long on 1,000,000 accounts as on 10,000; 3 times at most are asked."]
    try:
        import matplotlib
        matplotlib.use("Agg")
        from matplotlib import pyplot
    except ImportError:
        return lines
    figure, axes = pyplot.subplots(figsize=(7, 4.2))
    for name, column in (("import", 1), ("open", 2), ("rescore and retier", 3), ("30,000 activities more", 6), ("nine models", 7)):
        axes.plot([row[0] for row in rows], [row[column] for row in rows], marker="o", label=f"{name}, s")
    axes.plot([row[0] for row in rows], [row[4] / 1000 for row in rows], marker="o", label="threshold moved, s")
    axes.set(xscale="log", yscale="log", xlabel="accounts, ten activities each", ylabel="seconds")
    axes.grid(alpha=0.3)
    axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(path.with_name("growth.png"), dpi=110)
    return [*lines, "", "![growth](growth.png)"]


def write(bench, path, growth=()):
    options = bench.options
    lines = ["# Figures", "",
             f"{options.accounts:,} accounts and {options.activities:,} activities of `dimsum generate`, {options.runs} run(s), medians; "
             f"{platform.machine()}, {os.cpu_count()} cores. Written by `tests/bench/run.py`; what is slower than it should be is in here too.",
             "", "| work | measured | to reach | beside |", "| --- | --- | --- | --- |"]
    lines += [f"| {' | '.join(row)} |" for row in bench.rows]
    lines += growth
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True, help="folder of a build with DIMSUM_BENCH=ON")
    parser.add_argument("--accounts", type=int, default=1_000_000)
    parser.add_argument("--activities", type=int, default=10_000_000)
    parser.add_argument("--without-npm", action="store_true", help="no DuckDB: nothing is fetched from the network")
    parser.add_argument("--growth", type=int, nargs="*", help="numbers of accounts for the growth curve")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--out", default=str(pathlib.Path(__file__).with_name("RESULTS.md")))
    parser.add_argument("--folder", help="where the files go (kept); otherwise a temporary folder")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(options.folder or temporary)
        folder.mkdir(parents=True, exist_ok=True)
        bench = Bench(options, folder)
        measure(bench)
        growth = grow(bench, options.growth, pathlib.Path(options.out)) if options.growth else []
        write(bench, pathlib.Path(options.out), growth)


if __name__ == "__main__":
    main()
