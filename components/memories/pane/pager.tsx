"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { memoryHref } from "@/components/memories/memory-route";
import { goTo } from "@/components/memories/use-memory-route";
import { IconButton } from "@/components/ui/icon-button";
import { useCollectionView } from "@/lib/client/collection/use-collection";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";

type PagerProps = { id: string; filters: MemoryFilters };

/** Through the list without going back to it, with j and k too. */
export function Pager({ id, filters }: PagerProps) {
  const t = useTranslations("list.pager");
  const { ids, count, indexOf, isExact } = useCollectionView(filters);
  const index = indexOf(id);
  const isListed = index >= 0;
  return (
    <div className="flex items-center gap-1.5">
      <Step
        label={t("previous")}
        shortcut="k"
        to={isListed ? ids[index - 1] : undefined}
        filters={filters}
      >
        <ChevronUp aria-hidden="true" />
      </Step>
      <Step
        label={t("next")}
        shortcut="j"
        to={isListed ? ids[index + 1] : undefined}
        filters={filters}
      >
        <ChevronDown aria-hidden="true" />
      </Step>
      {isListed && (
        <span className="whitespace-nowrap text-ink-3 text-note @max-md/toolbar:sr-only">
          {t(isExact ? "place" : "placeSoFar", { place: index + 1, count })}
        </span>
      )}
    </div>
  );
}

type StepProps = {
  label: string;
  shortcut: string;
  /** The memory it leads to; without one there is nothing on that side. */
  to: string | undefined;
  filters: MemoryFilters;
  children: ReactNode;
};

function Step({ label, shortcut, to, filters, children }: StepProps) {
  const href = to === undefined ? undefined : memoryHref(to, filters);
  return (
    <IconButton
      label={label}
      aria-keyshortcuts={shortcut}
      // Whoever guards unsaved words asks before it leads there.
      data-leads-to={href}
      disabled={href === undefined}
      // In place of the present address: Back leads to the list, not through every memory.
      onClick={() => href !== undefined && goTo(href, { replace: true })}
    >
      {children}
    </IconButton>
  );
}
