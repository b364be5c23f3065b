// The way to the form opens it over the page; where that fails, and for another tab, it is a link.
for (const link of document.querySelectorAll('a[href$="/feedback"]')) {
  link.addEventListener("click", async (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    try {
      const { open } = await import("./form-dialog.js");
      await open(link.href);
    } catch {
      location.href = link.href;
    }
  });
}
