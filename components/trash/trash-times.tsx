"use client";

import { useTranslations } from "use-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TrashItem } from "@/lib/contract/trash";
import { daysLeft } from "./days-left";

type TrashTimesProps = { item: TrashItem; now: number | null };

/** When it was deleted, and how long its copy is still kept. */
export function TrashTimes({ item: { deletedAt, expiresAt }, now }: TrashTimesProps) {
  const t = useTranslations("trash");
  const days = now === null ? null : daysLeft(expiresAt, now);
  return (
    <>
      <span>
        {t.rich("deleted", { time: () => <RelativeTime value={deletedAt} format="ago" /> })}
      </span>
      {days !== null && (
        <span className={days < 3 ? "text-warn" : undefined}>
          {days === 0 ? t("lastDay") : t("daysLeft", { days })}
        </span>
      )}
    </>
  );
}
