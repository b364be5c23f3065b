/**
 * Pictures, films and recordings on their way into the text, by drag, paste or dialog.
 *
 * While a file is sent, its progress stands where it will be; only then does it enter the document. A file that was not
 * taken stays there with the reason, to be sent again or put away.
 */
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { element } from "./elements.js";
import { figureOf } from "./said.js";

const key = new PluginKey("pictures");
const SHOWN = { image: "picture", video: "video", audio: "audio" };

/** The kind of block a file becomes; `null` for what cannot be shown. */
export function kindOf(file) {
  return SHOWN[file.type.split("/")[0]] ?? null;
}

/** Files among what was dropped or pasted that can be shown. */
export function filesOf(transfer) {
  return [...(transfer?.files ?? [])].filter(kindOf);
}

/** Takes dropped and pasted files, and holds the places of those being sent. */
export function pictures(media, texts) {
  return new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(tr, set) {
        const { add, remove } = tr.getMeta(key) ?? {};
        let next = set.map(tr.mapping, tr.doc);
        if (add) next = next.add(tr.doc, [Decoration.widget(add.pos, add.dom, { id: add.id, side: 1, ignoreSelection: true, stopEvent: () => true })]);
        if (remove) next = next.remove(next.find(null, null, (spec) => spec.id === remove));
        return next;
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handlePaste(view, event) {
        const files = filesOf(event.clipboardData);
        // Word and spreadsheets put a picture of the words beside the words.
        if (!files.length || event.clipboardData.getData("text/plain").trim()) return false;
        insertFiles(view, files, media, texts);
        return true;
      },
      handleDrop(view, event) {
        const files = filesOf(event.dataTransfer);
        if (!files.length) return false;
        const place = view.posAtCoords({ left: event.clientX, top: event.clientY });
        insertFiles(view, files, media, texts, place?.pos);
        event.preventDefault();
        return true;
      },
    },
  });
}

/** Sends files and puts each where it was let go, in their order. */
export function insertFiles(view, files, media, texts, pos = view.state.selection.to) {
  const place = betweenBlocks(view.state.doc, pos);
  files.forEach((file) => send(view, file, media, texts, place));
}

function betweenBlocks(doc, pos) {
  const $pos = doc.resolve(Math.min(pos, doc.content.size));
  return $pos.depth ? $pos.after(1) : $pos.pos;
}

function send(view, file, media, texts, pos) {
  const id = {};
  const bar = element("progress", { max: 1, value: 0, "aria-label": texts.get("uploading", { name: file.name }) });
  const name = element("span", { dir: "auto" }, file.name);
  const dom = element("div", { class: "editor-upload", contenteditable: "false", role: "status" }, name, bar);
  view.dispatch(view.state.tr.setMeta(key, { add: { id, pos, dom } }).setMeta("addToHistory", false));
  const away = () => view.dispatch(view.state.tr.setMeta(key, { remove: id }).setMeta("addToHistory", false));
  const begin = () => {
    dom.replaceChildren(name, bar);
    media.upload(file, (share) => { bar.value = share; }).then((answer) => {
      arrive(view, id, figureOf(kindOf(file), String(answer.id), answer));
    }, (refusal) => {
      const reason = refusal.message || texts.get(refusal.status ? "upload_refused" : "upload_failed");
      dom.replaceChildren(
        name,
        element("strong", { role: "alert" }, reason),
        element("button", { type: "button", onclick: begin }, texts.get("try_again")),
        element("button", { type: "button", onclick: away }, texts.get("remove")),
      );
    });
  };
  begin();
}

/** Puts the finished block where its progress stood, also when the words around it have moved. */
function arrive(view, id, node) {
  const [place] = key.getState(view.state).find(null, null, (spec) => spec.id === id);
  const tr = view.state.tr.setMeta(key, { remove: id });
  if (place) {
    const $pos = tr.doc.resolve(place.from);
    const pos = $pos.depth ? $pos.after(1) : $pos.pos;
    const before = tr.doc.resolve(pos).nodeBefore;
    const isEmpty = before?.type.name === "paragraph" && !before.content.size;
    if (isEmpty) tr.replaceWith(pos - before.nodeSize, pos, node);
    else tr.insert(pos, node);
  }
  view.dispatch(tr);
}
