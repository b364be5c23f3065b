// An agency of the test's own, and its server: one that is killed and comes back on the same port and data.

import { spawn } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = process.env.DATELINE_PROGRAM ?? new URL("../../target/debug/dateline", import.meta.url).pathname;
const PASSWORD = "ink and paper";
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
    made.port = await freePort();
    made.database = await freshDatabase();
    const agency = join(made.folder, "agency.toml");
    await writeFile(agency, AGENCY);
    await made.run(["init", "--agency", agency, "--admin", "boss@arna.example", "--password-stdin"]);
    for (const person of people) {
      await made.run(["user", "add", `${person}@arna.example`, "--name", person, "--role", "chief", "--password-stdin"]);
    }
    return made;
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
    const code = await ended(program);
    if (code !== 0) throw new Error(`dateline ${args[0]} ended with ${code}`);
  }

  spawned(args, input) {
    const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("DATELINE_")));
    Object.assign(environment, { DATELINE_DATABASE__URL: this.database, DATELINE_DATA: this.data });
    return spawn(PROGRAM, args, { stdio: [input, "pipe", process.env.CHAOS_LOG ? "inherit" : "ignore"], env: environment });
  }

  /** Serves; resolves when somebody would be answered. */
  async start() {
    const server = this.spawned(["serve", "--listen", `127.0.0.1:${this.port}`], "ignore");
    this.server = server;
    this.gone = ended(server);
    let said = "";
    await new Promise((resolve, reject) => {
      server.stdout.on("data", (piece) => {
        said += piece;
        if (said.includes("serving on ")) resolve();
      });
      this.gone.then((code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
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

  async stop() {
    this.server.kill("SIGTERM");
    await this.gone;
    await rm(this.folder, { recursive: true, force: true });
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

function ended(program) {
  return new Promise((resolve) => program.once("exit", (code, signal) => resolve(code ?? signal)));
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
