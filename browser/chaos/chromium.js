// A Chromium of one person's own that can be killed like any program, and comes back with what it kept.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { within } from "./patience.js";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/google-chrome"];
/** How long its start may take on a busy machine, in milliseconds. */
const LONGEST_START_MS = 60_000;
const SWITCHES = [
  "--headless=new", "--remote-debugging-port=0", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-crash-restore-bubble", "about:blank",
];

/** A browser with its profile in a folder. */
export class OwnBrowser {
  static async made() {
    const own = new OwnBrowser();
    own.folder = await mkdtemp(join(tmpdir(), "dateline-chromium-"));
    try {
      await own.start();
    } catch (error) {
      await own.stop();
      throw error;
    }
    return own;
  }

  async start() {
    const program = BROWSERS.find((path) => existsSync(path));
    // A group of its own, so that the processes of its pages end with it.
    this.process = spawn(program, [`--user-data-dir=${this.folder}`, ...SWITCHES], { stdio: ["ignore", "ignore", "pipe"], detached: true });
    this.gone = new Promise((resolve) => this.process.once("exit", resolve));
    const address = await within(LONGEST_START_MS, "Chromium's start", new Promise((resolve, reject) => {
      let said = "";
      this.process.stderr.on("data", (piece) => {
        said += piece;
        const found = said.match(/DevTools listening on (ws:\S+)/);
        if (found) resolve(found[1]);
      });
      this.gone.then((code) => reject(new Error(`Chromium ended with ${code}: ${said}`)));
    }));
    this.browser = await chromium.connectOverCDP(address, { timeout: LONGEST_START_MS });
    [this.context] = this.browser.contexts();
    this.context.setDefaultTimeout(20_000);
  }

  /** `kill -9` of the browser and all its pages. */
  async kill() {
    if (this.process.exitCode === null && this.process.signalCode === null) process.kill(-this.process.pid, "SIGKILL");
    await this.gone;
    const { browser } = this;
    if (browser) await within(5000, "the end of its connection", browser.close()).catch(() => {});
  }

  async stop() {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
