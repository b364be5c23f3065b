// An agency of the test's own, and its server: one that is killed and comes back on the same port and data.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { allEnded, within } from "./patience.js";

const PROGRAM = process.env.DATELINE_PROGRAM ?? new URL("../../target/debug/dateline", import.meta.url).pathname;
const PASSWORD = "ink and paper";
/** How long a command, a start and an end by itself may take on a busy machine, in milliseconds. */
const LONGEST_MS = 120_000;
const LONGEST_END_MS = 20_000;
const AGENCY = `
[agency]
name = "ARNA"
origin = "http://arna.example"
time_zone = "Asia/Baku"
default_language = "en"
[[section]]
key = "politics"
[edition.en]
[edition.en.section.politics]
slug = "politics"
name = "POLITICS"
`;

/** A data folder on SQLite, or on the PostgreSQL that `DATELINE_TEST_POSTGRES` names, and one server on it. */
export class Installation {
  /** Made by `init`, with people who may take stories over. */
  static async made(people) {
    const made = new Installation();
    made.folder = await mkdtemp(join(tmpdir(), "dateline-chaos-"));
    made.data = join(made.folder, "data");
    /** Programs that run, each with the promise of its end. */
    made.running = new Map();
    made.isStopped = false;
    try {
      await made.fill(people);
    } catch (error) {
      await made.stop();
      throw error;
    }
    return made;
  }

  async fill(people) {
    this.port = await freePort();
    this.database = await freshDatabase();
    const agency = join(this.folder, "agency.toml");
    await writeFile(agency, AGENCY);
    await this.run(["init", "--agency", agency, "--admin", "boss@arna.example", "--password-stdin"]);
    for (const person of people) {
      await this.run(["user", "add", `${person}@arna.example`, "--name", person, "--role", "chief", "--password-stdin"]);
    }
  }

  get origin() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What somebody signs in with. */
  credentials(person) {
    return { email: `${person}@arna.example`, password: PASSWORD };
  }

  async run(args) {
    const program = this.spawned(args, "pipe");
    program.stdin.end(`${PASSWORD}\n`);
    const code = await within(LONGEST_MS, `dateline ${args[0]}`, this.running.get(program));
    if (code !== 0) throw new Error(`dateline ${args[0]} ended with ${code}`);
  }

  /** A program that is known until it has ended. Throws when the installation is stopped: nothing would end it any more. */
  spawned(args, input) {
    if (this.isStopped) throw new Error(`the installation is stopped: no dateline ${args[0]}`);
    const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DATELINE_")));
    Object.assign(environment, { DATELINE_DATABASE__URL: this.database, DATELINE_DATA: this.data });
    const program = spawn(PROGRAM, args, { stdio: [input, "pipe", process.env.CHAOS_LOG ? "inherit" : "ignore"], env: environment });
    this.running.set(program, ended(program).finally(() => this.running.delete(program)));
    return program;
  }

  /** Serves; resolves when somebody would be answered. Fails when the installation is stopped. */
  async start() {
    const server = this.spawned(["serve", "--listen", `127.0.0.1:${this.port}`], "ignore");
    this.server = server;
    this.gone = this.running.get(server);
    let said = "";
    const serving = new Promise((resolve, reject) => {
      server.stdout.on("data", (piece) => {
        said += piece;
        if (said.includes("serving on ")) resolve();
      });
      this.gone.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
    await within(LONGEST_MS, "the server's start", serving);
  }

  /** `kill -9`: the server has no chance to do anything more. */
  async kill() {
    this.server.kill("SIGKILL");
    await this.gone;
  }

  /** The data as it lies there now, put aside. */
  async putAside() {
    await rm(join(this.folder, "aside"), { recursive: true, force: true });
    await cp(this.data, join(this.folder, "aside"), { recursive: true });
  }

  /** What was put aside, in the place of the data: as if the disk had forgotten what came after. */
  async forget() {
    await rm(this.data, { recursive: true });
    await cp(join(this.folder, "aside"), this.data, { recursive: true });
  }

  /** Ends whatever runs, however often it is asked; nothing is started afterwards. */
  async stop() {
    this.isStopped = true;
    await allEnded([...this.running].map(([program, gone]) => end(program, gone)));
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** A database that holds nothing: a file of the installation's own, or a new one on the server that is named. */
async function freshDatabase() {
  const server = process.env.DATELINE_TEST_POSTGRES;
  if (!server) return "sqlite:dateline.db";
  const name = `chaos_${process.pid}_${Date.now()}`;
  const psql = spawn("psql", ["--quiet", "--dbname", server, "--command", `CREATE DATABASE ${name}`], { stdio: "inherit" });
  if ((await ended(psql)) !== 0) throw new Error("psql made no database");
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Asks a program to end; one that does not is killed. */
async function end(program, gone) {
  program.kill("SIGTERM");
  const isStubborn = await within(LONGEST_END_MS, "the end", gone).then(() => false, () => true);
  if (!isStubborn) return;
  program.kill("SIGKILL");
  await gone;
  throw new Error(`dateline did not end within ${LONGEST_END_MS} ms of being asked to`);
}

function ended(program) {
  return new Promise((resolve) => {
    program.once("exit", (code, signal) => resolve(code ?? signal));
    program.once("error", (error) => resolve(error.message));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
