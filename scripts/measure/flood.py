#!/usr/bin/env python3
"""A flood of letters and of reports of mistakes: what machines send from many networks, the readers who write meanwhile,
and the site beside them.

    scripts/measure/flood.py [--binary target/release/dateline] [--forms 100000] [--networks 5000] [--readers 200]

A machine sends what machines send: forms without a token, with one that was spent, sooner than anybody types, with letters
that are guessed, with the field filled that no reader sees and the work done. Half of it is letters, half reports of one
story. A reader asks for a form, takes two seconds over it, lets the proof of work be found where it is asked for, and sends it
once: every other one a letter, the rest reports of other stories. Every network is an IPv4 /24 of its own behind a trusted
proxy. A story's page is asked for all the while.
"""

import argparse
import hashlib
import html
import http.client
import itertools
import json
import multiprocessing
import os
import pathlib
import random
import re
import sqlite3
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from measure import copy, newsroom  # noqa: E402

HANDS = 8
LETTERS = "/en/feedback"
STORIES = 51


class Visitor:
    """Somebody, or something, with a line of its own through the proxy."""

    def __init__(self, port):
        self.port, self.connection = port, http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, method, path, address, fields=None):
        headers = {"Host": "localhost", "X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}
        body = None
        if fields is not None:
            body, headers["Content-Type"] = urllib.parse.urlencode(fields), "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read().decode()

    def form(self, address, path):
        """A form as it is shown: its address, its token, the work it offers, and of a report version and first block."""
        page = self.ask("GET", path, address)[1]

        def found(pattern):
            hit = re.search(pattern, page)
            return html.unescape(hit.group(1)) if hit else ""

        token, challenge = found(r'name="captcha_token" value="([^"]*)"'), found(r'data-challenge="([^"]*)"')
        shown = {"path": path, "token": token, "challenge": challenge, "bits": int(found(r'data-bits="([^"]*)"') or 0)}
        return {**shown, "version": found(r'name="version" value="(\d+)"'), "block": found(r'name="block" value="([^"@]+)"')}


def filled(form, name, **more):
    """A form filled in, as a browser sends it."""
    fields = {"website": "", "captcha_token": form["token"], **more}
    if form["path"] == LETTERS:
        return {"name": name, "email": f"{name}@reader.example", "subject": "The bridge", "message": "It opened in May.", **fields}
    said = {"suggestion": f"{name} knows better", "kind": "slip", "word": "It opened in May.", "email": "", "passages": ""}
    return {"version": form.get("version", "1"), "block": form.get("block", "b1"), **said, **fields}


def solve(form):
    """Sixteen counters under each of which SHA-256 of `CHALLENGE:part:counter` begins with so many zero bits."""
    challenge, bits, counters = form["challenge"], form["bits"], []
    if not challenge:
        return ""
    for part in range(1, 17):
        for counter in itertools.count():
            head = hashlib.sha256(f"{challenge}:{part}:{counter}".encode()).digest()[:4]
            if int.from_bytes(head, "big") >> (32 - bits) == 0:
                counters.append(str(counter))
                break
    return ".".join(counters)


def flood(port, share, networks, report, seed, answers):
    """One hand of the machines. Puts how often each kind was answered how."""
    chance, visitor, waiting, spent, counts = random.Random(seed), Visitor(port), [], "a.b.c", {}
    for _ in range(share):
        network = chance.randrange(networks)
        address = f"{20 + network // 250}.{network % 250}.7.{chance.randrange(1, 255)}"
        path = chance.choice([LETTERS, report])
        kind = chance.choices(["no token", "spent token", "too soon", "guessed letters", "hidden field"], [100, 70, 10, 18, 2])[0]
        if kind in ("guessed letters", "hidden field"):
            waiting.append((time.monotonic(), visitor.form(address, path)))
            if waiting[0][0] > time.monotonic() - 1.2:
                kind = "spent token"
        form, more = {"path": path, "token": spent if kind == "spent token" else ""}, {"captcha": "ABCDE"}
        if kind == "too soon":
            form = visitor.form(address, path)
        elif kind in ("guessed letters", "hidden field"):
            form = waiting.pop(0)[1]
            spent = form["token"]
        if kind == "hidden field":
            more = {"website": "http://spam.example", "captcha_proof": solve(form)}
        status = visitor.ask("POST", form["path"], address, filled(form, "machine", **more))[0]
        what = "letter" if form["path"] == LETTERS else "report"
        counts[f"{what}, {kind}", status] = counts.get((f"{what}, {kind}", status), 0) + 1
    answers.put(("counts", counts))


def write(port, path, place, outcomes):
    """One reader's form. Adds how it was answered, and how long the form and its answer took together."""
    visitor, address = Visitor(port), f"100.{64 + place // 250}.{place % 250}.9"
    began = time.monotonic()
    form = visitor.form(address, path)
    loaded = time.monotonic() - began
    time.sleep(2)
    proof = solve(form)
    began = time.monotonic()
    status, page = visitor.ask("POST", path, address, filled(form, f"reader{place}", captcha_proof=proof))
    what = "letter" if path == LETTERS else "report"
    again = ", asked again" if "captcha_token" in page else ""
    outcomes.append(((f"reader's {what}", f"{status}{again}"), loaded + time.monotonic() - began))


def readers(port, count, reports, answers):
    """Readers who come one after the other, ten a second; every other one with a letter."""
    outcomes, hands = [], []
    for place in range(count):
        path = reports[place % len(reports)] if place % 2 else LETTERS
        hands.append(threading.Thread(target=write, args=(port, path, place, outcomes)))
        hands[-1].start()
        time.sleep(0.1)
    for hand in hands:
        hand.join()
    answers.put(("readers", outcomes))


def watch(port, path, over, answers):
    """Asks for a page until it is over."""
    visitor, took = Visitor(port), []
    while not over.is_set():
        began = time.monotonic()
        status = visitor.ask("GET", path, "198.18.0.1")[0]
        assert status == 200, f"{path}: {status}"
        took.append(time.monotonic() - began)
        time.sleep(0.02)
    answers.put(("pages", took))


def part(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000 if ordered else float("nan")


def row(name, values):
    print(f"| {name} | {len(values)} | {part(values, .5):.1f} ms | {part(values, .99):.1f} ms |")


def kept(room):
    """What the database holds afterwards; on SQLite only, where it is a file beside us."""
    path = room.data / "dateline.db"
    if not path.exists():
        return
    with sqlite3.connect(path) as database:
        for state, count in database.execute("SELECT state, count(*) FROM message GROUP BY state"):
            print(f"letters kept as {state}: {count}")
        for state, count in database.execute("SELECT state, sum(reports) FROM mistake GROUP BY state"):
            print(f"reports kept as {state}: {count}")
        for table in ("captcha_spent", "form_count"):
            print(f"rows of {table}: {database.execute(f'SELECT count(*) FROM {table}').fetchone()[0]}")
    print(f"database: {path.stat().st_size / 1e6:.1f} MB")


def prepare(room, folder):
    room.init()
    stories = []
    for number, item in enumerate(copy.invented(STORIES)):
        body = "".join(f"<p>{text}</p>" for text in copy.paragraphs(item["body"]))
        stories.append({
            "format": "dateline/story/1", "uri": f"tag:measure.example,2026:{number}", "language": "en", "section": "news",
            "headline": item["title"], "body_html": body, "published_at": "2026-01-02T03:04:05Z",
        })
    file = folder / "stories.jsonl"
    file.write_text("\n".join(map(json.dumps, stories)))
    room.run("import", str(file))


def watched(room, page, during):
    """How long a page took while something else went on."""
    over, answers = multiprocessing.Event(), multiprocessing.Queue()
    watching = multiprocessing.Process(target=watch, args=(room.port, page, over, answers))
    watching.start()
    during()
    over.set()
    took = answers.get()[1]
    watching.join()
    return took


def measure(room, asked):
    page, *others = room.addresses(STORIES)
    quiet = watched(room, page, lambda: time.sleep(5))
    before, answers, counts, outcomes = newsroom.memory_mb(room.pids[0]), multiprocessing.Queue(), {}, []
    share = asked.forms // HANDS
    hands = [
        multiprocessing.Process(target=flood, args=(room.port, share, asked.networks, f"{page}/report", seed, answers))
        for seed in range(HANDS)
    ]
    reports = [f"{other}/report" for other in others]
    hands.append(multiprocessing.Process(target=readers, args=(room.port, asked.readers, reports, answers)))

    def all_of_it():
        for hand in hands:
            hand.start()
        for _ in hands:
            kind, told = answers.get()
            if kind == "readers":
                outcomes.extend(told)
            else:
                for outcome, count in told.items():
                    counts[outcome] = counts.get(outcome, 0) + count
        for hand in hands:
            hand.join()

    began = time.monotonic()
    loud = watched(room, page, all_of_it)
    lasted, sent = time.monotonic() - began, sum(counts.values())
    for outcome, _ in outcomes:
        counts[outcome] = counts.get(outcome, 0) + 1
    print(f"{sent} forms of machines from {asked.networks} networks in {lasted:.0f} s ({sent / lasted:.0f}/s), {asked.readers} readers\n")
    print("| what | times | median | p99 |\n|---|---|---|---|")
    row("a story's page before", quiet)
    row("a story's page meanwhile", loud)
    row("a reader's form, asked for and answered", [seconds for _, seconds in outcomes])
    print("\n| who | answer | times |\n|---|---|---|")
    for (kind, status), count in sorted(counts.items(), key=str):
        print(f"| {kind} | {status} | {count} |")
    print(f"\nmemory: {before:.0f} MB before, {newsroom.memory_mb(room.pids[0]):.0f} MB after, {room.most_mb:.0f} MB at most")


def main():
    asker = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asker.add_argument("--binary", default="target/release/dateline")
    asker.add_argument("--forms", type=int, default=100_000)
    asker.add_argument("--networks", type=int, default=5_000)
    asker.add_argument("--readers", type=int, default=200)
    asked = asker.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        room = newsroom.Newsroom(asked.binary, folder / "data", os.environ.get("DATELINE_TEST_POSTGRES"))
        prepare(room, folder)
        room.start(DATELINE_SERVER__TRUSTED_PROXIES="127.0.0.1")
        try:
            measure(room, asked)
        finally:
            room.stop()
        kept(room)


if __name__ == "__main__":
    main()
