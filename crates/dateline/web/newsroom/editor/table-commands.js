/** What can be done to a table. */
import { TextSelection } from "prosemirror-state";
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, isInTable, mergeCells, splitCell, toggleHeaderColumn, toggleHeaderRow } from "prosemirror-tables";
import { insertBlock } from "./commands.js";
import { schema } from "./schema.js";

const { nodes } = schema;

/** A table of so many rows and columns, the first row naming the columns. */
export function table(rows, columns) {
  const cells = (type) => Array.from({ length: columns }, () => type.create());
  const row = (_, place) => nodes.row.create(null, cells(place ? nodes.cell : nodes.header_cell));
  const grid = nodes.grid.create(null, Array.from({ length: rows }, row));
  return insertBlock(nodes.table.create(null, [nodes.table_caption.create(), grid]), "inside");
}

/** Takes the whole table out. */
export function deleteTable(state, dispatch) {
  const { $from } = state.selection;
  if (!$from.depth || $from.node(1).type !== nodes.table) return false;
  if (dispatch) {
    const from = $from.before(1);
    const tr = state.tr.replaceWith(from, from + $from.node(1).nodeSize, nodes.paragraph.create());
    dispatch(tr.scrollIntoView());
  }
  return true;
}

/** Does it, and leaves the cursor in the table as long as there is one. */
function staying(command) {
  return (state, dispatch) => {
    const { $from } = state.selection;
    const pos = $from.depth ? $from.before(1) : null;
    return command(state, dispatch && ((tr) => {
      const left = tr.doc.nodeAt(pos);
      const isOut = !tr.selection.$from.depth || tr.selection.$from.before(1) !== pos;
      if (left?.type === nodes.table && isOut) tr.setSelection(TextSelection.near(tr.doc.resolve(pos + left.nodeSize - 1), -1));
      dispatch(tr);
    }));
  };
}

/** By the name of what is done, as texts and toolbar know it. */
export const TABLE_COMMANDS = {
  row_before: addRowBefore,
  row_after: addRowAfter,
  row_delete: staying(deleteRow),
  column_before: addColumnBefore,
  column_after: addColumnAfter,
  column_delete: staying(deleteColumn),
  header_row: toggleHeaderRow,
  header_column: toggleHeaderColumn,
  cells_merge: mergeCells,
  cell_split: splitCell,
  table_delete: deleteTable,
};

export { isInTable };
