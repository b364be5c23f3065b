"""What takes the log and the clock: visibility on another node, and acts at an instant set before."""

import copy as shallow
import datetime
import json
import statistics
import time

from . import newsroom

TITLE = "Measured on another node"


def visible_elsewhere(bench, room):
    """Releases on one node, and when the answer of the other shows them: its page and its front."""
    other = shallow.copy(room)
    other.start()
    try:
        caller, reader = newsroom.Caller(room, room.token()), newsroom.Caller(other, None)
        took = [seen_after(caller, reader, number) for number in range(bench.releases)]
    finally:
        other.stop()
    tell(bench, "release visible on another node", took, 250)


def seen_after(caller, reader, number):
    """Seconds from the answer to a release until the other node's page and front show it."""
    headline = f"{TITLE} {number} {time.time_ns()}"
    made = {"format": "dateline/story/1", "language": "en", "headline": headline, "body_html": "<p>One.</p>"}
    status, answer = caller.ask("POST", "/api/v1/stories?release=now", made)
    began = time.monotonic()
    if status != 201:
        raise RuntimeError(f"a release: {status} {answer[:300]}")
    path = "/" + json.loads(answer)["url"].split("/", 3)[3]
    for page in (path, "/en"):
        while headline.encode() not in reader.ask("GET", page)[1]:
            if time.monotonic() - began > 30:
                raise RuntimeError(f"{page} does not show the release within half a minute")
            time.sleep(0.001)
    return time.monotonic() - began


def on_time(bench, room, engine):
    """Stories set for instants a tenth of a second apart; when the log tells of them."""
    caller = newsroom.Caller(room, room.token("log:read"))
    head = json.loads(caller.ask("GET", "/api/v1/log?limit=1")[1])["head"]
    first = time.time() + 4
    due = {}
    for number in range(50 if bench.asked.quick else 200):
        instant = first + number / 10
        due[scheduled(caller, number, instant)] = instant
    late, waiting = [], dict(due)
    while waiting:
        answer = json.loads(caller.ask("GET", f"/api/v1/log?after={head}&limit=1000&wait=5")[1])
        now = time.time()
        for entry in answer["entries"]:
            head = entry["seq"]
            if entry["number"] in waiting:
                late.append(now - waiting.pop(entry["number"]))
        if now > first + len(due) / 10 + 30:
            raise RuntimeError(f"{len(waiting)} scheduled releases have not come")
    early = sum(each < 0 for each in late)
    tell(bench, f"scheduled release, {engine}", late, 1_000, f"; {early} EARLY" if early else "")


def scheduled(caller, number, instant):
    made = {"format": "dateline/story/1", "language": "en", "headline": f"{TITLE}, at its time {number}", "body_html": "<p>One.</p>"}
    answer = json.loads(caller.ask("POST", "/api/v1/stories", made)[1])
    at = datetime.datetime.fromtimestamp(instant, datetime.timezone.utc).isoformat()
    status, refused = caller.ask("POST", f"/api/v1/stories/{answer['number']}/schedule", {"act": "release", "at": at})
    if status != 200:
        raise RuntimeError(f"a schedule: {status} {refused[:300]}")
    return answer["number"]


def tell(bench, name, took, target_ms, more=""):
    p99 = statistics.quantiles(took, n=100)[98] * 1e3
    note = f"p50 {statistics.median(took) * 1e3:.0f} ms, {len(took)} one after another{more}"
    bench.row(f"{name}: p99", f"{p99:.0f} ms", f"≤ {target_ms:,} ms", p99 <= target_ms and not more, note)
