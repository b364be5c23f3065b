/**
 * How pictures, films, recordings and embeds look while they are edited: what is shown, the words below it, and fields
 * for what the reader sees only in part. What a figure does not say itself its picture's record says; that stands in the
 * fields as a hint, and a button writes it there.
 */
import { embedAddress, PROVIDERS } from "./addresses.js";
import { element, set } from "./elements.js";
import { chooseFocus } from "./focus-dialog.js";
import { fillIn, unfilled } from "./said.js";
import { schema } from "./schema.js";

/** Node views by kind, for a view whose media are `media`. */
export function figures(media, texts) {
  const kinds = ["picture", "gallery_picture", "video", "audio", "embed"];
  return Object.fromEntries(kinds.map((kind) => [kind, (node, view, getPos) => new Figure(node, view, getPos, media, texts)]));
}

class Figure {
  constructor(node, view, getPos, media, texts) {
    Object.assign(this, { node, view, getPos, media, texts });
    this.contentDOM = element("figcaption", { dir: "auto", "data-hint": this.captionHint() });
    this.shown = element("div", { class: "editor-shown", contenteditable: "false" });
    this.fields = element("div", { class: "editor-fields", contenteditable: "false" });
    this.dom = element("figure", { class: `editor-figure editor-${node.type.name}` }, this.shown, this.contentDOM, this.fields);
    this.heard = (reference) => reference === this.node.attrs.media && this.show();
    media.listeners.add(this.heard);
    this.makeFields();
    this.show();
  }

  captionHint() {
    return this.known().caption || this.texts.get("caption");
  }

  known() {
    return this.node.attrs.media ? this.media.of(this.node.attrs.media) : {};
  }

  makeFields() {
    this.inputs = ["alt", "credit"].filter((name) => name in this.node.attrs).map((name) => {
      const input = element("input", {
        type: "text", dir: "auto", name: `figure_${name}`, autocomplete: "off", placeholder: this.known()[name] ?? "",
        oninput: () => this.change(name, input.value || null),
        onkeydown: (event) => this.leave(event),
      });
      this.fields.append(element("label", {}, element("span", {}, this.texts.get(name)), input));
      return [name, input];
    });
    if (this.node.attrs.media && this.node.type.name !== "audio" && this.node.type.name !== "video") {
      this.fields.append(this.button("focus", () => chooseFocus(this.media, this.node.attrs.media, this.texts)));
    }
    this.filler = this.button("fill_in", () => this.fill());
    this.fields.append(this.filler, this.button("remove", () => this.remove()));
  }

  button(name, act) {
    return element("button", { type: "button", onclick: act }, this.texts.get(name));
  }

  show() {
    const { attrs, type } = this.node;
    set(this.dom, { "data-block": attrs.id ?? null, dir: attrs.dir ?? null, lang: attrs.lang ?? null });
    for (const [name, input] of this.inputs) {
      if (input.value !== (attrs[name] ?? "") && document.activeElement !== input) input.value = attrs[name] ?? "";
    }
    const sight = SIGHTS[type.name] ?? SIGHTS.picture;
    this.shown.replaceChildren(...sight(attrs, this.known(), this.texts));
    this.offer();
  }

  /** The button is there while the record says something that the fields do not. */
  offer() {
    this.filler.hidden = !Object.keys(unfilled(this.node, this.known())).length;
  }

  fill() {
    this.view.dispatch(fillIn(this.view.state.tr, this.getPos(), this.known()));
    this.view.focus();
  }

  change(name, value) {
    this.view.dispatch(this.view.state.tr.setNodeAttribute(this.getPos(), name, value));
  }

  remove() {
    const pos = this.getPos();
    this.view.dispatch(this.view.state.tr.delete(pos, pos + this.node.nodeSize));
    this.view.focus();
  }

  /** Escape leads from a field back to the words. */
  leave(event) {
    if (event.key !== "Escape" && event.key !== "Enter") return;
    event.preventDefault();
    this.view.focus();
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    const other = this.node.attrs !== node.attrs;
    this.node = node;
    if (other) this.show();
    else this.offer();
    set(this.contentDOM, { "data-empty": node.content.size === 0 });
    return true;
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode");
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode");
  }

  stopEvent(event) {
    return this.fields.contains(event.target) || (event.target.closest?.("video, audio") ?? false);
  }

  ignoreMutation(change) {
    return change.type !== "selection" && !this.contentDOM.contains(change.target);
  }

  destroy() {
    this.media.listeners.delete(this.heard);
  }
}

/** What is seen of each kind: elements from attributes and what is known of the media. */
const SIGHTS = {
  picture(attrs, known, texts) {
    if (!known.src) return [element("span", { class: "editor-unseen" }, texts.get("picture"), " ", element("bdi", {}, attrs.media))];
    const image = element("img", { src: known.src, alt: attrs.alt ?? known.alt ?? "", draggable: "false", width: known.width, height: known.height });
    return [image];
  },
  video(attrs, known, texts) {
    if (!known.src) return SIGHTS.picture({ media: attrs.media }, {}, texts);
    return [element("video", { src: known.src, controls: true, preload: "metadata" })];
  },
  audio(attrs, known, texts) {
    if (!known.src) return SIGHTS.picture({ media: attrs.media }, {}, texts);
    return [element("audio", { src: known.src, controls: true, preload: "metadata" })];
  },
  embed(attrs) {
    const address = embedAddress(attrs);
    return [
      element("strong", {}, PROVIDERS[attrs.provider].name), " ",
      element("a", { href: address, rel: "noopener", target: "_blank", dir: "ltr" }, address),
    ];
  },
};

/** Pictures of the document that say nothing themselves and whose record says nothing either: `[{block, missing}]`. */
export function unsaid(doc, media) {
  const found = [];
  doc.forEach((block) => {
    const pictures = block.type === schema.nodes.gallery ? block.children.slice(0, -1) : [block];
    for (const { type, attrs } of pictures) {
      if (!["picture", "gallery_picture", "video", "audio"].includes(type.name)) continue;
      const known = media.of(attrs.media);
      for (const name of ["alt", "credit"]) {
        if (name in attrs && !(attrs[name] ?? known[name])) found.push({ block: block.attrs.id, missing: name });
      }
    }
  });
  return found;
}
