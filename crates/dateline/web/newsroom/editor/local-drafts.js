/**
 * Words the server does not have yet, in the browser's own store (IndexedDB): by story and by window, so that two
 * windows never overwrite each other's. They go when the server has them or when their writer says so.
 */

const DATABASE = "dateline-newsroom";
const STORE = "drafts";
/** A draft that stands this long is worth a wait for the disk, so that it outlives the computer's end as well as the browser's. */
const LASTING_MS = 2000;

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

/**
 * What a request gives once it is written. It gets there without the page being heard again: a page may end before, or
 * stand still behind a question, and no other window waits for it.
 */
function settled(request) {
  const { transaction } = request;
  transaction.commit?.();
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

const newWindow = () => crypto.randomUUID?.() ?? String(Math.random());

export class LocalDrafts {
  /** `story` names the story, `fault` hears when the browser keeps nothing. */
  constructor(story, fault = () => {}) {
    this.story = story;
    this.window = newWindow();
    this.fault = fault;
    this.database = null;
    this.isWriting = false;
    this.wanted = null;
  }

  /**
   * One step on the store. The browser keeps the order in which steps begin. Steps are `relaxed`, which outlives the browser:
   * those that wait behind a `strict` one's disk are given up when their page ends.
   */
  async then(step, durability = "relaxed") {
    if (!this.database) this.database = await opened();
    return step(this.database.transaction(STORE, "readwrite", { durability }).objectStore(STORE));
  }

  /** What is to stand for this window: while the disk is busy only the newest waits for it, so that none waits long. */
  want(step) {
    this.wanted = step;
    clearTimeout(this.lasting);
    return this.isWriting ? Promise.resolve() : this.flush();
  }

  /** Writes what waits, also beside what is being written: a page that is left does not hear when that is done. */
  async flush() {
    const step = this.wanted;
    if (!step) return;
    this.wanted = null;
    this.isWriting = true;
    await this.then(step).catch(this.fault);
    this.isWriting = false;
    await this.flush();
  }

  /** Keeps `{revision, at, fields, body}` in the place of what this window kept before. */
  put(draft) {
    const record = { ...draft, story: this.story, window: this.window };
    const step = (store) => settled(store.put(record));
    const written = this.want(step);
    this.lasting = setTimeout(() => this.then(step, "strict").catch(this.fault), LASTING_MS);
    return written;
  }

  /** The same beside what this window keeps, as if another had left it. */
  putApart(draft) {
    const record = { ...draft, story: this.story, window: newWindow() };
    return this.then((store) => settled(store.put(record))).catch(this.fault);
  }

  /** The server has everything of this window. */
  remove() {
    return this.want((store) => settled(store.delete([this.story, this.window])));
  }

  /** Takes away what `left` told of; should its window live and have kept more since, that stays. */
  discard({ window, at }) {
    const key = [this.story, window];
    return this.then(async (store) => {
      const now = await done(store.get(key));
      if (now?.at === at) await settled(store.delete(key));
    }).catch(this.fault);
  }

  /** What other windows, or this one before a crash, left of the story; the newest first. */
  async left() {
    try {
      const all = await this.then((store) => settled(store.index("story").getAll(this.story)));
      return all.filter((draft) => draft.window !== this.window).sort((one, other) => other.at - one.at);
    } catch (error) {
      this.fault(error);
      return [];
    }
  }
}
