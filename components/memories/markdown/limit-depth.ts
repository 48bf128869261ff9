/** No sensible text nests deeper; browsers lay out a few hundred levels without trouble. */
const MAX_DEPTH = 100;

type Node = { children?: readonly Node[] };

/**
 * A rehype plugin that refuses a tree nested more than 100 levels deep.
 *
 * Throws a RangeError then. Walks without recursion: the tree may be deeper than the stack.
 */
export function limitDepth() {
  return (tree: Node) => {
    let level: readonly Node[] = [tree];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > MAX_DEPTH) throw new RangeError("The text is nested too deeply.");
      level = level.flatMap(({ children = [] }) => children);
    }
  };
}
