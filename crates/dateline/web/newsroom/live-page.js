// A page of lists that follows what happens: when something moves, its parts are fetched and put in place. Whoever had
// the focus in a part keeps it, and nothing scrolls.

import { ring } from "./bell.js";
import { openLine, showLine } from "./line.js";

const PAUSE_MS = 300;

/** Keeps the parts of a page as the server says they stand. */
export function attach(page) {
  let waiting = null;
  const soon = () => { waiting ??= setTimeout(() => { waiting = null; refresh(page); }, PAUSE_MS); };
  openLine({
    address: (last) => addressFrom(page.dataset.livePage, last),
    names: ["card", "gone", "notices", "reload"],
    hear: (name, data) => {
      if (name === "notices") ring(data.unread);
      soon();
    },
    state: (state) => { showLine(document.querySelector("[data-line]"))(state); if (state === "back") soon(); },
  });
  addEventListener("focus", soon);
}

function addressFrom(address, last) {
  const url = new URL(address, location.href);
  if (last) url.searchParams.set("since", last);
  return url.pathname + url.search;
}

async function refresh(page) {
  if (document.querySelector("dialog[open]")) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of page.querySelectorAll("[data-part]")) {
    const now = fresh.querySelector(`[data-part="${CSS.escape(part.dataset.part)}"]`);
    if (!now || now.innerHTML === part.innerHTML) continue;
    const place = placeOf(part);
    part.className = now.className;
    part.replaceChildren(...now.childNodes);
    give(part, place);
  }
}

/** Where the focus is in a part: the card, and the link in it. */
function placeOf(part) {
  const held = document.activeElement;
  if (!part.contains(held)) return null;
  return { card: held.closest(".card")?.id, href: held.getAttribute("href") };
}

function give(part, place) {
  if (!place) return;
  const within = (place.card && part.querySelector(`#${CSS.escape(place.card)}`)) || part;
  const link = [...within.querySelectorAll("a")].find((a) => a.getAttribute("href") === place.href);
  (link ?? within.querySelector("a"))?.focus({ preventScroll: true });
}

const page = document.querySelector("[data-live-page]");
if (page) attach(page);
