"use client";

import { useSearchParams } from "next/navigation";
import { isTagSort, type TagSort } from "./tag-rows";

export type TagAddress = { sort: TagSort; typed: string };

/** How the page is sorted and narrowed, from its address and into it. */
export function useTagAddress(): [TagAddress, (change: Partial<TagAddress>) => void] {
  const params = useSearchParams();
  const sort = params.get("sort");
  const address = { sort: isTagSort(sort) ? sort : "name", typed: params.get("q") ?? "" } as const;
  const change = (next: Partial<TagAddress>) => {
    const query = new URLSearchParams();
    const { sort, typed } = { ...address, ...next };
    if (typed !== "") query.set("q", typed.toWellFormed());
    if (sort !== "name") query.set("sort", sort);
    // In place: nobody wants to go back through the letters that they typed.
    window.history.replaceState(null, "", query.size > 0 ? `/tags?${query}` : "/tags");
  };
  return [address, change];
}
