/** Copies what is marked in a story, or the whole of it, with its title and address. The button shows itself here. */
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
    const text = `${marked(story) || whole(story)}\n\n${link.textContent}\n${link.href}\n`;
    try {
      await write(text);
      say(button.dataset.copied);
    } catch {
      say(button.dataset.failed);
    }
  });
  button.hidden = false;
}

function marked(story) {
  const selection = getSelection();
  const inside = selection.rangeCount > 0 && story.contains(selection.getRangeAt(0).commonAncestorContainer);
  return inside ? selection.toString().trim() : "";
}

function whole(story) {
  const parts = story.querySelectorAll("h1, p.dateline, .body > *");
  return [...parts].map((part) => part.innerText.trim()).filter(Boolean).join("\n\n");
}

/** Without a secure connection there is no clipboard but the old one. */
async function write(text) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (!done) throw new Error("not copied");
}
