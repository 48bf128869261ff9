/**
 * Who in this tab holds words that are nowhere else yet. Whatever would throw the page away on its
 * own account (an expired session) asks here first.
 */
const holders = new Set<symbol>();

/** Declares unsaved work; the returned function takes the declaration back. */
export function holdUnsavedWork(): () => void {
  const holder = Symbol("unsaved work");
  holders.add(holder);
  return () => {
    holders.delete(holder);
  };
}

export function hasUnsavedWork(): boolean {
  return holders.size > 0;
}

let isAbandoned = false;

/** The words belong to somebody who is not signed in any more: the page goes without asking. */
export function abandonUnsavedWork(): void {
  isAbandoned = true;
}

export const isWorkAbandoned = (): boolean => isAbandoned;
