"use client";

import { useWatch } from "react-hook-form";
import { cn } from "@/components/ui/cn";
import type { MemoryForm } from "@/lib/contract/memory";

type CounterProps = { name: "title" | "summary" | "content" | "source"; limit: number };

/** How much of the limit is used, once little is left. Counted as the contract counts. */
export function Counter({ name, limit }: CounterProps) {
  const { length } = useWatch<MemoryForm, CounterProps["name"]>({ name });
  if (length < limit * 0.8) return null;
  return (
    <span className={cn("tabular-nums", length > limit && "text-danger")}>
      {length.toLocaleString("en")} of {limit.toLocaleString("en")}
    </span>
  );
}
