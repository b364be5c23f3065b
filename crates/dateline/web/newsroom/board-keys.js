// Keys: letters and arrows go through the cards, others act on the one that has the focus. Nothing happens while
// somebody types, or while a dialog is open.

import { isElsewhere, keyOf } from "./keys.js";

/** What is done at once, by key: the first of these that the card allows. */
const AT_ONCE = { c: ["claim", "ask"], t: ["let-go"], s: ["submit"], a: ["approve"], b: ["send-back"] };
/** What opens a dialog, by key: the part of the menu, what the card must allow, and the field to begin with. */
const DIALOGS = {
  r: ["release", "release"],
  g: ["assign", "assign", "person"],
  d: ["assign", "assign", "due"],
  m: ["remark", "remark", "text"],
  v: ["move", "move step"],
  x: ["spike", "spike", "reason"],
  ".": ["menu", ""],
};
const STEPS = { j: 1, k: -1, ArrowDown: 1, ArrowUp: -1 };
const SIDES = { l: 1, h: -1, ArrowRight: 1, ArrowLeft: -1 };

/** Takes the keys of a page of cards. */
export function attachKeys(root, dialogs) {
  const help = document.getElementById("keys");
  const button = document.querySelector("[data-keys]");
  if (button && help) {
    button.hidden = false;
    button.addEventListener("click", () => help.showModal());
  }
  document.addEventListener("keydown", (event) => {
    if (isElsewhere(event)) return;
    const key = keyOf(event);
    const card = document.activeElement?.closest(".card");
    if (take(root, dialogs, help, card, key, event)) event.preventDefault();
  });
}

function take(root, dialogs, help, card, key, event) {
  if (key === "?" && help) return help.showModal() ?? true;
  if (key === "f") return focusOn(document.querySelector("[data-filter]"));
  const view = document.querySelector(`[data-view="${CSS.escape(key)}"]`);
  if (view) return view.click() ?? true;
  if (key in STEPS && !event.shiftKey) return step(root, card, STEPS[key]);
  if (key in SIDES) return side(root, dialogs, card, SIDES[key] * (isRightToLeft() ? -1 : 1), event.shiftKey);
  if (!card || event.shiftKey) return false;
  if (key === "o") return location.assign(card.dataset.href) ?? true;
  if (key in AT_ONCE) return atOnce(dialogs, card, AT_ONCE[key]);
  if (key in DIALOGS) return inDialog(dialogs, card, DIALOGS[key]);
  return false;
}

function isRightToLeft() {
  return document.documentElement.dir === "rtl";
}

function focusOn(element) {
  element?.focus();
  element?.select?.();
  return Boolean(element);
}

function go(card) {
  const link = card?.querySelector("h3 a");
  link?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return Boolean(link);
}

/** The next or previous card: within a column on the board, through all lists elsewhere. */
function step(root, card, by) {
  const list = card?.closest("[data-column]");
  const cards = [...(list ?? root).querySelectorAll(".card")];
  if (!card) return go(cards[by > 0 ? 0 : cards.length - 1]);
  return go(cards[Math.min(Math.max(cards.indexOf(card) + by, 0), cards.length - 1)]);
}

/** The card beside it in the next column that has one; with Shift the card itself goes there. */
function side(root, dialogs, card, by, carry) {
  const lists = [...root.querySelectorAll("[data-column]")];
  if (!lists.length) return false;
  if (!card) return go(root.querySelector(".card"));
  const place = lists.indexOf(card.closest("[data-column]"));
  if (carry) return carryTo(dialogs, card, lists[place], lists[place + by]);
  const filled = (by > 0 ? lists.slice(place + 1) : lists.slice(0, place).reverse()).find((list) => list.children.length);
  const row = [...card.parentElement.children].indexOf(card);
  return go(filled?.children[Math.min(row, filled.children.length - 1)]);
}

/** Carries a card to a column, as far as what stands between allows. */
function carryTo(dialogs, card, from, to) {
  if (!to) return true;
  const column = to.dataset.column;
  const ahead = from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING;
  if (column === "out") return inDialog(dialogs, card, DIALOGS.r);
  if (column === "approved") return atOnce(dialogs, card, ["approve"]);
  if (column === "submitted" && ahead) return atOnce(dialogs, card, ["submit"]);
  if (["submitted", "approved"].includes(from.dataset.column)) return atOnce(dialogs, card, ["send-back"]);
  if (may(card, "step")) dialogs.act(card, "step", { step: to.dataset.step ?? "" });
  return true;
}

function atOnce(dialogs, card, whats) {
  const what = whats.find((what) => may(card, what));
  if (what) dialogs.act(card, what);
  return true;
}

function inDialog(dialogs, card, [part, needs, focus]) {
  if (!needs || needs.split(" ").some((need) => may(card, need))) dialogs.open(card, part, focus);
  return true;
}

function may(card, act) {
  return card.dataset.may.split(" ").includes(act);
}
