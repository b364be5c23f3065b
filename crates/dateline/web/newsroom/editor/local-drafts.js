/**
 * Words the server does not have yet, in the browser's own store (IndexedDB): by story and by window, so that two
 * windows never overwrite each other's. They go when the server has them or when their writer says so.
 */

const DATABASE = "dateline-newsroom";
const STORE = "drafts";

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore(STORE, { keyPath: ["story", "window"] });
      store.createIndex("story", "story");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function done(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Writes now: what is on its way reaches the disk also when the page ends before it hears so. */
function written(request) {
  request.transaction.commit?.();
  return done(request);
}

const newWindow = () => crypto.randomUUID?.() ?? String(Math.random());

export class LocalDrafts {
  /** `story` names the story, `fault` hears when the browser keeps nothing. */
  constructor(story, fault = () => {}) {
    this.story = story;
    this.window = newWindow();
    this.fault = fault;
    this.database = null;
    this.last = Promise.resolve();
    this.wanted = null;
  }

  /** One after another, so that what was put last is what stands. `step` gets the store, unless `isNeeded` says no by then. */
  then(step, isNeeded = () => true) {
    const next = this.last.then(async () => {
      this.database ??= await opened();
      return isNeeded() ? step(this.database.transaction(STORE, "readwrite", { durability: "strict" }).objectStore(STORE)) : null;
    });
    this.last = next.catch(() => {});
    return next;
  }

  /** What is to stand for this window: while the disk is busy only the newest waits for it, so that none waits long. */
  want(step) {
    this.wanted = step;
    return this.then(step, () => this.wanted === step).catch(this.fault);
  }

  /** Keeps `{revision, at, fields, body}` in the place of what this window kept before. */
  put(draft) {
    const record = { ...draft, story: this.story, window: this.window };
    return this.want((store) => written(store.put(record)));
  }

  /** The same beside what this window keeps, as if another had left it. */
  putApart(draft) {
    const record = { ...draft, story: this.story, window: newWindow() };
    return this.then((store) => written(store.put(record))).catch(this.fault);
  }

  /** The server has everything of this window. */
  remove() {
    return this.want((store) => written(store.delete([this.story, this.window])));
  }

  /** Takes away what `left` told of; should its window live and have kept more since, that stays. */
  discard({ window, at }) {
    const key = [this.story, window];
    return this.then(async (store) => {
      const now = await done(store.get(key));
      if (now?.at === at) await written(store.delete(key));
    }).catch(this.fault);
  }

  /** What other windows, or this one before a crash, left of the story; the newest first. */
  async left() {
    try {
      const all = await this.then((store) => done(store.index("story").getAll(this.story)));
      return all.filter((draft) => draft.window !== this.window).sort((one, other) => other.at - one.at);
    } catch (error) {
      this.fault(error);
      return [];
    }
  }
}
