// The line of one person to the server, which a test cuts, stalls, or lets lose answers.

import { connect, createServer } from "node:net";

/** What a line does with what is sent over it. */
export const FAULTS = ["cut", "stalled", "deaf"];

/**
 * Passes bytes between a browser and the server. While `fault` is `cut` connections break and none is made; `stalled`
 * holds every byte back until it is over; `deaf` carries requests to the server and breaks off before any answer.
 */
export class Line {
  static async to(port) {
    const line = new Line();
    line.port = port;
    line.fault = null;
    line.pairs = new Set();
    line.listener = createServer((near) => line.carry(near));
    await new Promise((resolve) => line.listener.listen(0, "127.0.0.1", resolve));
    line.origin = `http://127.0.0.1:${line.listener.address().port}`;
    return line;
  }

  carry(near) {
    if (this.isStopped || this.fault === "cut") return near.destroy();
    const far = connect(this.port, "127.0.0.1");
    const pair = { near, far };
    this.pairs.add(pair);
    const end = () => {
      near.destroy();
      far.destroy();
      this.pairs.delete(pair);
    };
    for (const side of [near, far]) {
      side.setNoDelay(true);
      side.on("error", end);
      side.on("close", end);
    }
    near.on("data", (bytes) => far.write(bytes));
    far.on("data", (bytes) => (this.fault === "deaf" ? end() : near.write(bytes)));
    if (this.fault === "stalled") this.hold(pair);
  }

  hold({ near, far }) {
    near.pause();
    far.pause();
  }

  /** Breaks the line in a way of `FAULTS`. */
  break(fault) {
    this.heal();
    this.fault = fault;
    for (const pair of this.pairs) {
      if (fault === "cut") pair.near.destroy();
      if (fault === "stalled") this.hold(pair);
    }
  }

  heal() {
    this.fault = null;
    for (const { near, far } of this.pairs) {
      near.resume();
      far.resume();
    }
  }

  /** No byte passes any more. */
  stop() {
    this.isStopped = true;
    for (const { near, far } of this.pairs) {
      near.destroy();
      far.destroy();
    }
    return new Promise((resolve) => this.listener.close(resolve));
  }
}
