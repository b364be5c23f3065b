"""What is measured, row by row. Each takes the bench and says rows of the table."""

import html
import json
import re
import statistics
import subprocess
import time

from . import copy, load, newsroom, nodes

TITLE = "Measured without hurry"


def imported(bench, room, name, start, count):
    """Imports stories `start` to `start + count`, written outside the measured time."""
    files = []
    for first in range(start, start + count, 100_000):
        files.append(bench.folder / f"copy-{first}.jsonl")
        copy.write(bench.stories, files[-1], first, min(100_000, start + count - first))
    began = time.monotonic()
    summary = (room.run("import", *map(str, files)).strip().splitlines() or ["no summary"])[-1]
    per_second = count / (time.monotonic() - began)
    for file in files:
        file.unlink()
    bench.row(name, f"{per_second:,.0f} /s", "≥ 5,000 /s", per_second >= 5_000, summary)


def empty(bench, room):
    took = min(room.start(), again(room))
    time.sleep(1)
    megabytes = newsroom.memory_mb(room.server.pid)
    room.stop()
    bench.row("start to first page, empty", f"{took * 1e3:,.0f} ms", "≤ 300 ms", took <= 0.3)
    bench.row("memory, empty", f"{megabytes:,.0f} MB", "≤ 60 MB", megabytes <= 60)


def again(room):
    room.stop()
    return room.start()


def start_full(bench, room, count):
    took = min(room.start(), again(room), again(room))
    bench.row(f"start to first page, {count:,} stories", f"{took * 1e3:,.0f} ms", "≤ 300 ms", took <= 0.3, "best of 3")


def cached(bench, room):
    """One story page from memory, for 200 and 304, beside nginx with the same bytes."""
    path = room.addresses(200)[-1]
    for encoding in ("gzip", "br"):
        asked = {"Accept-Encoding": encoding}
        # The first answer is packed quickly, a later one well: nginx gets the bytes of the latter.
        for _ in range(20):
            status, headers, body = room.get(path, Accept_Encoding=encoding)
            time.sleep(0.1)
        if status != 200:
            raise RuntimeError(f"{path} answers {status}")
        print(f"  {encoding}: {len(body):,} bytes of body", flush=True)
        with load.Nginx(bench.folder / f"nginx-{encoding}", body, headers) as nginx:
            beside(bench, f"story page from memory, 200, {encoding}", room, path, asked, nginx, "/page", asked)
            if encoding == "gzip":
                _, theirs, _, _ = newsroom.fetch(nginx.port, "GET", "/bare", {})
                ours = {**asked, "If-None-Match": headers["etag"]}
                known = {**asked, "If-None-Match": theirs["etag"]}
                beside(bench, "story page from memory, 304", room, path, ours, nginx, "/bare", known)


def beside(bench, name, room, path, asked, nginx, their_path, asked_there):
    """Turns, so that a neighbour's work on the machine falls on both; the median of each counts."""
    ours, theirs = [], []
    for _ in range(bench.turns):
        ours.append(load.wrk(room.origin + path, room.pids, bench.seconds, headers=asked))
        theirs.append(load.wrk(nginx.address(their_path), nginx.pids, bench.seconds, headers=asked_there))
    our_cpu, their_cpu = (statistics.median(each.cpu_us for each in turns) for turns in (ours, theirs))
    best, rival = (max(turns, key=lambda each: each.per_second) for turns in (ours, theirs))
    half = load.at_half(room.origin + path, room.pids, bench.seconds, best, headers=asked)
    times = our_cpu / their_cpu
    bench.row(
        f"{name}: CPU a request", f"{our_cpu:.1f} µs ({times:.2f} ×)", "≤ 1.05 × nginx", times <= 1.05, f"nginx {their_cpu:.1f} µs"
    )
    note = f"nginx {rival.per_second:,.0f} /s" + (f"; {best.failed} failed" if best.failed else "")
    bench.row(f"{name}: requests", f"{best.per_second:,.0f} /s", "", None, note)
    bench.row(f"{name}: p99 at half load", f"{half.p99_ms:.2f} ms", "≤ 5 ms", half.p99_ms <= 5, f"{half.per_second:,.0f} /s; full {best.p99_ms:.2f} ms")


def rendered(bench, room, count):
    """Story pages that are not in memory: more addresses than the cache is let hold."""
    room.stop()
    room.start(DATELINE_CACHE__BYTES="1MiB")
    asked, addresses = walk(bench, room)
    full = load.wrk(room.origin, room.pids, bench.seconds * 2, **asked)
    half = load.at_half(room.origin, room.pids, bench.seconds * 2, full, **asked)
    failed = f"; {full.failed} failed" if full.failed else ""
    note = f"{addresses:,} addresses, {full.cpu_us:,.0f} µs CPU each{failed}"
    bench.row(f"story page rendered, {count:,} stories", f"{full.per_second:,.0f} /s", "≥ 2,500 /s", full.per_second >= 2_500, note)
    bench.row("story page rendered: p99 at half load", f"{half.p99_ms:.1f} ms", "≤ 20 ms", half.p99_ms <= 20, f"{half.per_second:,.0f} /s; full {full.p99_ms:.1f} ms")
    room.stop()


def walk(bench, room):
    """A walk of wrk over story pages from all over the archive, and over how many."""
    listed = room.addresses(50_000)
    chosen = bench.folder / "addresses"
    chosen.write_text("\n".join(listed) + "\n")
    return {"script": "walk.lua", "headers": {"Accept-Encoding": "br"}, "ADDRESSES": chosen}, len(listed)


def under_load(bench, room, count):
    """Everything at once after another: pages into memory, then the writes."""
    room.stop()
    room.start()
    asked, _ = walk(bench, room)
    load.wrk(room.origin, room.pids, bench.seconds * 3, **asked)
    if bench.wants("api"):
        bench.part("API on SQLite", api, room, "SQLite")
        bench.part("schedule on SQLite", nodes.on_time, room, "SQLite")
    most = room.most_mb
    bench.row(f"memory, {count:,} stories under load", f"{most:,.0f} MB", "≤ 400 MB", most <= 400, "most at any moment")


def api(bench, room, engine):
    """Drafts saved and stories released at 32 connections, each durable when it is answered."""
    token = room.token()
    caller = newsroom.Caller(room, token)
    text = next(s["body_html"] for s in bench.stories if 1_500 < len(s["body_html"]) < 2_500)
    drafts = []
    for number in range(400):
        made = {"format": "dateline/story/1", "language": "en", "headline": f"{TITLE} {number}", "body_html": text}
        status, answer = caller.ask("POST", "/api/v1/stories", made)
        if status != 201:
            raise RuntimeError(f"a draft: {status} {answer[:300]}")
        answer = json.loads(answer)
        drafts.append(f"{answer['number']} {answer['revision']}\n")
    listed = bench.folder / f"drafts-{engine}"
    listed.write_text("".join(drafts))
    words = re.sub(r"[^A-Za-z0-9 .,]", " ", re.sub("<[^>]*>", " ", text))
    shared = {"connections": 32, "TOKEN": token}
    saved = load.wrk(room.origin, room.pids, bench.seconds * 2, script="save.lua", DRAFTS=listed, TEXT=words, **shared)
    tell_writes(bench, f"drafts saved, {engine}", saved, 2_000)
    lines = bench.folder / f"releases-{engine}"
    with open(lines, "w", encoding="utf-8") as out:
        for made in bench.stories[:2000:10]:
            out.write(json.dumps({**made, "uri": "@@URI@@"}) + "\n")
    run = f"{engine}-{time.time_ns()}"
    full = load.wrk(room.origin, room.pids, bench.seconds * 2, script="release.lua", STORIES=lines, RUN=run, **shared)
    tell_writes(bench, f"releases, {engine}", full, 1_000)
    publish(bench, room, caller, engine)


def tell_writes(bench, name, done, target):
    failed = f", {done.failed} FAILED" if done.failed else ""
    note = f"p50 {done.p50_ms:.1f} ms, p99 {done.p99_ms:.1f} ms, {done.cpu_us:,.0f} µs CPU each{failed}"
    good = done.per_second - done.failed / max(bench.seconds * 2, 1)
    bench.row(f"{name}, 32 connections", f"{good:,.0f} /s", f"≥ {target:,} /s", good >= target, note)


def publish(bench, room, caller, engine):
    """One release after another: how long each takes, and whether every page shows it at once."""
    section = bench.stories[0]["section"]
    took, unseen = [], 0
    reader = newsroom.Caller(room, None)
    for number in range(bench.releases):
        made = {**bench.stories[number], "section": section, "uri": f"tag:measure.example,2026:one/{engine}/{time.time_ns()}"}
        began = time.monotonic()
        status, answer = caller.ask("POST", "/api/v1/stories?release=now", made)
        took.append(time.monotonic() - began)
        if status != 201:
            raise RuntimeError(f"a release: {status} {answer[:300]}")
        answer = json.loads(answer)
        path = "/" + answer["url"].split("/", 3)[3]
        mark = f"-{answer['number']}".encode()
        home = path.rsplit("/", 1)[0]
        day = time.strftime("/en/%Y/%m/%d", time.gmtime())
        for page in (path, "/en", home, day, "/en/feed.xml", f"{home}/feed.xml", "/news-sitemap.xml"):
            seen, text = reader.ask("GET", page)
            if seen != 200 or mark not in text:
                unseen += 1
                bench.unseen[page if page != path else "story page"] += 1
    p99 = statistics.quantiles(took, n=100)[98] * 1e3
    note = f"p50 {statistics.median(took) * 1e3:.1f} ms, {bench.releases} one after another"
    bench.row(f"release, the act, {engine}: p99", f"{p99:.1f} ms", "≤ 50 ms", p99 <= 50, note)
    where = ", ".join(f"{page} {times}" for page, times in bench.unseen.items())
    bench.unseen.clear()
    bench.row(
        f"visible at once on 7 pages, {engine}", f"{bench.releases * 7 - unseen} of {bench.releases * 7}", "all", unseen == 0, where
    )


def weight(bench, room, name, most):
    """Bytes on the wire, head and Brotli body, of story pages."""
    sizes, heaviest = [], (0, "")
    for path in room.addresses(most):
        for _ in range(2):
            status, headers, _, taken = newsroom.fetch(room.port, "GET", path, {"Accept-Encoding": "br"})
        if status != 200 or headers.get("content-encoding") != "br":
            raise RuntimeError(f"{path}: {status}, {headers.get('content-encoding')}")
        sizes.append(taken)
        heaviest = max(heaviest, (taken, path))
    if not sizes:
        return
    within = sum(size <= 14_000 for size in sizes) / len(sizes) * 100
    sizes.sort()
    note = f"{len(sizes):,} pages; median {sizes[len(sizes) // 2]:,} B, heaviest {heaviest[0]:,} B"
    bench.row(f"story pages ≤ 14,000 B, {name}", f"{within:.2f} %", "≥ 99 %", within >= 99, note)


def growth(bench, room, few, fewer):
    """Time of one rendered page of each kind, alone, with few stories and with many."""
    many = alone_ms(room)
    for kind, before in few.items():
        times = many[kind] / before
        note = f"{before:.2f} ms with {fewer:,}, {many[kind]:.2f} ms now; median, one at a time"
        bench.row(f"one rendered {kind}, many ÷ few stories", f"{times:.2f} ×", "≤ 1.20 ×", times <= 1.2, note)


def alone_ms(room):
    """Median milliseconds of rendered pages by kind, one request at a time."""
    room.start(DATELINE_CACHE__BYTES="1MiB")
    reader = newsroom.Caller(room, None)
    stories = room.addresses(50_000)
    kinds = {"story page": stories[:: max(len(stories) // 500, 1)], "older page of a section": older(reader, stories[-1])}
    took = {kind: statistics.median(timed_ms(reader, path) for path in paths) for kind, paths in kinds.items()}
    room.stop()
    return took


def older(reader, story):
    """Pages further and further back in a section; only their addresses are asked for here."""
    section, found = story.rsplit("/", 1)[0], []
    page = section
    while len(found) < 60:
        text = reader.ask("GET", page)[1].decode()
        onward = re.search(r'href="([^"]*\?before=[^"]*)"', text)
        if not onward:
            break
        page = html.unescape(onward[1])
        page = page if page.startswith("/") else section + page
        # One microsecond earlier is another page of the same length, which has not been rendered yet.
        found.append(re.sub(r"before=(\d+)", lambda at: f"before={int(at[1]) - 1}", page))
    return found or [section]


def timed_ms(reader, path):
    began = time.monotonic()
    reader.ask("GET", path)
    return (time.monotonic() - began) * 1e3


def export(bench, room, pages):
    out = bench.folder / "mirror"
    began = time.monotonic()
    room.run("export", "--format", "html", "--out", str(out))
    took = time.monotonic() - began
    files = int(subprocess.run(["sh", "-c", f"find '{out}' -type f | wc -l"], capture_output=True, text=True).stdout)
    bench.row("export --format html", f"{files / took:,.0f} files/s", "", None, f"{files:,} files of {pages:,} stories")
