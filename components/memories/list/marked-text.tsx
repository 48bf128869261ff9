import { findHits } from "@/lib/client/search/find-hits";
import type { Search } from "@/lib/client/search/parse-search";

/** A text in which what was searched for is marked. */
export function MarkedText({ text, search }: { text: string; search: Search }) {
  const hits = findHits(text, search);
  if (hits.length === 0) return text;
  let at = 0;
  return (
    <>
      {hits.map(({ start, end }) => {
        const before = text.slice(at, start);
        at = end;
        return (
          <span key={start}>
            {before}
            <mark>{text.slice(start, end)}</mark>
          </span>
        );
      })}
      {text.slice(at)}
    </>
  );
}
