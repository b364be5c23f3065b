/**
 * Saving by itself: half a second after the last key, a second at most after the first one that is not saved.
 *
 * "Saved" is said only when the server has answered and nothing was typed since. What the server does not have is kept in
 * the browser meanwhile, under the revision it is based on, and goes there as soon as the line or the server is back. Where
 * somebody else has the story, what was typed until that was heard goes there too, to be set aside. One request runs at a
 * time, but for the last one of a page that is left. Knows nothing of pages: whoever uses it says how to read, send, keep and tell.
 */

const PAUSE_MS = 500;
const LONGEST_MS = 900;
const KEEP_MS = 250;
const RETRIES_MS = [1000, 2000, 4000, 8000, 15000, 30000];

/** What became of the words: the `state` that `tell` hears. */
export const STATES = ["saved", "changed", "saving", "kept", "refused", "signed_out", "taken", "elsewhere"];

export class Autosave {
  /**
   * `read()` gives `{fields, body}` as they stand; `send(payload, {closing})` resolves with `{status, answer}` and rejects
   * without a line; `drafts` puts, removes and flushes; `tell({state, at, problems, holder, message})` shows; `time` is a clock.
   */
  constructor({ revision, read, send, drafts, tell, time }) {
    Object.assign(this, { revision, read, send, drafts, tell, time });
    this.version = 0;
    this.acknowledged = 0;
    /** The version the server set aside last: it has those words, but not as the working copy. */
    this.aside = 0;
    this.fields = read().fields;
    this.firstUnsaved = null;
    this.retries = 0;
    this.isSending = false;
    this.isStopped = false;
    this.isUnanswered = false;
    this.isOverOthers = false;
    this.waiting = [];
  }

  /** True when the server has every word. */
  get isSettled() {
    return this.version === this.acknowledged;
  }

  /** Something was typed. */
  touch() {
    this.version += 1;
    this.firstUnsaved ??= this.time.now();
    this.keepSoon();
    if (this.isStopped) return this.schedule(PAUSE_MS);
    this.report("changed");
    const left = this.firstUnsaved + LONGEST_MS - this.time.now();
    this.schedule(Math.min(PAUSE_MS, Math.max(left, 0)));
  }

  /** The next save may stand in the place of words from another window: the server keeps those as a revision. */
  keepWhatStands() {
    this.isOverOthers = true;
  }

  /** Saves now; resolves when the server has every word, rejects when it will not have them by itself. */
  settle() {
    if (this.isSettled) return Promise.resolve();
    if (this.isStopped) return Promise.reject(new Error("stopped"));
    const settled = new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
    this.schedule(0);
    return settled;
  }

  /** True when nothing is left to send: the server has every word, or has set aside what it could not take. */
  get isThere() {
    return this.isSettled || (this.isStopped && this.aside === this.version);
  }

  /** The line is back: no more waiting. */
  retry() {
    if (!this.isThere) this.schedule(0);
  }

  /**
   * The page is being left: what is not saved is kept, and sent without waiting for an answer. So it is beside a request that
   * is on its way, which may end with the page: of two that arrive, the server sets the second aside, if it says more.
   */
  leave() {
    if (this.isSettled) return;
    this.keepNow();
    if (!this.isThere) this.send(this.payload(), { closing: true }).catch(() => {});
  }

  /** Nothing is saved any more; what was not saved stays kept, and is sent once more to be set aside. */
  stop(state, more = {}) {
    this.isStopped = true;
    this.cancel();
    if (!this.isSettled) this.keep();
    this.report(state, more);
    if (!this.isThere) this.schedule(0);
    this.release("reject", new Error(state));
  }

  /** Begins again after a stop, on the revision the server has now. */
  resume(revision) {
    this.revision = revision;
    this.isStopped = false;
    this.retries = 0;
    this.version += 1;
    this.keepWhatStands();
    this.schedule(0);
  }

  schedule(ms) {
    this.cancel();
    this.timer = this.time.later(() => this.attempt(), ms);
  }

  cancel() {
    if (this.timer !== undefined) this.time.forget(this.timer);
    this.timer = undefined;
  }

  keepSoon() {
    this.keeping ??= this.time.later(() => this.keep(), KEEP_MS);
  }

  /** Puts what the server does not have into the browser's own store. */
  keep() {
    if (this.keeping !== undefined) this.time.forget(this.keeping);
    this.keeping = undefined;
    if (!this.isSettled) this.drafts.put(this.draft());
  }

  /** The same without waiting for anything: there may be no later. */
  keepNow() {
    this.keep();
    this.drafts.flush();
  }

  /** What the server does not have, as it is kept. */
  draft() {
    const { fields, body } = this.read();
    return { revision: this.revision, at: this.time.now(), fields: changed(this.fields, fields), body };
  }

  payload() {
    const { fields, body } = this.read();
    const payload = { revision: this.revision, fields: changed(this.fields, fields), body };
    return this.isOverOthers ? { ...payload, keep: true } : payload;
  }

  async attempt() {
    this.timer = undefined;
    if (this.isSending || this.isThere) return;
    const { version, isStopped } = this;
    const fields = this.read().fields;
    const payload = this.payload();
    this.isOverOthers = false;
    this.isSending = true;
    if (!isStopped) this.report("saving");
    let outcome;
    try {
      outcome = await this.send(payload, { closing: false });
    } catch {
      outcome = null;
    }
    this.isSending = false;
    if (outcome?.status !== 200) this.isOverOthers ||= payload.keep === true;
    if (outcome?.status === 409) this.aside = version;
    if (isStopped || this.isStopped) this.heardAside(outcome?.status, version);
    else if (outcome === null) this.wait(true);
    else this.hear(outcome, version, fields);
  }

  /** What became of words that were sent to be set aside: without an answer they are sent again. */
  heardAside(status, version) {
    if (status === 200) this.aside = version;
    if (!this.isStopped || (this.aside === version && !this.isThere)) return this.schedule(0);
    const isRefused = status >= 400 && status < 500 && ![401, 403, 408, 409, 429].includes(status);
    if (!this.isThere && !isRefused) this.again();
  }

  hear({ status, answer }, version, fields) {
    if (status === 200) return this.took(answer, version, fields);
    if (status === 409) return this.overtaken(answer);
    if (status === 422) return this.refuse(answer?.problems ?? [], answer?.message);
    if (status === 401 || status === 403) {
      this.report("signed_out");
      return this.wait(false);
    }
    if (status >= 500 || status === 408 || status === 429) return this.wait(status >= 500);
    return this.refuse(answer?.problems ?? [], answer?.message);
  }

  took(answer, version, fields) {
    this.revision = answer.revision;
    this.acknowledged = version;
    const { problems = [], findings = [] } = answer;
    const refused = fieldsOf(problems);
    this.fields = { ...fields, ...only(this.fields, refused) };
    this.retries = 0;
    this.isUnanswered = false;
    if (!this.isSettled) {
      this.firstUnsaved = this.time.now();
      this.keep();
      this.report("changed", { problems, findings, revision: this.revision });
      return this.schedule(this.waiting.length ? 0 : PAUSE_MS);
    }
    this.firstUnsaved = null;
    if (this.keeping !== undefined) this.time.forget(this.keeping);
    this.keeping = undefined;
    // A field that could not be read is not there: it is sent again with what follows, and kept until then.
    if (refused.length) this.drafts.put(this.draft());
    else this.drafts.remove();
    this.report("saved", { at: answer.saved_at, problems, findings, revision: this.revision });
    return this.release("resolve");
  }

  /**
   * Another revision is there. It may be our own, where an earlier save got there and only its answer was lost: then these
   * words follow it, and should another window of ours have been faster, its words are kept. Otherwise somebody else has the
   * story, or another window of ours.
   */
  overtaken(answer) {
    const isMine = answer?.mine ?? !answer?.holder;
    if (isMine && this.isUnanswered && answer?.revision > this.revision) {
      this.revision = answer.revision;
      this.isUnanswered = false;
      this.keepWhatStands();
      return this.schedule(0);
    }
    return this.stop(isMine ? "elsewhere" : "taken", { holder: answer?.holder, revision: answer?.revision });
  }

  /** Somebody else has the story now: what is not saved is sent once more, for the server sets it aside. */
  taken(holder) {
    if (this.isStopped) return;
    if (this.isSettled) this.stop("taken", { holder });
    else this.schedule(0);
  }

  /** The server will not have these words as they are; they stay here until they are changed. */
  refuse(problems, message) {
    this.firstUnsaved = null;
    this.keep();
    this.report("refused", { problems, message });
    this.release("reject", new Error("refused"));
  }

  wait(isUnanswered) {
    this.isUnanswered ||= isUnanswered;
    this.keep();
    if (isUnanswered) this.report("kept");
    this.again();
  }

  /** Tries once more, the later the oftener it did not help. */
  again() {
    const pause = RETRIES_MS[Math.min(this.retries, RETRIES_MS.length - 1)];
    this.retries += 1;
    this.schedule(pause);
  }

  report(state, more = {}) {
    this.tell({ state, ...more });
  }

  release(how, value) {
    this.waiting.splice(0).forEach((one) => one[how](value));
  }
}

/** The fields that problems are about. The two of an embargo are read as one. */
function fieldsOf(problems) {
  const names = problems.flatMap(({ field }) => field ?? []);
  return names.flatMap((name) => (name.startsWith("embargo_") ? ["embargo_at", "embargo_zone"] : name));
}

function only(fields, names) {
  return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]));
}

/** Fields that are not as they were. */
function changed(before, now) {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)));
}
