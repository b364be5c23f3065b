const FIELD = "input, textarea, select, [contenteditable], dialog";

/** Ways to report a mistake: Ctrl+Enter or ⌘+Enter, the button of `form`, and by touch a button beside what is marked. */
export function attach(form) {
  const story = form.closest("article");
  const ranges = () => {
    const selection = getSelection();
    const all = Array.from({ length: selection.rangeCount }, (_, n) => selection.getRangeAt(n).cloneRange());
    return all.filter((range) => !range.collapsed && range.intersectsNode(story));
  };
  const report = async (marked) => {
    try {
      await (await import("./report-dialog.js")).report(form.action, story, marked);
    } catch {
      location.href = form.action;
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented || event.isComposing) return;
    if (document.activeElement?.closest(FIELD) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    report(ranges());
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    report(ranges());
  });
  if (matchMedia("(any-pointer: coarse)").matches) beside(form, ranges, report);
}

/** The system's menu stands over what is marked and its handles hang below: the button keeps clear of both. */
function beside(form, ranges, report) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button touch";
  button.textContent = form.querySelector("button").textContent;
  button.hidden = true;
  form.append(button);
  let marked = [];
  let timer;
  const place = () => {
    marked = ranges();
    const rectangles = marked.flatMap((range) => [...range.getClientRects()]);
    button.hidden = !rectangles.length;
    if (button.hidden) return;
    const under = Math.max(...rectangles.map((one) => one.bottom)) + 48;
    const over = Math.min(...rectangles.map((one) => one.top)) - 112;
    const room = innerHeight - button.offsetHeight - 8;
    button.style.top = `${under <= room ? under : Math.max(8, Math.min(over, room))}px`;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(place, 300);
  };
  document.addEventListener("selectionchange", later);
  addEventListener("scroll", later, { passive: true });
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    button.hidden = true;
    report(marked);
  });
}
