/**
 * What is pasted from Word, Google Docs and web pages, brought into the terms of a story: words, marks, links, headings,
 * lists, quotations, tables. Looks, scripts, frames, foreign pictures and hidden words stay behind.
 */
import { canonicalLink, embedFromAddress } from "./addresses.js";
import { wordLists } from "./word-lists.js";

const GONE = "script,style,meta,link,title,noscript,template,object,svg,math,canvas,nav,aside,button,input,select,textarea,audio,video,head,map,[hidden],[aria-hidden=true]";
const KEPT = "a,b,strong,i,em,u,s,strike,del,sub,sup,code,br,p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,cite,footer,hr,pre,table,caption,thead,tbody,tfoot,tr,td,th,figure,figcaption";
const LINES = "p,div,li,h1,h2,h3,h4,h5,h6,blockquote,pre,table,ul,ol,section,article,figure";

/** Clean HTML for what was copied, and how many pictures were left out. What this editor copied stays as it is. */
export function cleanPaste(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const { body } = page;
  if (body.querySelector("[data-pm-slice]")) return { html, pictures: 0 };
  dropComments(page);
  wordLists(body);
  all(body, GONE).forEach((found) => found.remove());
  all(body, "*").filter(isHidden).forEach((found) => found.remove());
  const pictures = all(body, "img").length;
  all(body, "iframe").forEach(frame);
  all(body, "img,picture,source,embed").forEach((found) => found.remove());
  all(body, "*").forEach(marksFromStyle);
  all(body, "a").forEach(link);
  all(body, "h1,h2,h3,h4,h5,h6").forEach((heading) => all(heading, "b,strong").forEach(unwrap));
  all(body, "ul,ol").forEach(nestLists);
  all(body, "table").forEach(table);
  all(body, "*").forEach(plain);
  all(body, "p,div").forEach(splitAtBreaks);
  all(body, "p,h1,h2,h3,h4,h5,h6,li,ul,ol,blockquote").reverse().forEach(dropEmpty);
  [...body.children].forEach((child) => child.tagName === "BR" && isBetweenBlocks(child) && child.remove());
  return { html: body.innerHTML, pictures };
}

function all(root, selector) {
  return [...root.querySelectorAll(selector)];
}

function dropComments(page) {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  found.forEach((comment) => comment.remove());
}

function isHidden(element) {
  const style = element.getAttribute("style") ?? "";
  return /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|mso-element\s*:\s*field/i.test(style);
}

/** A provider's player becomes an embed, any other frame nothing. */
function frame(found) {
  const embed = embedFromAddress(found.getAttribute("src") ?? "");
  if (!embed) return found.remove();
  const figure = found.ownerDocument.createElement("figure");
  figure.dataset.provider = embed.provider;
  figure.dataset.item = embed.item;
  figure.append(found.ownerDocument.createElement("figcaption"));
  return found.replaceWith(figure);
}

const of = (property, value) => new RegExp(`(^|[;\\s])${property}\\s*:${value}`, "i");
const STYLED = [
  ["strong", of("font-weight", "\\s*(bold|bolder|[6-9]00)")],
  ["em", of("font-style", "\\s*(italic|oblique)")],
  ["u", of("text-decoration(-line)?", "[^;]*underline")],
  ["s", of("text-decoration(-line)?", "[^;]*line-through")],
  ["sup", of("vertical-align", "\\s*super")],
  ["sub", of("vertical-align", "\\s*sub")],
];
const LIGHT = of("font-weight", "\\s*(normal|[1-5]00)");
const UPRIGHT = of("font-style", "\\s*normal");
const PLAIN_AGAIN = { B: LIGHT, STRONG: LIGHT, I: UPRIGHT, EM: UPRIGHT };

/** Marks that are only in the looks become elements; a `b` that is not bold, as Google wraps its copies, goes. */
function marksFromStyle(element) {
  const style = element.getAttribute("style") ?? "";
  if (PLAIN_AGAIN[element.tagName]?.test(style)) return unwrap(element);
  if (!style || !["SPAN", "FONT", "A"].includes(element.tagName)) return undefined;
  const isLink = element.tagName === "A" || element.closest("a");
  for (const [name, pattern] of STYLED) {
    if (!pattern.test(style) || (isLink && name === "u") || element.closest("h1,h2,h3,h4,h5,h6")) continue;
    const mark = element.ownerDocument.createElement(name);
    mark.append(...element.childNodes);
    element.append(mark);
  }
  return undefined;
}

/** A link that leads somewhere, past the pages that count clicks; without words it goes. */
function link(anchor) {
  const href = canonicalLink(target(anchor.getAttribute("href") ?? ""));
  if (!href || !anchor.textContent.trim()) return unwrap(anchor);
  for (const { name } of [...anchor.attributes]) anchor.removeAttribute(name);
  return anchor.setAttribute("href", href);
}

function target(href) {
  try {
    const url = new URL(href);
    const isGoogle = /(^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === "/url";
    return (isGoogle && (url.searchParams.get("q") ?? url.searchParams.get("url"))) || href;
  } catch {
    return href;
  }
}

/** A list that stands in a list belongs to the item before it. */
function nestLists(list) {
  const parent = list.parentElement;
  if (!parent?.matches("ul,ol")) return;
  const item = list.previousElementSibling;
  if (item?.tagName === "LI") item.append(list);
  else unwrap(list);
}

/** One cell is no table; in a cell stand lines only, and tables in cells lose their frame. */
function table(found) {
  const page = found.ownerDocument;
  const cells = all(found, "td,th");
  if (found.parentElement.closest("td,th") || cells.length <= 1) {
    all(found, "td,th").forEach((cell) => rename(cell, "div"));
    all(found, "caption,thead,tbody,tfoot,tr,colgroup,col").forEach(unwrap);
    unwrap(found);
    return;
  }
  cells.forEach(linesInCell);
  const figure = page.createElement("figure");
  figure.dataset.table = "";
  const words = page.createElement("figcaption");
  const caption = found.querySelector("caption");
  if (caption) {
    words.append(...caption.childNodes);
    caption.remove();
  }
  found.replaceWith(figure);
  figure.append(words, found);
}

function linesInCell(cell) {
  const isNested = cell.querySelector("table") !== null;
  for (const line of all(cell, LINES)) {
    if (line.tagName === "TABLE") continue;
    if (line.nextSibling && line.textContent.trim()) line.after(line.ownerDocument.createElement("br"));
    unwrap(line);
  }
  if (!isNested) trimBreaks(cell);
}

function trimBreaks(element) {
  const isBlank = (node) => node && (node.nodeName === "BR" || (node.nodeType === 3 && !node.data.trim()));
  while (isBlank(element.lastChild)) element.lastChild.remove();
  while (isBlank(element.firstChild)) element.firstChild.remove();
}

/** Elements the story knows keep what it reads of them; others leave their words. */
function plain(element) {
  if (element.matches("figure[data-provider],figure[data-table],figcaption,div")) return;
  if (!element.matches(KEPT)) {
    unwrap(element);
    return;
  }
  const kept = { A: ["href"], OL: ["start"], TD: ["colspan", "rowspan"], TH: ["colspan", "rowspan"] }[element.tagName] ?? [];
  for (const { name } of [...element.attributes]) {
    if (!kept.includes(name)) element.removeAttribute(name);
  }
}

/** Two breaks in a row are a new paragraph. */
function splitAtBreaks(block) {
  if (block.querySelector(LINES)) return;
  const lines = [[]];
  let breaks = 0;
  for (const node of [...block.childNodes]) {
    const isBlank = node.nodeType === 3 && !node.data.trim();
    if (node.nodeName === "BR") {
      breaks += 1;
      if (breaks === 2) lines.push([]);
      if (breaks === 1) lines.at(-1).push(node);
    } else {
      if (!isBlank) breaks = 0;
      lines.at(-1).push(node);
    }
  }
  if (lines.length === 1) return;
  block.replaceWith(...lines.map((nodes) => {
    const paragraph = block.ownerDocument.createElement("p");
    paragraph.append(...nodes);
    trimBreaks(paragraph);
    return paragraph;
  }));
}

function dropEmpty(element) {
  if (element.closest("pre,td,th") || element.querySelector("hr,figure,table")) return;
  if (!element.textContent.replace(/[\s\u00a0\u200b\ufeff]/g, "")) element.remove();
}

function isBetweenBlocks(line) {
  const block = (node) => node === null || (node.nodeType === 1 && node.matches(LINES));
  return block(line.previousElementSibling) || block(line.nextElementSibling);
}

function unwrap(element) {
  element.replaceWith(...element.childNodes);
}

function rename(element, name) {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}
