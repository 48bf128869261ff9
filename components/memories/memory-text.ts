import type { Memory } from "@/lib/contract/memory";
import type { Translator } from "@/lib/i18n/translator";

const SNIPPET_LENGTH = 240;

/** The name of a memory wherever it needs one. */
export function titleOf(memory: Pick<Memory, "title">, t: Translator<"common">): string {
  return memory.title?.trim() || t("untitled");
}

/**
 * Two lines for a row: the summary, else the first words of the content with the commonest
 * Markdown signs taken off. Empty when there is neither.
 */
export function snippetOf({ summary, content }: Pick<Memory, "summary" | "content">): string {
  return shorten(summary?.trim() || plainText((content ?? "").slice(0, 4 * SNIPPET_LENGTH)));
}

/** Good enough to read one line by; what is shown in full goes through a Markdown parser. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/^\s*(?:#{1,6}|>+|[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|~~|`+)/g, "")
    .replace(/\*([^*\n]+)\*/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}

function shorten(text: string): string {
  if (text.length <= SNIPPET_LENGTH) return text;
  const cut = text.slice(0, SNIPPET_LENGTH);
  const space = cut.lastIndexOf(" ");
  // A cut in the middle of a surrogate pair would leave half a character.
  const whole =
    space > SNIPPET_LENGTH / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, "");
  return `${whole}…`;
}
