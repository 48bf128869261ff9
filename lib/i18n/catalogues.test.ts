import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { messagesOf } from "./catalogues";
import { english } from "./english";
import { locales } from "./locales";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    return typeof value === "string" ? [[at, value] as [string, string]] : flatten(value, at);
  });
}

/** The arguments and tags a text takes, whatever it says about them. */
function argumentsOf(text: string): string[] {
  const names = Array.from(text.matchAll(/\{\s*(\w+)\s*[,}]/g), ([, name]) => name ?? "");
  const tags = Array.from(text.matchAll(/<(\w+)\s*\/?>/g), ([, name]) => `<${name}>`);
  // What a plural's branch says ({# memory}) is text and not an argument.
  return [...new Set([...names, ...tags])].sort();
}

/** More than one word beside arguments, tags and names: hardly the same in two languages. */
function isPhrase(text: string): boolean {
  const own = text.replace(/\{\w+\}|<[^>]*>|Memory Key|Memoram|Keepsake/g, "");
  return /\p{L}\P{L}+\p{L}/u.test(own);
}

const reference = new Map(flatten(english));

describe.each(locales)("the texts in %s", (locale) => {
  const texts = new Map(flatten(messagesOf(locale)));

  it("are all there, and no others", () => {
    expect([...texts.keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it("are not empty, and are not English left as it was", () => {
    for (const [key, text] of texts) expect(text.trim(), key).not.toBe("");
    if (locale === "en") return;
    const left = [...texts].filter(([key, text]) => text === reference.get(key) && isPhrase(text));
    expect(left).toEqual([]);
  });

  it("take the arguments that the English ones take", () => {
    for (const [key, text] of texts) {
      expect([key, argumentsOf(text)]).toEqual([key, argumentsOf(reference.get(key) ?? "")]);
    }
  });

  it("can be formatted, with one and with many", () => {
    const problems: string[] = [];
    const onError = (error: Error) => problems.push(error.message);
    // Looked up by key at run time here: the compiler's knowledge of the keys is of no use.
    const messages: Tree = messagesOf(locale);
    const t = createTranslator<Tree>({ locale, messages, onError });
    for (const [key, text] of reference) {
      for (const number of [0, 1, 2, 1_234]) {
        const values: Record<string, unknown> = {};
        for (const name of argumentsOf(text)) {
          if (name.startsWith("<")) values[name.slice(1, -1)] = (inner: string) => inner;
          else values[name] = number;
        }
        t.markup(key as never, values as never);
      }
    }
    expect(problems).toEqual([]);
  });
});
