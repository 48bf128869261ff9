"use client";

import { useTranslations } from "use-intl";
import { changeFilters } from "@/components/memories/use-memory-route";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import {
  hasFilters,
  type MemoryFilters,
  withoutFilters,
} from "@/lib/client/filters/memory-filters";
import { DateFilter } from "./date-filter";
import { LevelFilter } from "./level-filter";
import { SourceFilter } from "./source-filter";
import { TagFilters } from "./tag-filters";
import { ViewFilter } from "./view-filter";

type FilterPanelProps = {
  filters: MemoryFilters;
  /** Over the whole screen, with buttons of its own at the end. */
  isSheet?: boolean;
};

/** Every filter that is not the search. Views and tags are left to the side panel where it shows. */
export function FilterPanel({ filters, isSheet = false }: FilterPanelProps) {
  const t = useTranslations("filters");
  return (
    <>
      <div className={cn("grid gap-6", isSheet ? "px-[18px] py-5" : "overflow-y-auto p-4")}>
        {isSheet && <ViewFilter view={filters.view} />}
        <div className={cn(!isSheet && "min-[1100px]:hidden")}>
          <TagFilters filters={filters} />
        </div>
        <LevelFilter level="importance" range={filters.importance} />
        <LevelFilter level="confidence" range={filters.confidence} />
        <DateFilter from={filters.from} to={filters.to} />
        <SourceFilter chosen={filters.source} />
      </div>
      {!isSheet && (
        <div className="flex border-line border-t px-4 py-2.5">
          <Button
            variant="quiet"
            size="sm"
            className="-ms-2.5"
            disabled={!hasFilters(filters)}
            onClick={() => changeFilters(withoutFilters)}
          >
            {t("clearAll")}
          </Button>
        </div>
      )}
    </>
  );
}
