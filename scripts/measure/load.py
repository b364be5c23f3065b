"""Load: wrk with the scripts beside this file, and nginx to stand beside."""

import dataclasses
import json
import os
import pathlib
import shutil
import subprocess
import time

from . import newsroom

HERE = pathlib.Path(__file__).resolve().parent


@dataclasses.dataclass
class Load:
    per_second: float
    p50_ms: float
    p99_ms: float
    cpu_us: float
    failed: int


def wrk(origin, pids, seconds, connections=64, script="tell.lua", headers=None, pause_ms=None, **variables):
    """One run of wrk, and what it cost the processes `pids`."""
    environment = {**os.environ, "MEASURE": str(HERE), **{name: str(value) for name, value in variables.items()}}
    if pause_ms:
        environment["PAUSE_MS"] = f"{pause_ms:.3f}"
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "-s", str(HERE / script)]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    before, began = newsroom.cpu_seconds(pids), time.monotonic()
    ran = subprocess.run([*command, origin], capture_output=True, text=True, env=environment)
    spent, took = newsroom.cpu_seconds(pids) - before, time.monotonic() - began
    told = [line[7:] for line in ran.stdout.splitlines() if line.startswith("RESULT ")]
    if ran.returncode != 0 or not told:
        raise RuntimeError(f"{' '.join(command)}: {ran.stdout[-500:]} {ran.stderr[-500:]}")
    result = json.loads(told[0])
    requests = max(result["requests"], 1)
    return Load(
        requests / min(result["seconds"], took), result["p50_ms"], result["p99_ms"], spent / requests * 1e6, result["failed"]
    )


def at_half(origin, pids, seconds, full, connections=64, headers=None, ADDRESSES=None, **more):
    """The same load at about half the rate that was reached at `full`: in an open loop where oha is there, which asks at its
    instants however late the answers are; else by wrk with pauses."""
    if shutil.which("oha"):
        return open_loop(origin, pids, seconds, full.per_second / 2, connections, headers, ADDRESSES)
    if ADDRESSES:
        more["ADDRESSES"] = ADDRESSES
    pause = connections / (full.per_second / 2) * 1e3
    return wrk(origin, pids, seconds, connections, headers=headers, pause_ms=max(pause, 1), **more)


def open_loop(origin, pids, seconds, per_second, connections, headers, addresses):
    """One run of oha at a rate; a late answer counts from when its request was due."""
    command = ["oha", "--no-tui", "--output-format", "json", "--latency-correction", "-q", f"{per_second:.0f}"]
    command += ["-c", str(connections), "-z", f"{seconds}s"]
    for name, value in (headers or {}).items():
        command += ["-H", f"{name}: {value}"]
    if addresses:
        listed = pathlib.Path(f"{addresses}-whole")
        listed.write_text("".join(f"{origin}{path}" for path in addresses.read_text().splitlines(keepends=True)))
        command += ["--urls-from-file", str(listed)]
    else:
        command.append(origin)
    before = newsroom.cpu_seconds(pids)
    ran = subprocess.run(command, capture_output=True, text=True)
    spent = newsroom.cpu_seconds(pids) - before
    if ran.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: {ran.stderr[-500:]}")
    told = json.loads(ran.stdout)
    codes = {int(code): count for code, count in told["statusCodeDistribution"].items()}
    requests, failed = max(sum(codes.values()), 1), sum(count for code, count in codes.items() if code >= 400)
    # What was under way when the time was up is named as an error, and is none.
    failed += sum(count for why, count in told["errorDistribution"].items() if "deadline" not in why)
    times = told["latencyPercentiles"]
    return Load(told["summary"]["requestsPerSec"], times["p50"] * 1e3, times["p99"] * 1e3, spent / requests * 1e6, failed)


class Nginx:
    """nginx with one file, the bytes and the headers of an answer of ours."""

    def __init__(self, folder, body, headers):
        self.folder, self.port = pathlib.Path(folder), newsroom.free_port()
        self.folder.mkdir(parents=True)
        self.folder.chmod(0o755)
        (self.folder / "page").write_bytes(body)
        own = {"date", "content-length", "connection", "etag", "last-modified", "server", "content-type"}
        added = "".join(f"add_header {n} {json.dumps(v)};\n" for n, v in headers.items() if n not in own)
        kept = "".join(f"add_header {n} {json.dumps(headers[n])};\n" for n in ("cache-control", "vary") if n in headers)
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(
            f"""{user} daemon off; worker_processes auto; pid {self.folder}/pid; error_log {self.folder}/errors crit;
events {{ worker_connections 1024; }}
http {{
  access_log off; sendfile off; tcp_nodelay on; keepalive_requests 1000000000; open_file_cache max=100;
  open_file_cache_valid 1h; server_tokens off; types {{}} default_type "text/html; charset=utf-8";
  client_body_temp_path {self.folder}/t1; proxy_temp_path {self.folder}/t2; fastcgi_temp_path {self.folder}/t3;
  uwsgi_temp_path {self.folder}/t4; scgi_temp_path {self.folder}/t5;
  server {{
    listen 127.0.0.1:{self.port} reuseport;
    root {self.folder};
    location = /page {{ {added} }}
    location = /bare {{ alias {self.folder}/page; {kept} }}
  }}
}}
"""
        )

    def __enter__(self):
        command = ["nginx", "-p", str(self.folder), "-c", str(self.folder / "nginx.conf")]
        self.process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        for _ in range(500):
            try:
                newsroom.fetch(self.port, "GET", "/page", {})
                break
            except OSError:
                time.sleep(0.01)
        else:
            raise RuntimeError(f"nginx does not start: {(self.folder / 'errors').read_text()[-500:]}")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    @property
    def pids(self):
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [self.process.pid, *map(int, children.split())]

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"


def missing():
    return [program for program in ("wrk", "nginx") if not shutil.which(program)]
