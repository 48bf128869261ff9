import { findHits, type Hit } from "@/lib/client/search/find-hits";
import type { Search } from "@/lib/client/search/parse-search";

/** HTML in a memory (`raw`) is shown as the text it is. */
type Text = { type: "text" | "raw"; value: string };
type Node = { type: string; value?: string; children?: Node[] };

/**
 * A rehype plugin that marks what was searched for. It touches texts only, each by itself: what
 * begins in one and ends in another (half of it bold) stays unmarked.
 */
export function markHits(search: Search) {
  return () => (tree: Node) => {
    markWithin(tree, search);
  };
}

function markWithin(node: Node, search: Search): void {
  if (!node.children) return;
  node.children = node.children.flatMap((child) => {
    if (!isText(child)) {
      markWithin(child, search);
      return [child];
    }
    const hits = findHits(child.value, search);
    return hits.length === 0 ? [child] : marked(child.value, hits);
  });
}

const isText = (node: Node): node is Text =>
  (node.type === "text" || node.type === "raw") && node.value !== undefined;

function marked(text: string, hits: readonly Hit[]): Node[] {
  const nodes: Node[] = [];
  const put = (value: string) => value !== "" && nodes.push({ type: "text", value });
  let at = 0;
  for (const { start, end } of hits) {
    put(text.slice(at, start));
    const children = [{ type: "text", value: text.slice(start, end) }];
    nodes.push(Object.assign({ type: "element", children }, { tagName: "mark", properties: {} }));
    at = end;
  }
  put(text.slice(at));
  return nodes;
}
