// Keys of readers' reports: j and k go through the inbox, o opens; on a matter a letter answers it.

import { isElsewhere, keyOf } from "./keys.js";

const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };

function links() {
  return [...document.querySelectorAll("[data-reports] h2 a")];
}

function step(by) {
  const all = links();
  const here = all.indexOf(document.activeElement);
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(here + by, 0), all.length - 1);
  all[next]?.focus();
  all[next]?.scrollIntoView({ block: "nearest" });
  return Boolean(all[next]);
}

function take(key) {
  if (key in STEPS) return step(STEPS[key]);
  if (key === "o" && links().includes(document.activeElement)) return document.activeElement.click() ?? true;
  const button = document.querySelector(`[data-report-key="${CSS.escape(key)}"]:not(:disabled)`);
  return button ? (button.click() ?? true) : false;
}

document.addEventListener("keydown", (event) => {
  if (!event.shiftKey && !isElsewhere(event) && take(keyOf(event))) event.preventDefault();
});
