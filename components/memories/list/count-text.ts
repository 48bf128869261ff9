type Counted = {
  /** Null while nothing has been loaded. */
  count: number | null;
  isComplete: boolean;
  isSearching: boolean;
  isFailed: boolean;
};

/** "50 so far" while Memoram has more, "All 38 shown" at the end; silent where a notice speaks. */
export function countText({ count, isComplete, isSearching, isFailed }: Counted): string {
  if (isSearching) return "Searching…";
  if (isFailed) return "";
  if (count === null) return "Loading…";
  const number = count.toLocaleString("en");
  if (!isComplete) return `${number} so far`;
  if (count === 0) return "None";
  return count === 1 ? "1 shown, there are no more" : `All ${number} shown`;
}
