#!/usr/bin/env python3
"""What the time of an answer tells of who works here: signing in with a wrong password, and asking for a letter, with
addresses somebody has and such that nobody has.

    scripts/measure/sign_in.py [--binary target/release/dateline] [--people 60] [--rounds 3]

Known and unknown addresses take turns, in an order of chance, each request from a network of its own behind a trusted
proxy, so that nothing is paused. Beside the times stands how often somebody who hears one known and one unknown address
answered would name the known one by the time alone: at 50 % they guess.
"""

import argparse
import http.client
import os
import pathlib
import random
import statistics
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
from measure import newsroom  # noqa: E402


class Caller:
    """A line through the proxy, from another network each time."""

    def __init__(self, port):
        self.connection, self.networks = http.client.HTTPConnection("127.0.0.1", port, timeout=60), 0

    def takes(self, path, fields, expected):
        """Milliseconds until the answer is there."""
        self.networks += 1
        network = f"10.{self.networks // 65536 % 256}.{self.networks // 256 % 256}.{self.networks % 256}"
        headers = {"Host": "localhost", "X-Forwarded-For": network, "Sec-Fetch-Site": "same-origin"}
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = urllib.parse.urlencode(fields)
        began = time.perf_counter()
        self.connection.request("POST", path, body, headers)
        answer = self.connection.getresponse()
        answer.read()
        took = (time.perf_counter() - began) * 1000
        assert answer.status == expected, f"{path}: {answer.status}"
        return took


def told_apart(known, unknown):
    """How often a known address takes longer than an unknown one, ties counted half; turned so that it is at least 0.5."""
    longer = sum((a > b) + (a == b) / 2 for a in known for b in unknown) / (len(known) * len(unknown))
    return max(longer, 1 - longer)


def by_chance(known, unknown):
    """What the same figure reaches in 19 of 20 cases where the two do not differ at all."""
    everybody, found = known + unknown, []
    for _ in range(200):
        random.shuffle(everybody)
        found.append(told_apart(everybody[: len(known)], everybody[len(known) :]))
    return statistics.quantiles(found, n=20)[-1]


def measure(port, path, more, expected, asked):
    caller, times = Caller(port), {True: [], False: []}
    names = [(f"known{n}@example.com", True) for n in range(asked.people)]
    names += [(f"nobody{n}@example.com", False) for n in range(asked.people)]
    for turn in range(asked.rounds + 1):
        random.shuffle(names)
        for name, known in names:
            took = caller.takes(path, {"email": name, **more}, expected)
            # The first round warms everything up.
            if turn:
                times[known].append(took)
    for known, word in ((True, "known"), (False, "unknown")):
        percentiles = statistics.quantiles(times[known], n=100)
        print(f"| {path}, {word} | {len(times[known])} | {percentiles[49]:.2f} | {percentiles[94]:.2f} |")
    return told_apart(times[True], times[False]), by_chance(times[True], times[False])


def main():
    asker = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asker.add_argument("--binary", default="target/release/dateline")
    asker.add_argument("--people", type=int, default=60)
    asker.add_argument("--rounds", type=int, default=3, help="at most 4: then an account is paused")
    asked = asker.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        room = newsroom.Newsroom(asked.binary, pathlib.Path(folder) / "data", os.environ.get("DATELINE_TEST_POSTGRES"))
        room.init()
        for n in range(asked.people):
            room.run("user", "add", f"known{n}@example.com", "--password-stdin", typed="a long pass phrase 42\n")
        room.start(DATELINE_SERVER__TRUSTED_PROXIES="127.0.0.1")
        try:
            print("| what, address | times | median ms | p95 ms |\n|---|---|---|---|")
            wrong = {"password": "not the pass phrase"}
            shown = [
                ("signing in", measure(room.port, "/newsroom/sign-in", wrong, 422, asked)),
                ("asking for a letter", measure(room.port, "/newsroom/forgotten", {}, 200, asked)),
            ]
            print("\n| what | told apart by time | by chance up to |\n|---|---|---|")
            for what, (share, chance) in shown:
                print(f"| {what} | {share:.1%} | {chance:.1%} |")
        finally:
            room.stop()


if __name__ == "__main__":
    main()
