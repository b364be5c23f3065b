// The board: cards that change while somebody looks, columns as tabs where there is little room, keys and dialogs for
// what is done with a card.

import { ring } from "./bell.js";
import { attachDialogs } from "./board-dialogs.js";
import { attachKeys } from "./board-keys.js";
import { openLine, showLine } from "./line.js";

const SHOWN_FRESH_MS = 4_000;

/** Keeps the cards of a board as the server says they stand. */
export function attach(board) {
  const show = showLine(document.querySelector("[data-line]"));
  openLine({
    address: (last) => addressOf(board, last),
    names: ["card", "gone", "notices", "reload"],
    hear: (name, data) => {
      if (name === "card") put(board, data);
      else if (name === "gone") remove(board, data.id);
      else if (name === "notices") ring(data.unread);
      else refresh(board);
    },
    state: show,
  });
  setInterval(() => tick(board), 15_000);
}

function addressOf(board, last) {
  const address = new URL(board.dataset.live, location.href);
  address.searchParams.set("since", last || board.dataset.since);
  return address.pathname + address.search;
}

function put(board, { id, column, order, stamp, html }) {
  const old = document.getElementById(id);
  const list = board.querySelector(`[data-column="${CSS.escape(column)}"]`);
  if (!list) return remove(board, id);
  // Told twice: what was missed while a line was lost overlaps with what was heard.
  if (old?.dataset.stamp === stamp && old.parentElement === list) return;
  const made = document.createElement("template");
  made.innerHTML = html;
  const card = made.content.firstElementChild;
  const held = old?.contains(document.activeElement) ? document.activeElement.className : null;
  const stays = old?.parentElement === list && Number(old.dataset.order) === order;
  const scrolled = list.scrollTop;
  if (stays) old.replaceWith(card);
  else {
    old?.remove();
    const before = [...list.children].find((other) => Number(other.dataset.order) <= order);
    list.insertBefore(card, before ?? null);
  }
  // Somebody who reads further down keeps their place when a card comes in above.
  list.scrollTop = scrolled > 0 && !stays ? scrolled + card.offsetHeight * (old?.parentElement === list ? 0 : 1) : scrolled;
  if (held !== null) focusIn(card, held);
  glow(card);
  recount(board);
}

function focusIn(card, held) {
  const same = held ? card.querySelector(`a.${CSS.escape(held.split(" ")[0])}`) : null;
  (same ?? card.querySelector("h3 a"))?.focus({ preventScroll: true });
}

function glow(card) {
  card.classList.add("fresh");
  setTimeout(() => card.classList.remove("fresh"), SHOWN_FRESH_MS);
}

function remove(board, id) {
  const card = document.getElementById(id);
  if (!card || !board.contains(card)) return;
  const held = card.contains(document.activeElement);
  const next = card.nextElementSibling ?? card.previousElementSibling;
  card.remove();
  if (held) next?.querySelector("h3 a")?.focus({ preventScroll: true });
  recount(board);
}

function recount(board) {
  let all = 0;
  for (const list of board.querySelectorAll("[data-column]")) {
    const count = list.children.length;
    const column = list.closest(".column");
    all += count;
    column.classList.toggle("empty", count === 0);
    for (const shown of [column.querySelector("h2 .count"), tabOf(list)?.querySelector(".count")]) {
      if (shown) shown.textContent = String(count);
    }
  }
  const shown = document.querySelector("[data-shown]");
  if (shown) shown.textContent = String(all);
}

function tabOf(list) {
  return document.querySelector(`[data-tab="${CSS.escape(list.dataset.column)}"]`);
}

/** What the clock alone changes: copy that has become late. */
function tick(board) {
  for (const due of board.querySelectorAll("time.due:not(.late)")) {
    if (new Date(due.dateTime) > new Date()) continue;
    due.classList.add("late");
    due.querySelector(".mark").hidden = false;
  }
}

async function refresh(board) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const held = document.activeElement?.closest(".card")?.id;
  for (const list of board.querySelectorAll("[data-column]")) {
    const fresh = page.querySelector(`[data-column="${CSS.escape(list.dataset.column)}"]`);
    if (fresh) list.replaceChildren(...fresh.children);
  }
  recount(board);
  if (held) document.getElementById(held)?.querySelector("h3 a")?.focus({ preventScroll: true });
}

/** Columns as tabs where there is room for one only; the style sheet says when. */
function attachTabs(board) {
  const tabs = [...document.querySelectorAll("[data-tab]")];
  const choose = (key) => {
    for (const tab of tabs) {
      const here = tab.dataset.tab === key;
      if (here) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
      board.querySelector(`[data-column="${CSS.escape(tab.dataset.tab)}"]`).closest(".column").classList.toggle("chosen", here);
    }
  };
  for (const tab of tabs) {
    tab.addEventListener("click", (event) => { event.preventDefault(); choose(tab.dataset.tab); });
  }
  board.classList.add("tabbed");
  const first = [...board.querySelectorAll("[data-column]")].find((list) => list.children.length > 0);
  choose(first?.dataset.column ?? tabs[0]?.dataset.tab);
  // Keys go through all columns; the one with the focus is the one that is shown.
  board.addEventListener("focusin", (event) => {
    const list = event.target.closest("[data-column]");
    if (list && !list.closest(".column").classList.contains("chosen")) choose(list.dataset.column);
  });
}

/** Filters act as they are chosen; the words, when somebody pauses. */
function attachFilters(form) {
  const send = () => {
    const wanted = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    location.assign(`${form.getAttribute("action")}?${wanted.size ? wanted : "desk="}`);
  };
  form.addEventListener("change", (event) => { if (event.target.tagName === "SELECT") send(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
}

const board = document.querySelector("[data-board]");
if (board) {
  attach(board);
  attachTabs(board);
  const filters = document.querySelector("form.filters");
  if (filters) attachFilters(filters);
}
const dialogs = attachDialogs(document.querySelector("main"));
attachKeys(document.querySelector("main"), dialogs);
