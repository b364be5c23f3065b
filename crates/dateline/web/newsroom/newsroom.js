// What every page of the newsroom has: the dialog of keys, and the way to a new story by key.

import { isElsewhere, keyOf } from "./keys.js";

export { isTyping } from "./keys.js";

document.addEventListener("keydown", (event) => {
  if (isElsewhere(event)) return;
  const element = document.querySelector(`[data-key="${CSS.escape(keyOf(event))}"]`);
  if (!element) return;
  event.preventDefault();
  if (element instanceof HTMLAnchorElement) element.click();
  else element.focus();
});

// A menu closes when one goes elsewhere, and by Escape, which gives the focus back to what opened it.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(event.target)) menu.open = false;
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
