"use client";

import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import type { ChangeRequest } from "./change-dialogs";
import type { TagRow, TagSort } from "./tag-rows";
import { TagTableRow } from "./tag-table-row";
import type { TagSelection } from "./use-tag-selection";

type TagTableProps = {
  rows: readonly TagRow[];
  sort: TagSort;
  /** Every memory has been counted. */
  isExact: boolean;
  selection: TagSelection;
  onSort: (sort: TagSort) => void;
  onRequest: (request: ChangeRequest) => void;
};

/** The tags that memories carry. */
export function TagTable({ rows, sort, isExact, selection, onSort, onRequest }: TagTableProps) {
  const t = useTranslations("tagPage");
  const chosen = rows.filter(({ name }) => selection.has(name)).length;
  return (
    <table className="w-full table-fixed border-collapse text-start" aria-label={t("table")}>
      <thead className="text-ink-3 text-small">
        <tr className="border-line border-b">
          <th scope="col" className="w-11 py-0.5 text-start">
            <Checkbox
              aria-label={t("chooseAll", { count: rows.length })}
              checked={chosen === rows.length}
              indeterminate={chosen > 0 && chosen < rows.length}
              onChange={({ target }) =>
                selection.set(
                  rows.map(({ name }) => name),
                  target.checked,
                )
              }
            />
          </th>
          <SortHead own="name" sort={sort} onSort={onSort} ascending>
            {t("name")}
          </SortHead>
          <SortHead own="count" sort={sort} onSort={onSort} className="w-20 text-end md:w-28" isEnd>
            {t("memories")}
          </SortHead>
          <SortHead own="used" sort={sort} onSort={onSort} className="w-44 ps-8 max-md:hidden">
            {t("lastUsed")}
          </SortHead>
          <th scope="col" className="w-11">
            <span className="sr-only">{t("actions")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TagTableRow
            key={row.name}
            row={row}
            isExact={isExact}
            isChosen={selection.has(row.name)}
            onToggle={selection.toggle}
            onRequest={onRequest}
          />
        ))}
      </tbody>
    </table>
  );
}

type SortHeadProps = {
  own: TagSort;
  sort: TagSort;
  onSort: (sort: TagSort) => void;
  ascending?: boolean;
  /** What is below stands at the end of the column. */
  isEnd?: boolean;
  className?: string;
  children: ReactNode;
};

/** The head of a column that sorts the table: names from A, numbers and times from the top. */
function SortHead({
  own,
  sort,
  onSort,
  ascending = false,
  isEnd = false,
  className,
  children,
}: SortHeadProps) {
  const isOwn = sort === own;
  const Arrow = ascending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isOwn ? (ascending ? "ascending" : "descending") : undefined}
      className={cn("px-2 text-start font-normal", className)}
    >
      {/* On a phone the field above the table sorts: here the word is enough. */}
      <span className="md:hidden">{children}</span>
      <button
        type="button"
        onClick={() => onSort(own)}
        className={cn(
          "touch-target inline-flex h-8 items-center gap-1 rounded-small max-md:hidden hover:text-ink",
          isEnd && "flex-row-reverse",
          isOwn && "font-medium text-ink",
        )}
      >
        {children}
        <Arrow aria-hidden="true" className={cn("size-3.5", !isOwn && "invisible")} />
      </button>
    </th>
  );
}
