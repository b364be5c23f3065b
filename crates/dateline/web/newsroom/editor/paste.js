/** Pasting: cleaned, and as blocks of their own. */
import { Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import { embedFromAddress } from "./addresses.js";
import { withoutIds } from "./block-ids.js";
import { cleanPaste } from "./clean-paste.js";
import { insertBlock } from "./commands.js";
import { schema } from "./schema.js";

/** `notice(key, gaps)` tells what was left out. */
export function paste(notice) {
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        const { html: clean, pictures } = cleanPaste(html);
        if (pictures) notice("pictures_left_out", { count: pictures });
        return clean;
      },
      // What is moved within the text stays what it is; copies begin anew.
      transformPasted(slice, view) {
        if (view.dragging?.move) return slice;
        return new Slice(withoutIds(slice.content), slice.openStart, slice.openEnd);
      },
      handlePaste(view, event) {
        const { $from, empty } = view.state.selection;
        const typed = event.clipboardData?.getData("text/plain").trim() ?? "";
        const isAlone = empty && $from.depth === 1 && $from.parent.type === schema.nodes.paragraph && !$from.parent.content.size;
        const embed = isAlone && !/\s/.test(typed) ? embedFromAddress(typed) : null;
        if (!embed) return false;
        return insertBlock(schema.node("embed", embed))(view.state, view.dispatch);
      },
    },
  });
}
