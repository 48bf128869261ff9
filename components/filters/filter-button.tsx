"use client";

import { SlidersHorizontal } from "lucide-react";
import { type Ref, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { CollectionView } from "@/lib/client/collection/use-collection";
import { activeFilters } from "@/lib/client/filters/active-filters";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { FilterPanel } from "./filter-panel";
import { FilterSheet } from "./filter-sheet";
import { useMediaQuery } from "./use-media-query";

type FilterButtonProps = { filters: MemoryFilters; view: CollectionView };

/** Opens every filter: beside the button on a desk, over the whole screen on a phone. */
export function FilterButton({ filters, view }: FilterButtonProps) {
  const t = useTranslations("filters");
  const [isOpen, setOpen] = useState(false);
  const isWide = useMediaQuery("(width >= 48rem)");
  const count = activeFilters(filters).filter(({ kind }) => kind !== "search").length;
  const trigger = <Trigger count={count} />;
  if (!isWide) {
    return (
      <FilterSheet open={isOpen} onOpenChange={setOpen} trigger={trigger} view={view}>
        <FilterPanel filters={filters} isSheet />
      </FilterSheet>
    );
  }
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger={trigger}
      label={t("title")}
      align="end"
      className="w-88 gap-0 p-0"
    >
      <FilterPanel filters={filters} />
    </Popover>
  );
}

type TriggerProps = { count: number; ref?: Ref<HTMLButtonElement> };

function Trigger({ count, ...props }: TriggerProps) {
  const t = useTranslations("filters");
  return (
    <Button
      {...props}
      className="size-[38px] rounded-card px-0 text-ink-2 pointer-coarse:size-11"
      aria-label={count === 0 ? t("button") : `${t("button")}, ${t("active", { count })}`}
    >
      <SlidersHorizontal aria-hidden="true" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="absolute -end-1.5 -top-1.5 grid h-[18px] min-w-[18px] place-items-center rounded-full bg-accent px-1 text-[11px] text-on-accent leading-none forced-colors:border forced-colors:bg-[Canvas]"
        >
          {count}
        </span>
      )}
    </Button>
  );
}
