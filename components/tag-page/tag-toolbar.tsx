"use client";

import { Search } from "lucide-react";
import { useTranslations } from "use-intl";
import { useShortcut } from "@/components/shortcuts/single-keys";
import { cn } from "@/components/ui/cn";
import { controlClass } from "@/components/ui/input";
import { isTagSort, type TagSort, tagSorts } from "./tag-rows";
import type { TagAddress } from "./use-tag-address";

type TagToolbarProps = {
  sort: TagSort;
  typed: string;
  onChange: (change: Partial<TagAddress>) => void;
};

/** Narrows the tags while one types; on a phone, where the table has no head, sorts them too. */
export function TagToolbar({ sort, typed, onChange }: TagToolbarProps) {
  const t = useTranslations("tagPage");
  return (
    <div className="mt-5 mb-3 flex items-center gap-2">
      <search className="relative min-w-0 grow">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-2"
        />
        <input
          type="search"
          aria-label={t("find")}
          {...useShortcut("/")}
          placeholder={t("find")}
          autoComplete="off"
          dir="auto"
          maxLength={200}
          value={typed}
          onChange={(event) => onChange({ typed: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            if (typed !== "") onChange({ typed: "" });
            else event.currentTarget.blur();
          }}
          className={cn(
            controlClass,
            "touch-target h-[38px] appearance-none rounded-card ps-[34px] [&::-webkit-search-cancel-button]:hidden",
          )}
        />
      </search>
      <select
        aria-label={t("sortBy")}
        value={sort}
        onChange={({ target }) => isTagSort(target.value) && onChange({ sort: target.value })}
        className={cn(controlClass, "touch-target h-[38px] w-auto shrink-0 md:hidden")}
      >
        {tagSorts.map((one) => (
          <option key={one} value={one}>
            {t(`sorts.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
