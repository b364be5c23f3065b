// How many notices wait, on every page. One line for all tabs of a browser: whoever has the lock listens and tells the
// others; without locks the number is asked for when somebody comes back to the page.

import { openLine } from "./line.js";

const channel = "BroadcastChannel" in window ? new BroadcastChannel("newsroom-bell") : null;

/** Shows the number, and tells everybody in this browser who shows it too. */
export function ring(unread, tell = true) {
  for (const shown of document.querySelectorAll("[data-unread]")) {
    shown.textContent = String(unread);
    shown.hidden = unread === 0;
  }
  document.dispatchEvent(new CustomEvent("bell", { detail: unread }));
  if (tell) channel?.postMessage(unread);
}

async function ask() {
  const answer = await fetch("/newsroom/notices/count", { headers: { accept: "application/json" } }).catch(() => null);
  if (answer?.ok) ring((await answer.json()).unread);
}

function listen() {
  openLine({
    address: () => "/newsroom/notices/live",
    names: ["notices"],
    hear: (_, { unread }) => ring(unread),
    state: () => {},
  });
}

if (document.querySelector("[data-unread]")) {
  if (channel) channel.onmessage = (event) => ring(event.data, false);
  addEventListener("focus", ask);
  // Boards hear of notices with what moves on them.
  const has = document.querySelector("[data-live], [data-live-page]");
  if (!has && channel && navigator.locks) navigator.locks.request("newsroom-bell", () => new Promise(() => listen()));
}
