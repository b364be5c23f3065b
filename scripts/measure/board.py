#!/usr/bin/env python3
"""The board at work: open stories, people who look on over lines of their own and work, and how soon each of them sees
what the others do.

    scripts/measure/board.py [--binary target/release/dateline] [--stories 500] [--people 40] [--seconds 60]

Every person has an account, a session, a line to the board and a dozen stories. About once a second each of them saves,
claims or moves one; from the moment the request is sent until its card is heard on every other line is what a change
takes to be visible elsewhere. Meanwhile board, start page and a story's page are asked for, one after the other.
"""

import argparse
import http.client
import json
import os
import pathlib
import random
import re
import selectors
import socket
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from measure import copy, newsroom  # noqa: E402

PASSWORD = "a long pass phrase 42"
CARD = re.compile(rb'data-number=\\"(\d+)\\"')


class Person:
    """Somebody signed in, with a connection of their own."""

    def __init__(self, port, email):
        self.port, self.connection = port, http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
        status, headers, _ = self.ask("POST", "/newsroom/sign-in", form)
        assert status == 303, f"{email} cannot sign in: {status}"
        self.cookie = headers["set-cookie"].split(";")[0]

    def ask(self, method, path, body=None, kind="application/x-www-form-urlencoded"):
        headers = {"Host": f"127.0.0.1:{self.port}", "Sec-Fetch-Site": "same-origin", "Content-Type": kind}
        headers["Accept"] = "application/json" if method == "POST" and "sign-in" not in path else "text/html"
        if hasattr(self, "cookie"):
            headers["Cookie"] = self.cookie
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()

    def line(self):
        """A socket on which the board's changes arrive."""
        line = socket.create_connection(("127.0.0.1", self.port))
        head = f"GET /newsroom/live HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nCookie: {self.cookie}\r\n\r\n"
        line.sendall(head.encode())
        return line


class Watch:
    """Everybody's lines, and when each change was heard on them."""

    def __init__(self, people):
        self.begun, self.took, self.lock, self.over = {}, [], threading.Lock(), False
        self.selector = selectors.DefaultSelector()
        for place, person in enumerate(people):
            self.selector.register(person.line(), selectors.EVENT_READ, [place, b"", set()])
        threading.Thread(target=self._hear, daemon=True).start()

    def begin(self, number, owner):
        with self.lock:
            self.begun[number] = (time.monotonic(), owner, next(self.counter))

    counter = iter(range(1 << 60))

    def _hear(self):
        while not self.over:
            for key, _ in self.selector.select(0.2):
                place, rest, heard = key.data
                piece, at = key.fileobj.recv(1 << 18), time.monotonic()
                if not piece:
                    raise SystemExit("a line was closed")
                *lines, key.data[1] = (rest + piece).split(b"\n")
                for line in lines:
                    self._card(CARD.search(line), place, heard, at)

    def _card(self, found, place, heard, at):
        if not found:
            return
        with self.lock:
            begun = self.begun.get(int(found.group(1)))
        if begun and begun[1] != place and (begun[2]) not in heard:
            heard.add(begun[2])
            self.took.append(at - begun[0])


def work(person, place, numbers, watch, until, counts):
    """One person's minute: saves above all, and now and then a story changes hands or stage."""
    chance = random.Random(place)
    revisions = {}
    time.sleep(chance.random())
    while time.monotonic() < until:
        number = chance.choice(numbers)
        what = chance.choice(["save", "save", "save", "claim", "let-go", "submit", "send-back"])
        watch.begin(number, place)
        if what == "save":
            body = {"revision": revisions.get(number, 1), "fields": {"headline": f"{number} as {time.time_ns()}"}}
            status, _, text = person.ask("POST", f"/newsroom/stories/{number}/save", json.dumps(body), "application/json")
            told = json.loads(text or b"{}")
            if "revision" in told:
                revisions[number] = told["revision"]
        else:
            status, _, text = person.ask("POST", f"/newsroom/stories/{number}/hands/{what}", "")
            told = json.loads(text or b"{}")
            revisions[number] = told.get("revision", revisions.get(number, 1))
        counts[status] = counts.get(status, 0) + 1
        time.sleep(max(0.0, chance.gauss(1.0, 0.3)))


def share(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))] * 1000 if ordered else float("nan")


def row(name, values):
    print(f"| {name} | {len(values)} | {share(values, .5):.0f} ms | {share(values, .99):.0f} ms | {max(values, default=0) * 1000:.0f} ms |")


def draft(number, item):
    body = "".join(f"<p>{text}</p>" for text in copy.paragraphs(item["body"]))
    return {
        "format": "dateline/story/1", "uri": f"tag:measure.example,2026:{number}", "language": "en", "section": "news",
        "headline": item["title"], "slugline": f"story-{number}", "urgency": 2 + number % 6, "body_html": body,
    }


def make(room, asked, folder):
    """Open stories and people with accounts."""
    room.init()
    items = list(copy.invented(asked.stories))
    stories = folder / "stories.jsonl"
    stories.write_text("\n".join(json.dumps(draft(n, item)) for n, item in enumerate(items)))
    room.run("import", str(stories))
    emails = [f"person{place}@example.com" for place in range(asked.people)]
    for email in emails:
        room.run("user", "add", email, "--role", "chief", "--password-stdin", typed=PASSWORD + "\n")
    return emails


def main():
    asker = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asker.add_argument("--binary", default="target/release/dateline")
    asker.add_argument("--stories", type=int, default=500)
    asker.add_argument("--people", type=int, default=40)
    asker.add_argument("--seconds", type=int, default=60)
    asked = asker.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        room = newsroom.Newsroom(asked.binary, folder / "data", os.environ.get("DATELINE_TEST_POSTGRES"))
        emails = make(room, asked, folder)
        room.start()
        try:
            measure(room, asked, emails)
        finally:
            room.stop()


def measure(room, asked, emails):
    people = [Person(room.port, email) for email in emails]
    reader = Person(room.port, emails[0])
    board = reader.ask("GET", "/newsroom/board?desk=")[2]
    numbers = [int(n) for n in re.findall(rb'data-number="(\d+)"', board)]
    print(f"{len(numbers)} open stories, {len(people)} people, {asked.seconds} s, {os.cpu_count()} cores\n")
    watch, counts, pages = Watch(people), {}, {"board": [], "start": [], "story": []}
    time.sleep(1)
    until, used, began = time.monotonic() + asked.seconds, newsroom.cpu_seconds(room.pids), time.monotonic()
    threads = [
        threading.Thread(target=work, args=(person, place, numbers[place :: len(people)], watch, until, counts))
        for place, person in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    paths = {"board": "/newsroom/board?desk=", "start": "/newsroom", "story": f"/newsroom/stories/{numbers[0]}"}
    while time.monotonic() < until:
        for name, path in paths.items():
            asked_at = time.monotonic()
            status = reader.ask("GET", path)[0]
            assert status == 200, f"{path}: {status}"
            pages[name].append(time.monotonic() - asked_at)
            time.sleep(0.2)
    for thread in threads:
        thread.join()
    took = time.monotonic() - began
    time.sleep(1)
    watch.over = True
    print("| what | times | median | p99 | longest |\n|---|---|---|---|---|")
    row("a change, visible elsewhere", watch.took)
    for name in pages:
        row(f"page: {name}", pages[name])
    cores = (newsroom.cpu_seconds(room.pids) - used) / took
    done = ", ".join(f"{status}: {count}" for status, count in sorted(counts.items()))
    print(f"\nanswers {done}; {sum(counts.values()) / took:.0f} a second; {cores:.2f} cores; {room.most_mb:.0f} MB")


if __name__ == "__main__":
    main()
