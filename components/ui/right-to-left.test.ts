import { describe, expect, it } from "vitest";
import {
  isNode,
  parseSource,
  placeOf,
  readSource,
  type SyntaxNode,
  sourceFiles,
  textOf,
  walk,
} from "../../scripts/test/source-tree";

/** Utilities that name a side of the screen; those that name a side of the line exist for each. */
const sided =
  /^-?(?:(?:ml|mr|pl|pr|left|right|inset-l|inset-r|scroll-ml|scroll-mr|scroll-pl|scroll-pr|translate-x|origin-left|origin-right|bg-left|bg-right|object-left|object-right|bg-linear-to-[lr])-|(?:text|float|clear)-(?:left|right)$|(?:rounded|border)-(?:l|r|tl|tr|bl|br)(?:-|$))/;

const sides = "left|right|Left|Right|TopLeft|TopRight|BottomLeft|BottomRight";
const sidedProperty = new RegExp(
  `^(?:left|right|(?:margin|padding|border|scrollMargin|scrollPadding)(?:${sides})\\w*)$`,
);
const sidedCss =
  /(?:^|[\s;{])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)(?:-top|-bottom)?-(?:left|right)[\w-]*)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)/;

/** What names a side and may: with the reason. */
const allowed: Record<string, string> = {
  "components/ui/toaster.tsx left": "sonner knows no other names; both sides have the same room",
  "components/ui/toaster.tsx right": "as left",
};

/** Words of a class list without their variants: "md:hover:-ml-2" is "-ml-2". */
function utilities(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((word) => !/(?:^|:)(?:rtl|ltr):/.test(word))
    .map((word) => word.replace(/^(?:[^:[\]]|\[[^\]]*\])*:/, "").replace(/^!/, ""));
}

const nameOf = (node: unknown) => (isNode(node) ? String(node.name ?? node.value ?? "") : "");

/** Elsewhere `left` may be what remains, and `right` what is so. */
function isStyle(parents: readonly SyntaxNode[]): boolean {
  const holder = parents.findLast(({ type }) =>
    ["JSXAttribute", "VariableDeclarator", "CallExpression"].includes(type),
  );
  if (holder?.type === "VariableDeclarator") return /style/i.test(nameOf(holder.id));
  return holder?.type === "JSXAttribute";
}

function sidesIn(path: string, text: string): string[] {
  const found: string[] = [];
  walk(parseSource(path, text), (node, parents) => {
    if (node.type.startsWith("TS") && node.type.endsWith("Type")) return false;
    if (node.type === "ImportDeclaration") return false;
    const name = node.type === "Property" ? nameOf(node.key) : "";
    if (sidedProperty.test(name) && (name.length > 5 || isStyle(parents))) {
      found.push(`${placeOf(path, text, node)} ${name}`);
    }
    for (const word of utilities(textOf(node) ?? "")) {
      if (sided.test(word)) found.push(`${placeOf(path, text, node)} ${word}`);
    }
  });
  return found.filter((line) => !(line.replace(/:\d+ /, " ") in allowed));
}

describe("classes and styles name sides of the line, not of the screen", () => {
  it.each(sourceFiles(["app", "components"], [".ts", ".tsx"]))("%s", (path) => {
    expect(sidesIn(path, readSource(path))).toEqual([]);
  });

  it.each(sourceFiles(["app", "components"], [".css"]))("%s", (path) => {
    const rules = readSource(path).replace(/\/\*[\s\S]*?\*\//g, "");
    expect(rules.split("\n").filter((line) => sidedCss.test(line))).toEqual([]);
  });
});

describe("the check itself", () => {
  const found = (classes: string) => sidesIn("x.tsx", `const X = <p className="${classes}" />;`);

  it.each([
    "ml-2",
    "md:-mr-px",
    "hover:pl-[3px]",
    "left-0",
    "before:right-1/2",
    "text-left",
    "float-right",
    "rounded-l-card",
    "rounded-tr",
    "border-r",
    "border-l-2",
    "[&_svg]:ml-1",
    "-translate-x-1/2",
    "!pr-2",
  ])("finds %s", (word) => {
    expect(found(`flex ${word} gap-2`)).toHaveLength(1);
  });

  it.each([
    "ms-2",
    "ps-3",
    "start-0",
    "text-start",
    "rounded-s-card",
    "rounded-es-[2px]",
    "border-e",
    "border-line",
    "translate-y-1",
    "rtl:-translate-x-2",
    "place-items-center",
    "leading-6",
    "prose",
    "plain",
    "max-lg:hidden",
  ])("lets %s pass", (word) => {
    expect(found(word)).toEqual([]);
  });

  it("finds sides in style objects and CSS", () => {
    expect(
      sidesIn("x.tsx", "const style = { marginLeft: 3, insetInlineStart: 4, left: 2 };"),
    ).toEqual(["x.tsx:1 marginLeft", "x.tsx:1 left"]);
    const remaining = "const X = ({ left }) => <p>{t('left', { left })}</p>;";
    expect(sidesIn("x.tsx", remaining)).toEqual([]);
    expect(sidesIn("x.tsx", "const X = <p style={{ right: 2 }} />;")).toHaveLength(1);
    expect(sidesIn("x.ts", 'type Side = { side: "left" | "right" };')).toEqual([]);
    expect(sidedCss.test("  margin-left: 2px;")).toBe(true);
    expect(sidedCss.test("  border-top-right-radius: 2px;")).toBe(true);
    expect(sidedCss.test("  margin-inline-start: 2px;")).toBe(false);
  });
});
