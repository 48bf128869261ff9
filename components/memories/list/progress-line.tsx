"use client";

import { useTranslations } from "use-intl";
import type { CollectionSnapshot } from "@/lib/client/collection/snapshot";

/**
 * Along the lower edge of the header while everything is read for the first time. Nobody knows how
 * much there is, so it says only that something is under way; how far it is stands beside it.
 */
export function ProgressLine({ snapshot }: { snapshot: CollectionSnapshot }) {
  const t = useTranslations("list");
  if (snapshot.status !== "loading") return null;
  return (
    <div
      role="progressbar"
      aria-label={t("count.reading")}
      aria-valuetext={t("count.readSoFar", { read: snapshot.loaded })}
      className="pointer-events-none absolute inset-x-0 -bottom-px h-0.5 overflow-hidden bg-accent-soft forced-colors:bg-[GrayText]"
    >
      <span className="keep-color block h-full w-1/4 animate-reading bg-accent forced-colors:bg-[Highlight]" />
    </div>
  );
}
