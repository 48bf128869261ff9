import { tagNameSchema } from "@/lib/contract/memory";
import { sentences } from "@/lib/contract/sentences";
import type { Tag } from "@/lib/contract/tag";

/** One line under the tags field. `isNew`: Memoram will create it when the memory is saved. */
export type TagOption = { name: string; color: string | null; isNew: boolean };

/** More lines than this help nobody: keep typing. */
export const MAX_OPTIONS = 50;

/**
 * Tags whose name contains `typed`, upper and lower case alike, those that begin with it first.
 * What is chosen already is left out.
 */
export function matchingTags(
  tags: readonly Tag[],
  typed: string,
  chosen: readonly string[] = [],
): Tag[] {
  const wanted = fold(typed.trim());
  const matches = tags.filter(
    ({ name, isEnabled }) => isEnabled && !chosen.includes(name) && fold(name).includes(wanted),
  );
  if (wanted === "") return matches;
  const begins = ({ name }: Tag) => Number(fold(name).startsWith(wanted));
  return matches.toSorted((a, b) => begins(b) - begins(a));
}

const fold = (text: string) => text.normalize("NFKC").toLowerCase();

/**
 * What the tags field offers: matching tags, and the typed name itself as a new tag unless Memoram
 * has one of exactly that name. Names differ by case in Memoram: "Travel" is not "travel".
 */
export function tagOptions(
  tags: readonly Tag[],
  typed: string,
  chosen: readonly string[],
): TagOption[] {
  const options: TagOption[] = matchingTags(tags, typed, chosen)
    .slice(0, MAX_OPTIONS)
    .map(({ name, color }) => ({ name, color, isNew: false }));
  const name = typed.trim();
  const isKnown = tags.some((tag) => tag.name === name);
  if (!isKnown && !chosen.includes(name) && tagNameSchema.safeParse(name).success) {
    options.push({ name, color: null, isNew: true });
  }
  return options;
}

/** `names` with the names in `typed` behind them; commas separate, doubles are dropped. */
export function addTags(
  names: readonly string[],
  typed: string,
): { names: string[]; error: string | null } {
  const added = typed
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  for (const name of added) {
    const checked = tagNameSchema.safeParse(name);
    if (!checked.success) {
      return { names: [...names], error: checked.error.issues[0]?.message ?? sentences.tagText };
    }
  }
  return { names: [...new Set([...names, ...added])], error: null };
}
