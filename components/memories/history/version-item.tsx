"use client";

import { ChevronRight } from "lucide-react";
import { useId, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { memoryChanges } from "@/components/memories/difference/memory-changes";
import { RelativeTime } from "@/components/ui/relative-time";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import type { MemoryVersion as Present } from "@/lib/client/memories";
import type { Memory } from "@/lib/contract/memory";
import type { MemoryVersion } from "@/lib/contract/version";
import { ChangeList } from "./change-list";
import { RestoreVersion } from "./restore-version";
import { useFieldNames } from "./use-field-names";
import { WholeVersion } from "./whole-version";

type VersionItemProps = {
  version: MemoryVersion;
  /** What the memory said next. */
  after: Memory;
  present: Present;
  filters: MemoryFilters;
  isFirst: boolean;
};

/** One earlier version: until when it held, what changed then, and the way back to it. */
export function VersionItem({ version, after, present, filters, isFirst }: VersionItemProps) {
  const t = useTranslations("history");
  const format = useFormatter();
  const nameOf = useFieldNames();
  const [isOpen, setOpen] = useState(isFirst);
  const id = useId();
  const changes = memoryChanges(version.memory, after);
  const isSaid = changes.some(({ kind }) => kind === "unreadable");
  const fields = format.list(changes.map(nameOf));
  return (
    <li className="border-line border-t last:border-b">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen((was) => !was)}
          className="group flex w-full items-start gap-2.5 py-3.5 text-start hover:text-accent"
        >
          <ChevronRight
            aria-hidden="true"
            className="mt-0.5 size-4 shrink-0 text-ink-3 transition-transform group-aria-expanded:rotate-90 rtl:-scale-x-100"
          />
          <span className="grid min-w-0 gap-0.5">
            <span className="font-medium text-ui">
              {t.rich("until", {
                time: () => <RelativeTime value={version.replacedAt} format="full" />,
              })}
              <span className="font-normal text-ink-3">
                {" · "}
                <RelativeTime value={version.replacedAt} format="ago" />
              </span>
            </span>
            <span className="text-ink-2 text-note">
              {changes.length === 0 ? t("sameAsNext") : t("changedThen", { fields })}
            </span>
          </span>
        </button>
      </h2>
      <div id={id} hidden={!isOpen} className="ps-[26px] pb-5">
        {isOpen && (
          <>
            {version.memory.content === null && !isSaid && (
              <p className="mb-4 text-ink-2 text-note">{t("contentUnreadable")}</p>
            )}
            {changes.length > 0 && <ChangeList changes={changes} />}
            <WholeVersion memory={version.memory} />
            <RestoreVersion version={version} present={present} filters={filters} />
          </>
        )}
      </div>
    </li>
  );
}
