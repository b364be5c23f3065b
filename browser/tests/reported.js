// A reader without scripts who says that a paragraph is wrong.

/** The least time a form takes a person, in milliseconds. */
const TYPING_MS = 1_100;

/**
 * Reports the first paragraph long enough of a story, with `change` made in it. Gives the words as they were and as they
 * should be, and the path of the reader's status page; `null` where readers cannot report.
 */
export async function reportParagraph(browser, origin, story, change, kind = "fact") {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  try {
    const opened = await page.goto(`${origin}${story}/report`);
    if (opened.status() !== 200 || !(await page.locator('[name="suggestion"]').count())) return null;
    const choices = page.locator(".choice:has([name=block])");
    for (const choice of await choices.all()) {
      const was = (await choice.innerText()).trim();
      const is = change(was);
      const isBody = !(await choice.locator("input").getAttribute("value")).startsWith("@");
      if (!isBody || is === was || was.length < 40) continue;
      await choice.locator("input").check();
      await page.locator('[name="suggestion"]').fill(is);
      await page.locator(`[name="kind"][value="${kind}"]`).check();
      await page.waitForTimeout(TYPING_MS);
      await Promise.all([page.waitForEvent("load"), page.locator("form#report button:not([value])").last().click()]);
      const answer = page.locator("#report.answer");
      if (!(await answer.count())) throw new Error(`not taken: ${await page.locator("main").innerText()}`);
      const status = await answer.locator('a[href*="/feedback/"]').getAttribute("href");
      return { was, is, status, reference: (await answer.locator("strong").innerText()).trim() };
    }
    throw new Error(`no paragraph of ${story} can be changed`);
  } finally {
    await context.close();
  }
}
