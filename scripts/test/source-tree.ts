import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vitest/node";
import { root } from "../lib/paths";

/** A node of the syntax tree (ESTree with JSX and types), of which only the kind is sure. */
export type SyntaxNode = { type: string; start: number; [field: string]: unknown };

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

/** Files under `folders` with one of `endings`, relative to the project; tests left out. */
export function sourceFiles(folders: readonly string[], endings: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map(
        (path) => `${folder}/${path.replaceAll("\\", "/")}`,
      ),
    )
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .sort();
}

export const readSource = (path: string): string => readFileSync(join(root, path), "utf8");

/** The syntax tree of TypeScript source; of TSX where `path` says so. */
export function parseSource(path: string, text: string): SyntaxNode {
  const tree: unknown = parseAst(text, { lang: path.endsWith("x") ? "tsx" : "ts" }, path);
  if (!isNode(tree)) throw new Error(`${path} does not parse.`);
  return tree;
}

/** Visits `node` and all below it; where `visit` answers false, nothing below. */
export function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => boolean | undefined,
  parents: readonly SyntaxNode[] = [],
): void {
  if (visit(node, parents) === false) return;
  const below = [...parents, node];
  for (const child of Object.values(node).flat()) if (isNode(child)) walk(child, visit, below);
}

/** The text of a string literal, of a template's fixed part, or between tags; null for others. */
export function textOf(node: SyntaxNode): string | null {
  const { type, value } = node;
  if ((type === "Literal" || type === "JSXText") && typeof value === "string") return value;
  if (type !== "TemplateElement" || typeof value !== "object" || value === null) return null;
  return "cooked" in value && typeof value.cooked === "string" ? value.cooked : null;
}

/** `path:line` of a place in a source. */
export function placeOf(path: string, text: string, { start }: SyntaxNode): string {
  return `${path}:${text.slice(0, start).split("\n").length}`;
}
