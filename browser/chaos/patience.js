// Waits that end: what is begun is waited for also when something fails, and nothing is waited for without end.

/** Resolves or fails as `deed` does, and fails with `what` (a text, or what gives one then) when that takes longer than `ms`. */
export async function within(ms, what, deed) {
  let timer;
  const late = new Promise((resolve, reject) => {
    const tell = () => `${typeof what === "function" ? what() : what}: no end after ${ms} ms`;
    timer = setTimeout(() => reject(new Error(tell())), ms);
  });
  // Whichever comes second is heard by nobody.
  deed?.catch?.(() => {});
  try {
    return await Promise.race([deed, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for all deeds, those beside and after one that fails too; then fails as the first of them did. */
export async function allEnded(deeds) {
  const failed = (await Promise.allSettled(deeds)).find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}
