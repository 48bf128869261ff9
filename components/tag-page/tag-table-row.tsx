"use client";

import { memo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { MemoriesLink } from "@/components/memories/memories-link";
import { listHref } from "@/components/memories/memory-route";
import { Checkbox } from "@/components/ui/checkbox";
import { RelativeTime } from "@/components/ui/relative-time";
import { TagDot } from "@/components/ui/tag-dot";
import { noFilters } from "@/lib/client/filters/memory-filters";
import type { ChangeRequest } from "./change-dialogs";
import { TagMenu } from "./tag-menu";
import type { TagRow } from "./tag-rows";

type TagTableRowProps = {
  row: TagRow;
  isExact: boolean;
  isChosen: boolean;
  onToggle: (name: string) => void;
  onRequest: (request: ChangeRequest) => void;
};

/** One tag; its name leads to the memories that carry it. */
export const TagTableRow = memo(function TagTableRow({
  row,
  isExact,
  isChosen,
  onToggle,
  onRequest,
}: TagTableRowProps) {
  const t = useTranslations("tagPage");
  const format = useFormatter();
  const { name, color, description, count, lastUsed, isEnabled } = row;
  const href = listHref({ ...noFilters, tags: [name] });
  return (
    <tr
      className={`border-line border-b align-top ${isChosen ? "bg-accent-soft" : "hover:bg-hover"}`}
    >
      <td className="py-1.5">
        <Checkbox
          aria-label={t("choose", { name })}
          checked={isChosen}
          onChange={() => onToggle(name)}
        />
      </td>
      <th scope="row" className="px-2 py-1.5 text-start font-normal">
        <div className="md:flex md:items-baseline md:gap-3">
          <MemoriesLink
            href={href}
            className="touch-target inline-flex min-h-8 min-w-0 max-w-full items-center gap-2.5 rounded-small text-ink hover:underline md:max-w-[70%] md:shrink-0"
          >
            <TagDot color={color} />
            <bdi className="line-clamp-3 min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
          </MemoriesLink>
          {description && (
            <p
              dir="auto"
              className="line-clamp-2 min-w-0 text-ink-3 text-note max-md:ps-[18px] max-md:pb-1"
            >
              {description}
            </p>
          )}
        </div>
        {!isEnabled && <p className="ps-[18px] pb-1 text-ink-3 text-note">{t("switchedOff")}</p>}
        {lastUsed && (
          <p className="ps-[18px] pb-1 text-ink-3 text-note md:hidden">
            <RelativeTime value={lastUsed} format="ago" />
          </p>
        )}
      </th>
      <td className="px-2 py-1.5 text-end text-ink-2 tabular-nums leading-8">
        {isExact ? (
          format.number(count)
        ) : (
          <>
            <span aria-hidden="true">{t("countAndMore", { count })}</span>
            <span className="sr-only">{t("atLeast", { count })}</span>
          </>
        )}
      </td>
      <td className="py-1.5 ps-8 pe-2 text-ink-2 leading-8 max-md:hidden">
        {lastUsed && <RelativeTime value={lastUsed} format="ago" />}
      </td>
      <td className="py-1.5 text-end">
        <TagMenu name={name} href={href} onRequest={onRequest} />
      </td>
    </tr>
  );
});
