/** Word's lists: paragraphs with a level and a bullet among their words, made into lists. */

const LEVEL = /mso-list\s*:\s*\S+\s+level(\d+)/i;
const MARKER = '[style*="mso-list:Ignore"],[style*="mso-list: Ignore"]';
const NUMBERED = /^[\s(]*(\d+|[a-zа-я]|[ivxlc]+)[.)]/i;

/** Replaces every run of such paragraphs under `root`. */
export function wordLists(root) {
  const first = (paragraph) => !isItem(paragraph.previousElementSibling);
  for (const paragraph of [...root.querySelectorAll("p,h1,h2,h3")].filter(isItem).filter(first)) {
    const run = [];
    for (let next = paragraph; isItem(next); next = next.nextElementSibling) run.push(read(next));
    const lists = [];
    let at = 0;
    while (at < run.length) {
      const made = listOf(run, at, run[at].level, root.ownerDocument);
      lists.push(made.list);
      at = made.next;
    }
    paragraph.before(...lists);
    run.forEach(({ paragraph: gone }) => gone.remove());
  }
}

function isItem(element) {
  return Boolean(element) && LEVEL.test(element.getAttribute("style") ?? "");
}

function read(paragraph) {
  const level = Number(LEVEL.exec(paragraph.getAttribute("style"))[1]);
  const marker = paragraph.querySelector(MARKER);
  const sign = marker?.textContent ?? "";
  marker?.remove();
  return { paragraph, level, isOrdered: NUMBERED.test(sign), start: Number.parseInt(sign, 10) || 1 };
}

/** A list from `at` on, deeper levels inside its items; and where it ended. */
function listOf(run, at, level, page) {
  const list = page.createElement(run[at].isOrdered ? "ol" : "ul");
  if (run[at].isOrdered && run[at].start > 1) list.setAttribute("start", run[at].start);
  let next = at;
  while (next < run.length && run[next].level >= level) {
    if (run[next].level > level && list.lastElementChild) {
      const inner = listOf(run, next, run[next].level, page);
      list.lastElementChild.append(inner.list);
      next = inner.next;
      continue;
    }
    const item = page.createElement("li");
    item.append(...run[next].paragraph.childNodes);
    list.append(item);
    next += 1;
  }
  return { list, next };
}
