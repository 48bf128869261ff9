"use client";

import { useFormatter, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";

type FilterCountProps = {
  count: number;
  /** Everything was read: it grows no more. */
  isExact: boolean;
  className?: string;
};

/** How many memories something stands for: "312", or "312+" while they are being read. */
export function FilterCount({ count, isExact, className }: FilterCountProps) {
  const t = useTranslations("filters");
  const number = useFormatter().number(count);
  // Nothing found so far says nothing yet, and where reading failed it would look like an answer.
  if (!isExact && count === 0) return null;
  return (
    <span className={cn("shrink-0 text-ink-3 text-small tabular-nums", className)}>
      {isExact ? (
        number
      ) : (
        <>
          <span aria-hidden="true">{number}+</span>
          <span className="sr-only">{t("soFar", { count })}</span>
        </>
      )}
    </span>
  );
}
