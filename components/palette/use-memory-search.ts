"use client";

import { startTransition, useEffect, useState } from "react";
import { yieldToMain } from "@/lib/client/collection/yield-to-main";
import { isEmptySearch, parseSearch } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { findMemories, type MemoryHits, noHits } from "./find-memories";

type Found = { typed: string; memories: readonly Memory[]; hits: MemoryHits };

/**
 * The memories that fit what is typed. What was found last stays until the next is found: `isDone`
 * says whether the hits are those of `typed` among `memories`.
 */
export function useMemorySearch(typed: string, memories: readonly Memory[]) {
  const [found, setFound] = useState<Found>({ typed: "", memories: [], hits: noHits });
  // While memories arrive they change faster than many can be searched: one search at a time.
  const [searched, setSearched] = useState(memories);
  const isIdle = found.typed === typed && found.memories === searched;
  useEffect(() => {
    if (isIdle) setSearched(memories);
  }, [isIdle, memories]);

  useEffect(() => {
    const search = parseSearch(typed);
    // Drawing what was found must not keep a key waiting.
    const done = (hits: MemoryHits) =>
      startTransition(() => setFound({ typed, memories: searched, hits }));
    if (isEmptySearch(search)) {
      done(noHits);
      return;
    }
    const run = new AbortController();
    const options = { signal: run.signal, now: () => performance.now(), pause: yieldToMain };
    findMemories(searched, search, options).then(
      (hits) => run.signal.aborted || done(hits),
      // Nothing but the abort is thrown: somebody typed on.
      () => undefined,
    );
    return () => run.abort();
  }, [typed, searched]);

  return { hits: found.hits, isDone: isIdle && searched === memories };
}
