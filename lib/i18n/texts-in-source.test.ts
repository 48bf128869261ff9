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

/** Names, which are the same in every language, and keys of the keyboard as they are engraved. */
const names = /\b(?:Keepsake|Memoram|GitHub|Google|Ctrl|Esc|Enter|Tab|Shift)\b/g;

/** Members that a person reads, wherever they stand: as attributes and in objects. */
const read = new Set(
  "title label lead hint detail description placeholder alt text legend heading message what announcement state action aria-label aria-description aria-valuetext aria-roledescription aria-placeholder confirmLabel cancelLabel removeLabel valueText containerAriaLabel".split(
    " ",
  ),
);

const hasWords = (text: string) => /\p{L}{2}/u.test(text.replace(names, ""));
/** A sentence or a title: a capital, then more than one word, or a full stop. */
const looksWritten = (text: string) =>
  /^[“„]?\p{Lu}[\p{L}’]*(?:[,;:]? \p{L}|.*[.…]$)/u.test(text) && hasWords(text);
/** A word that stands alone in an object may be a key or a name of something. */
const looksLikeWord = (text: string) => /^\p{Lu}\p{Ll}+$|\p{L} \p{L}/u.test(text) && hasWords(text);

const nameOf = (node: unknown) => (isNode(node) ? String(node.name ?? node.value ?? "") : "");

function isWritten(node: SyntaxNode, text: string, parents: readonly SyntaxNode[]): boolean {
  if (node.type === "JSXText") return hasWords(text);
  if (parents.some(({ type, key }) => type === "Property" && nameOf(key) === "classNames")) {
    return false;
  }
  // From the inside out, up to whatever says what the text is for.
  for (const [index, parent] of [...parents.entries()].reverse()) {
    const child = parents[index + 1] ?? node;
    switch (parent.type) {
      case "NewExpression":
      case "ThrowStatement":
        return false;
      case "CallExpression":
        // Arguments are keys, paths and options; what is said aloud at once is not.
        return /^toast/.test(calleeOf(parent)) ? hasWords(text) : looksWritten(text);
      case "BinaryExpression":
        return false;
      case "ConditionalExpression":
        if (parent.test === child) return false;
        break;
      case "MemberExpression":
        return false;
      case "Property":
        if (parent.key === child) return false;
        return read.has(nameOf(parent.key))
          ? looksLikeWord(text) || looksWritten(text)
          : looksWritten(text);
      case "JSXAttribute":
        return read.has(nameOf(parent.name)) ? hasWords(text) : false;
      case "JSXExpressionContainer": {
        const outer = parents[index - 1]?.type;
        if (outer === "JSXElement" || outer === "JSXFragment") return hasWords(text);
        break;
      }
    }
  }
  return looksWritten(text);
}

function calleeOf({ callee }: SyntaxNode): string {
  if (!isNode(callee)) return "";
  return callee.type === "MemberExpression" ? nameOf(callee.object) : nameOf(callee);
}

const passedOver = new Set(["ImportDeclaration", "ExportAllDeclaration", "Directive"]);

function textsIn(path: string, source: string): string[] {
  const found: string[] = [];
  walk(parseSource(path, source), (node, parents) => {
    if (passedOver.has(node.type) || /^TS(?!As|Satisfies|NonNull)/.test(node.type)) return false;
    const text = textOf(node)?.trim();
    if (text && isWritten(node, text, parents))
      found.push(`${placeOf(path, source, node)} ${text}`);
  });
  return found;
}

describe("what a person reads stands in the catalogues", () => {
  const files = sourceFiles(["app", "components"], [".ts", ".tsx"]).filter(
    (path) => !path.startsWith("app/api/"),
  );
  it.each(files)("%s", (path) => {
    expect(textsIn(path, readSource(path))).toEqual([]);
  });
});

describe("what the API says of a value stands among the contract's sentences", () => {
  const files = sourceFiles(["lib/contract"], [".ts"]).filter(
    (path) => !/\/(?:sentences|problem|problem-details)\.ts$/.test(path),
  );
  it.each(files)("%s", (path) => {
    expect(textsIn(path, readSource(path))).toEqual([]);
  });
});

describe("the check itself", () => {
  const inside = (code: string) => textsIn("x.tsx", `const X = () => ${code};`);

  it.each([
    "<p>Save</p>",
    "<p>one or more</p>",
    "<p>{isNew ? 'new tag' : null}</p>",
    "<p>{`memories, all of them`}</p>",
    "<p>{count && 'more'}</p>",
    '<Field label="Title" />',
    "<Field label={isOn ? 'on' : t('off')} />",
    '<button aria-label="close" />',
    '<input placeholder="find" />',
    "<X render={() => <p>Save</p>} />",
    'toast("saved")',
    'toast.error("Not saved", { description: "Try again." })',
    'setError("Write something first.")',
    '({ title: "Deleted" })',
    '({ none: "Not connected" })',
    '["You said no."]',
    '(isDone ? "All done." : "")',
  ])("finds the text in %s", (code) => {
    expect(inside(code).length).toBeGreaterThan(0);
  });

  it.each([
    "<p>Keepsake</p>",
    "<p>{t('save')}</p>",
    "<p>{status === 'pending' && icon}</p>",
    "<p>· {count} ↵</p>",
    '<Kbd aria-hidden="true">Esc</Kbd>',
    '<p className="flex Text thing" data-state="open now">{t("key", { name: "Memoram" })}</p>',
    '<Field label={t("title")} />',
    'new Error("It went wrong.")',
    'press("Enter")',
    '({ icon: Search, text: "search" })',
    '({ title: t("deleted") })',
    '(event.key === "Escape now.")',
  ])("lets %s pass", (code) => {
    expect(inside(code)).toEqual([]);
  });
});
