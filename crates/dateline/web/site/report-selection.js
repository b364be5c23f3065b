/** Ctrl+Enter, with something marked in the story, does what the report button does. */
export function attach(form) {
  const story = form.closest("article");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    const selection = getSelection();
    if (selection.isCollapsed || !story.contains(selection.anchorNode)) return;
    event.preventDefault();
    form.requestSubmit();
  });
}
