/** Copies what is marked in a story, or the whole of it, with headline, agency and address, as HTML and as text. The
 *  button shows itself here; what readers copy themselves is left alone. */
export function attach(button) {
  const story = button.closest("article");
  const link = story?.querySelector(".attribution a");
  if (!link) return;
  const words = button.textContent;
  let timer;
  const say = (text) => {
    button.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => { button.textContent = words; }, 2500);
  };
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    try {
      await write(copyOf(story, link, button.dataset.agency));
      say(button.dataset.copied);
    } catch {
      say(button.dataset.failed);
    }
  });
  button.hidden = false;
}

/** The quotation with its source: `{ html, text }`. */
function copyOf(story, link, agency) {
  const headline = story.querySelector("h1").textContent;
  const quoted = marked(story) || whole(story);
  const quotation = document.createElement("blockquote");
  quotation.cite = link.href;
  for (const paragraph of quoted.split(/\n\s*\n/)) {
    const part = document.createElement("p");
    part.textContent = paragraph;
    quotation.append(part);
  }
  const source = document.createElement("p");
  const way = document.createElement("a");
  way.href = link.href;
  way.textContent = headline;
  source.append(way, ` — ${agency}`);
  for (const part of [quotation, source]) {
    part.lang = document.documentElement.lang;
    part.dir = document.documentElement.dir;
  }
  return {
    html: quotation.outerHTML + source.outerHTML,
    text: `${quoted}\n\n${headline} — ${agency}\n${link.href}\n`,
  };
}

function marked(story) {
  const selection = getSelection();
  const inside = selection.rangeCount > 0 && story.contains(selection.getRangeAt(0).commonAncestorContainer);
  return inside ? selection.toString().trim() : "";
}

function whole(story) {
  const parts = story.querySelectorAll("p.dateline, .body > *");
  return [...parts].map((part) => part.innerText.trim()).filter(Boolean).join("\n\n");
}

/** Where there is no clipboard for both, the text alone; without a secure connection there is only the old one. */
async function write({ html, text }) {
  if (window.ClipboardItem && navigator.clipboard?.write) {
    const as = (kind, said) => new Blob([said], { type: kind });
    try {
      return await navigator.clipboard.write([new ClipboardItem({ "text/html": as("text/html", html), "text/plain": as("text/plain", text) })]);
    } catch (refused) {
      if (refused.name === "NotAllowedError") throw refused;
    }
  }
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const both = (event) => {
    event.preventDefault();
    event.clipboardData.setData("text/html", html);
    event.clipboardData.setData("text/plain", text);
  };
  document.addEventListener("copy", both);
  const done = document.execCommand("copy");
  document.removeEventListener("copy", both);
  if (!done) throw new Error("not copied");
}
