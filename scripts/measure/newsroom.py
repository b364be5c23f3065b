"""Installations and servers under measurement, and what the kernel says of them."""

import http.client
import json
import os
import pathlib
import re
import socket
import subprocess
import threading
import time

TICKS = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def cpu_seconds(pids):
    """User and system time of processes so far."""
    total = 0
    for pid in pids:
        fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory_mb(pid):
    """RssAnon + RssShmem in MB."""
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    return sum(int(kb) for kb in re.findall(r"(?:RssAnon|RssShmem):\s+(\d+) kB", status)) * 1024 / 1e6


class Newsroom:
    """One installation in a folder of its own."""

    def __init__(self, binary, data, database=None):
        self.binary, self.data, self.server, self.most_mb = str(binary), pathlib.Path(data), None, 0.0
        kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
        self.environment = {**kept, "DATELINE_LOG__LEVEL": "error"}
        if database:
            self.environment["DATELINE_DATABASE__URL"] = database

    def run(self, *arguments, typed=""):
        command = [self.binary, *arguments, "--data", str(self.data)]
        ran = subprocess.run(command, input=typed, capture_output=True, text=True, env=self.environment)
        if ran.returncode not in (0, 3):
            raise RuntimeError(f"{' '.join(command)}: {ran.stdout[-500:]} {ran.stderr[-1500:]}")
        return ran.stdout

    def knows(self, command):
        asked = subprocess.run([self.binary, command, "--help"], capture_output=True, env=self.environment)
        return asked.returncode == 0

    def init(self):
        place = ["--name", "ARNA", "--origin", "http://localhost", "--language", "en"]
        self.run("init", *place, "--admin", "chief@example.com", "--password-stdin", typed="a long pass phrase 42\n")

    def token(self, *more):
        scopes = ["stories:read", "stories:write", "stories:release", *more]
        scoped = [word for scope in scopes for word in ("--scope", scope)]
        return self.run("token", "create", "--name", f"measure-{time.time_ns()}", *scoped).strip()

    def start(self, command="serve", path="/en", **settings):
        """Starts the server; returns seconds until its first page was there."""
        self.port = free_port()
        environment = {**self.environment, **settings}
        began = time.monotonic()
        arguments = [self.binary, command, "--listen", f"127.0.0.1:{self.port}", "--data", str(self.data)]
        self.server = subprocess.Popen(
            arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while True:
            if self.server.poll() is not None:
                raise RuntimeError(f"the server ended with {self.server.returncode}")
            try:
                if self.get(path)[0] in (200, 404):
                    break
            except OSError:
                pass
            if time.monotonic() - began > 300:
                raise RuntimeError("no page within five minutes")
            time.sleep(0.002)
        took = time.monotonic() - began
        self.most_mb = 0.0
        threading.Thread(target=self._watch, args=(self.server,), daemon=True).start()
        return took

    def _watch(self, server):
        while server.poll() is None:
            try:
                self.most_mb = max(self.most_mb, memory_mb(server.pid))
            except OSError:
                return
            time.sleep(0.1)

    def stop(self):
        if self.server:
            self.server.terminate()
            try:
                self.server.wait(30)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
            self.server = None

    @property
    def pids(self):
        return [self.server.pid]

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path, **headers):
        return fetch(self.port, "GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})[:3]

    def addresses(self, most):
        """Paths of story pages, from the sitemaps."""
        found, waiting = [], ["/sitemap.xml"]
        while waiting and len(found) < most:
            text = self.get(waiting.pop(0))[2].decode()
            paths = [re.sub(r"^https?://[^/]+", "", loc) for loc in re.findall(r"<loc>([^<]+)</loc>", text)]
            waiting += [path for path in paths if path.endswith(".xml")]
            found += [path for path in paths if re.search(r"-\d+$", path)]
        return found[:most]


class Caller:
    """One kept-alive connection with a token."""

    def __init__(self, newsroom, token):
        self.connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=60)
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"} if token else {}

    def ask(self, method, path, body=None):
        text = None if body is None else json.dumps(body)
        self.connection.request(method, path, body=text, headers=self.headers)
        answer = self.connection.getresponse()
        return answer.status, answer.read()


def fetch(port, method, path, headers):
    """Status, headers, body, and how many bytes head and body took on the wire."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{port}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as line:
        line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        received = bytearray()
        while chunk := line.recv(65536):
            received += chunk
    head, _, body = bytes(received).partition(b"\r\n\r\n")
    first, *fields = head.decode("latin-1").split("\r\n")
    named = {name.lower(): value.strip() for name, _, value in (field.partition(":") for field in fields)}
    if named.get("transfer-encoding", "").lower() == "chunked":
        body = joined(body)
    if not first:
        raise OSError("an empty answer")
    return int(first.split()[1]), named, body, len(received)


def joined(chunked):
    body, rest = b"", chunked
    while rest:
        size, _, rest = rest.partition(b"\r\n")
        length = int(size.split(b";")[0], 16)
        if length == 0:
            break
        body, rest = body + rest[:length], rest[length + 2 :]
    return body
