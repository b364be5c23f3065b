import { open } from "./form-dialog.js";

const LINES = "p, h1, h2, h3, h4, h5, h6, li, th, td, caption, pre, footer, figcaption";
const MOST = 300;
const AROUND = 64;

/** Opens the form at `address` about what the ranges mark in a story; where they mark nothing it asks for the paragraph. */
export function report(address, story, ranges) {
  const passages = ranges.flatMap((range) => passagesOf(story, range));
  return open(address, (form) => {
    const { elements } = form;
    const words = passages.map((passage) => passage.exact).join("\n");
    const which = form.querySelector("[data-blocks]");
    const boxes = [...which.querySelectorAll("input")];
    if (!words.trim() || length(words) > MOST) {
      for (const box of boxes) box.checked = passages.some((passage) => passage.block === box.value);
      which.querySelector("[data-long]").hidden = !words.trim();
      return boxes.find((box) => box.checked) ?? boxes[0];
    }
    elements.version.value = story.dataset.version;
    elements.passages.value = JSON.stringify(passages);
    elements.suggestion.value = words;
    const marked = form.querySelector("[data-marked]");
    marked.querySelector("blockquote").textContent = words;
    marked.hidden = false;
    which.hidden = which.disabled = true;
    return elements.suggestion;
  });
}

/** What a range marks, block by block: places count the characters of the block's own words, as the newsroom counts them. */
function passagesOf(story, range) {
  return [...story.querySelectorAll('h1, .standfirst, .body [id^="b-"]')].filter((block) => range.intersectsNode(block)).flatMap((block) => {
    const { text, from, to } = wordsOf(block, range);
    if (from === undefined || !text.slice(from, to).trim()) return [];
    const before = [...text.slice(0, from)];
    const exact = text.slice(from, to);
    const start = before.length;
    return {
      block: block.id.slice(2) || (block.matches("h1") ? "@headline" : "@summary"), start, end: start + [...exact].length, exact,
      prefix: before.slice(-AROUND).join(""), suffix: [...text.slice(to)].slice(0, AROUND).join(""),
    };
  });
}

function wordsOf(block, range) {
  const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = "";
  let last;
  let from;
  let to;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const line = (node.parentElement).closest(LINES);
    if (!line || !block.contains(line) || node.parentElement.closest(".dateline, small")) continue;
    if (node.nodeName === "BR") text += "\n";
    if (node.nodeType !== Node.TEXT_NODE) continue;
    if (last && line !== last) text += "\n";
    last = line;
    const start = node === range.startContainer ? range.startOffset : 0;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (end > start && range.intersectsNode(node)) {
      from ??= text.length + start;
      to = text.length + end;
    }
    text += node.data;
  }
  return { text, from, to };
}

function length(words) {
  return [...(window.Intl?.Segmenter ? new Intl.Segmenter().segment(words) : words)].length;
}
