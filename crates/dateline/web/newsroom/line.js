// A line to the server that is taken up again when it breaks, tells from where it goes on, and says how it stands.

const SILENT_MS = 40_000;
const PAUSES_MS = [500, 1_000, 2_000, 5_000];

/**
 * Opens a line. `address` is asked for each time it is opened, given the id of the last event heard; `hear` gets each
 * named event with its data; `state` is told "live", "lost" or "back".
 */
export function openLine({ address, names, hear, state }) {
  let stream, last = "", tries = 0, broken = false, watch, again;
  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(lose, SILENT_MS);
  };
  const lose = () => {
    stream?.close();
    clearTimeout(watch);
    clearTimeout(again);
    if (!broken) state("lost");
    broken = true;
    again = setTimeout(open, PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)]);
    tries += 1;
  };
  const open = () => {
    stream = new EventSource(address(last));
    alive();
    stream.onopen = () => {
      state(broken ? "back" : "live");
      broken = false;
      tries = 0;
    };
    stream.onerror = lose;
    for (const name of [...names, "beat"]) {
      stream.addEventListener(name, (event) => {
        alive();
        if (event.lastEventId) last = event.lastEventId;
        if (name !== "beat") hear(name, JSON.parse(event.data));
      });
    }
  };
  open();
  addEventListener("online", () => { if (broken) { clearTimeout(again); open(); } });
  addEventListener("pagehide", () => { clearTimeout(again); clearTimeout(watch); stream?.close(); });
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
}

/** Shows how the line stands in an element that holds the sentences for it. */
export function showLine(element) {
  let quiet;
  return (state) => {
    if (!element) return;
    clearTimeout(quiet);
    element.dataset.state = state;
    element.textContent = element.dataset[state] ?? "";
    if (state === "back") quiet = setTimeout(() => showLine(element)("live"), 4_000);
  };
}
