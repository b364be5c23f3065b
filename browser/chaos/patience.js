// Waits that end: what is begun is waited for also when something fails, and nothing is waited for without end.

/** Resolves or fails as `deed` does, and fails with `what` when that takes longer than `ms`. */
export async function within(ms, what, deed) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: no end after ${ms} ms`)), ms);
  });
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
