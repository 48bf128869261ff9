import { limits } from "@/lib/contract/memory";

/** A memory would carry more tags than Keepsake allows. */
export class TooManyTagsError extends Error {
  override readonly name = "TooManyTagsError";
  readonly limit = limits.tags;

  constructor() {
    super(`A memory may have at most ${limits.tags} tags.`);
  }
}

export type TagAction =
  | { kind: "addTags"; tags: readonly string[] }
  | { kind: "removeTags"; tags: readonly string[] }
  | { kind: "replaceTags"; from: readonly string[]; to: string };

/**
 * The tags that a memory has after `action`, or null when it changes nothing. What stays keeps its
 * place; a replaced tag gives its place to the new name. Names are compared by the letter, as
 * Memoram does. Throws `TooManyTagsError`.
 */
export function nextTags(tags: readonly string[], action: TagAction): string[] | null {
  const changed = change(tags, action);
  if (changed === null) return null;
  const next = [...new Set(changed)];
  // One that has too many already may lose some.
  if (next.length > limits.tags && next.length > tags.length) throw new TooManyTagsError();
  return next;
}

function change(tags: readonly string[], action: TagAction): readonly string[] | null {
  switch (action.kind) {
    case "addTags": {
      const added = action.tags.filter((name) => !tags.includes(name));
      return added.length > 0 ? [...tags, ...added] : null;
    }
    case "removeTags": {
      const left = tags.filter((name) => !action.tags.includes(name));
      return left.length < tags.length ? left : null;
    }
    case "replaceTags": {
      const isReplaced = (name: string) => name !== action.to && action.from.includes(name);
      if (!tags.some(isReplaced)) return null;
      return tags.map((name) => (isReplaced(name) ? action.to : name));
    }
  }
}
