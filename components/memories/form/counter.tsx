"use client";

import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { MemoryForm } from "@/lib/contract/memory";

type CounterProps = {
  name: "title" | "summary" | "content" | "source";
  limit: number;
  className?: string;
};

/** How much of the limit is used, once little is left. Counted as the contract counts. */
export function Counter({ name, limit, className }: CounterProps) {
  const t = useTranslations("form");
  const { length } = useWatch<MemoryForm, CounterProps["name"]>({ name });
  if (length < limit * 0.8) return null;
  return (
    <span
      className={cn(
        "rounded-small bg-paper text-ink-3 text-micro tabular-nums",
        length > limit && "text-danger",
        className,
      )}
    >
      {t("counter", { used: length, limit })}
    </span>
  );
}
