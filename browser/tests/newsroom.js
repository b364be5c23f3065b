// A demo newsroom of the tests' own: the real program on a free port, and real Chromium.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const PROGRAM = process.env.DATELINE_PROGRAM ?? new URL("../../target/debug/dateline", import.meta.url).pathname;
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome"];

/** Starts the demo; resolves with its origin, its data folder, its administrator's sign-in, and a way to end it. */
export async function startNewsroom() {
  const data = await mkdtemp(join(tmpdir(), "dateline-browser-"));
  const { origin, said, stop } = await serve(["demo", "--listen", "127.0.0.1:0", "--data", data], data);
  const [, email, password] = said.match(/sign in as (\S+) with the password (\S+)/) ?? [];
  return { origin, data, email, password, stop };
}

/** Starts an agency from its description and its stories. */
export async function startAgency(description, stories) {
  const data = join(await mkdtemp(join(tmpdir(), "dateline-agency-")), "data");
  const admin = ["--admin", "admin@agency.example", "--password-stdin"];
  await runProgram(["init", "--agency", description, ...admin, "--data", data], "a long enough password\n");
  await runProgram(["import", stories, "--data", data]);
  return serve(["serve", "--listen", "127.0.0.1:0", "--data", data], data);
}

async function serve(args, data) {
  const program = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const origin = await new Promise((resolve, reject) => {
    program.stdout.on("data", (piece) => {
      said += piece;
      const found = said.match(/serving on (http:\/\/[0-9.:]+)/);
      // The demo goes on to say who signs in.
      if (found && (args[0] !== "demo" || /with the password \S+\s/.test(said))) resolve(found[1]);
    });
    program.once("exit", (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    program.removeAllListeners("exit");
    const ended = new Promise((resolve) => program.once("exit", resolve));
    program.kill("SIGTERM");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { origin, said, stop };
}

/** Runs a command of the program to its end; resolves with what it wrote to standard output. `input` is its standard input. */
export function runProgram(args, input = "") {
  return new Promise((resolve, reject) => {
    const program = spawn(PROGRAM, args, { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    program.stdout.on("data", (piece) => { said += piece; });
    program.once("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`${args[0]} ended with ${code}`))));
    program.stdin.end(input);
  });
}

/** Signs a page in as the demo's administrator. */
export async function signIn(page, { origin, email, password }) {
  await page.goto(`${origin}/newsroom/sign-in`);
  await page.fill('input[name="email"]', email);
  await page.fill('input[name="password"]', password);
  await page.click("form.stack button");
  await page.waitForURL((url) => !url.pathname.includes("sign-in"));
}

/** Real Chromium, without anything it would ask of the network by itself. */
export function startBrowser() {
  const executablePath = BROWSERS.find((path) => existsSync(path));
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync",
    ],
  });
}

/** Addresses of one page of every kind in an edition, found by following links as a reader would. */
export async function pagesOf(origin, edition) {
  const front = await (await fetch(`${origin}/${edition}`)).text();
  const links = [...front.matchAll(/href="(\/[^"#?]+)"/g)].map((match) => match[1]);
  const stories = [...new Set(links.filter((link) => /-\d+$/.test(link)))];
  const section = links.find((link) => new RegExp(`^/${edition}/[a-z0-9_-]+$`).test(link) && !/corrections|feedback|search/.test(link));
  const log = [];
  for (const story of stories) {
    const page = await (await fetch(origin + story)).text();
    const topic = page.match(/href="(\/[^"]+\/topics\/[^"./]+)"/)?.[1];
    const author = page.match(/href="(\/[^"]+\/authors\/[^"./]+)"/)?.[1];
    log.push({ story, topic, author });
  }
  const day = links.find((link) => /\/\d{4}\/\d{2}\/\d{2}$/.test(link)) ?? today(edition);
  return {
    front: `/${edition}`,
    section,
    story: stories[0],
    topic: log.find((entry) => entry.topic)?.topic,
    author: log.find((entry) => entry.author)?.author,
    day,
    month: day.slice(0, day.lastIndexOf("/")),
    corrections: `/${edition}/corrections`,
    history: `${stories[0]}/history`,
    unknown: `/${edition}/politics/nothing-999999999`,
  };
}

function today(edition) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Baku" }).format(new Date()).split("-");
  return `/${edition}/${parts.join("/")}`;
}
