import { Fragment } from "react";
import { findHits } from "@/lib/client/search/find-hits";
import type { Search } from "@/lib/client/search/parse-search";

/** `text` with what was searched for marked in it. */
export function MarkedText({ text, search }: { text: string; search: Search }) {
  let end = 0;
  const parts = findHits(text, search).map((hit) => {
    const before = text.slice(end, hit.start);
    end = hit.end;
    return { start: hit.start, before, hit: text.slice(hit.start, hit.end) };
  });
  return (
    <>
      {parts.map(({ start, before, hit }) => (
        <Fragment key={start}>
          {before}
          <mark>{hit}</mark>
        </Fragment>
      ))}
      {text.slice(end)}
    </>
  );
}
