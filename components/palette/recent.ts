/** What was chosen or opened lately. A memory is its id: what it says stays in the collection. */
export type Recent = { kind: "memory"; id: string } | { kind: "tag"; name: string };

const KEPT = 6;

/** In the memory of this tab only, and so gone with a sign-out, which loads the page anew. */
let recent: readonly Recent[] = [];

const keyOf = (one: Recent) => (one.kind === "memory" ? `memory:${one.id}` : `tag:${one.name}`);

/** Puts it first. */
export function remember(one: Recent): void {
  recent = [one, ...recent.filter((other) => keyOf(other) !== keyOf(one))].slice(0, KEPT);
}

/** Latest first. */
export const recentOnes = (): readonly Recent[] => recent;
