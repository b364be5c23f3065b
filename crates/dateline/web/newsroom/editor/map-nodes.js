import { Fragment } from "prosemirror-model";

/** The same nodes, at every depth, with the attributes that `attrsOf(node)` gives. */
export function mapNodes(fragment, attrsOf) {
  const nodes = [];
  fragment.forEach((node) => {
    nodes.push(node.isText ? node : node.type.create(attrsOf(node), mapNodes(node.content, attrsOf), node.marks));
  });
  return Fragment.from(nodes);
}
