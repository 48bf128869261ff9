"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { isTagSort, type TagSort } from "./tag-rows";

export type TagAddress = { sort: TagSort; typed: string };

function parse(params: Pick<URLSearchParams, "get">): TagAddress {
  const sort = params.get("sort");
  return { sort: isTagSort(sort) ? sort : "name", typed: params.get("q") ?? "" };
}

function write({ sort, typed }: TagAddress): void {
  const query = new URLSearchParams();
  if (typed !== "") query.set("q", typed.toWellFormed());
  if (sort !== "name") query.set("sort", sort);
  // In place: nobody wants to go back through the letters that they typed.
  window.history.replaceState(null, "", query.size > 0 ? `/tags?${query}` : "/tags");
}

/**
 * How the page is sorted and narrowed, from its address and into it. Held here, and not only there:
 * what is typed shows at once, and an address follows when there is time.
 */
export function useTagAddress(): [TagAddress, (change: Partial<TagAddress>) => void] {
  const params = useSearchParams();
  const [address, setAddress] = useState(() => parse(params));
  useEffect(() => {
    const onTraverse = () => setAddress(parse(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", onTraverse);
    return () => window.removeEventListener("popstate", onTraverse);
  }, []);
  const change = (next: Partial<TagAddress>) => {
    const changed = { ...address, ...next };
    setAddress(changed);
    write(changed);
  };
  return [address, change];
}
