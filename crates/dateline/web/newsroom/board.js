// Cards that change while somebody looks, and keys for what is done with them. A card is replaced as a whole by its id;
// whoever had the focus in it keeps it, and nothing scrolls.

import { isTyping } from "./newsroom.js";

const acts = { c: "claim", s: "submit", a: "approve" };

/** Keeps the cards of a board as the server says they stand. */
export function attach(board) {
  const line = document.querySelector("[data-line]");
  const stream = new EventSource(board.dataset.live);
  stream.addEventListener("card", (event) => put(board, JSON.parse(event.data)));
  stream.addEventListener("gone", (event) => remove(board, JSON.parse(event.data).id));
  stream.addEventListener("notices", (event) => count(JSON.parse(event.data).unread));
  stream.addEventListener("reload", () => location.reload());
  let broken = false;
  stream.addEventListener("error", () => {
    broken = true;
    if (line) { line.textContent = line.dataset.lost; line.hidden = false; }
  });
  stream.addEventListener("open", () => {
    if (line) line.hidden = true;
    // What changed while the line was lost is fetched whole.
    if (broken) refresh(board);
    broken = false;
  });
}

function put(board, { id, column, order, html }) {
  const made = document.createElement("template");
  made.innerHTML = html;
  const card = made.content.firstElementChild;
  const old = document.getElementById(id);
  const list = board.querySelector(`[data-column="${CSS.escape(column)}"]`);
  if (!list) return remove(board, id);
  const focused = old?.contains(document.activeElement);
  const stays = old?.parentElement === list;
  if (stays) old.replaceWith(card);
  else {
    old?.remove();
    const before = [...list.children].find((other) => Number(other.dataset.order) <= order);
    list.insertBefore(card, before ?? null);
  }
  if (focused) card.querySelector("a")?.focus({ preventScroll: true });
  recount(board);
}

function remove(board, id) {
  document.getElementById(id)?.remove();
  recount(board);
}

function recount(board) {
  for (const list of board.querySelectorAll("[data-column]")) {
    const shown = list.closest(".column")?.querySelector("h2 .count");
    if (shown) shown.textContent = String(list.children.length);
  }
}

function count(unread) {
  const shown = document.querySelector("[data-unread]");
  if (!shown) return;
  shown.textContent = String(unread);
  shown.hidden = unread === 0;
}

async function refresh(board) {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const held = document.activeElement?.closest(".card")?.id;
  for (const list of board.querySelectorAll("[data-column]")) {
    const fresh = page.querySelector(`[data-column="${CSS.escape(list.dataset.column)}"]`);
    if (fresh) list.replaceChildren(...fresh.children);
  }
  recount(board);
  if (held) document.getElementById(held)?.querySelector("a")?.focus({ preventScroll: true });
}

/** Keys: j and k go through the cards, others act on the one that has the focus. */
export function attachKeys(root) {
  const dialog = document.getElementById("keys");
  const button = document.querySelector("[data-keys]");
  if (button && dialog) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "?" && dialog) return dialog.showModal();
    const links = [...root.querySelectorAll(".card h3 a")];
    const card = document.activeElement?.closest(".card");
    const place = card ? links.indexOf(card.querySelector("h3 a")) : -1;
    if (event.key === "j") focus(links[Math.min(place + 1, links.length - 1)]);
    else if (event.key === "k") focus(links[Math.max(place - 1, 0)]);
    else if (!card) return;
    else if (event.key === "o") location.href = card.dataset.href;
    else if (event.key === "r" && may(card, "release")) location.href = `${card.dataset.href}/acts/release`;
    else if (acts[event.key] && may(card, acts[event.key])) hand(card, acts[event.key]);
  });
}

function focus(link) {
  link?.focus();
  link?.scrollIntoView({ block: "nearest" });
}

function may(card, act) {
  return card.dataset.may.split(" ").includes(act);
}

async function hand(card, act) {
  const answer = await fetch(`${card.dataset.href}/hands/${act}`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
  });
  if (answer.ok) {
    if (!card.closest("[data-live]")) location.reload();
    return;
  }
  const { problems } = await answer.json().catch(() => ({ problems: [] }));
  const line = document.querySelector("[data-line]");
  if (line && problems?.length) { line.textContent = problems[0].message; line.hidden = false; }
}

const board = document.querySelector(".board[data-live]");
if (board) attach(board);
attachKeys(document.querySelector("main"));
