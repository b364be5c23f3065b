/** What toolbar and keys open: questions whose answers change the text. */
import { embedFromAddress, linkFromTyped, PROVIDERS } from "./addresses.js";
import { openCharacters } from "./characters.js";
import { between, insertBlock, link, linkAt, text } from "./commands.js";
import { ask, labelled } from "./dialog.js";
import { element } from "./elements.js";
import { choosePictures } from "./library-dialog.js";
import { insertFiles } from "./pictures.js";
import { quotesOf } from "./quotes.js";
import { figureOf } from "./said.js";
import { schema } from "./schema.js";
import { table } from "./table-commands.js";

/** Each takes the view; `language` is the story's, `find` opens the panel for finding. */
export function dialogs({ texts, language, media, find }) {
  const does = (view, command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const answers = { confirm: texts.get("confirm"), cancel: texts.get("cancel") };

  return {
    async link(view) {
      const there = linkAt(view.state);
      const field = element("input", { type: "text", inputmode: "url", dir: "ltr", autocomplete: "off", value: there?.href ?? "", placeholder: "https://" });
      const href = await ask({
        ...answers, title: texts.get("link"), content: [labelled(texts.get("address"), field)],
        also: there ? [{ text: texts.get("link_remove"), value: "" }] : [],
        read: () => linkFromTyped(field.value) ?? { error: texts.get("link_bad") },
      });
      if (href !== null) does(view, link(href || null));
    },
    async embed(view) {
      const field = element("input", { type: "text", inputmode: "url", dir: "ltr", autocomplete: "off", placeholder: "https://" });
      const names = Object.values(PROVIDERS).map(({ name }) => name).join(", ");
      const embed = await ask({
        ...answers, title: texts.get("embed"),
        content: [labelled(texts.get("address"), field), element("p", { class: "editor-note" }, texts.get("embed_hint"), " ", element("bdi", {}, names))],
        read: () => embedFromAddress(field.value) ?? { error: texts.get("embed_bad") },
      });
      if (embed) does(view, insertBlock(schema.node("embed", embed)));
    },
    async table(view) {
      const number = (value, max) => element("input", { type: "number", min: 1, max, value, required: true });
      const rows = number(3, 200);
      const columns = number(3, 30);
      const size = await ask({
        ...answers, title: texts.get("table"), content: [labelled(texts.get("rows"), rows), labelled(texts.get("columns"), columns)],
        read: () => [rows.valueAsNumber, columns.valueAsNumber],
      });
      if (size) does(view, table(...size));
    },
    picture(view) {
      const field = element("input", {
        type: "file", accept: "image/*,video/*,audio/*", multiple: true,
        onchange: () => insertFiles(view, [...field.files], media, texts),
      });
      field.click();
    },
    async library(view) {
      const [picture] = await choosePictures(media, texts, { title: texts.get("library") }) ?? [];
      if (picture) does(view, insertBlock(figureOf("picture", picture.id, picture)));
    },
    async gallery(view) {
      const pictures = await choosePictures(media, texts, { title: texts.get("gallery"), many: true }) ?? [];
      const shown = pictures.map((picture) => figureOf("gallery_picture", picture.id, picture));
      if (shown.length) does(view, insertBlock(schema.node("gallery", null, [...shown, schema.node("gallery_caption")])));
    },
    characters(view) {
      openCharacters(language, texts, (sign) => does(view, text(sign)));
    },
    quotes(view) {
      does(view, between(...quotesOf(language)[0]));
    },
    find: () => find("find"),
    replace: () => find("replace"),
  };
}
