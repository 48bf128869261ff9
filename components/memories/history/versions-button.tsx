"use client";

import { History } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ToolbarButton } from "@/components/memories/pane/toolbar-button";
import type { MemoryFilters } from "@/lib/client/filters/memory-filters";
import { useVersions } from "@/lib/client/versions";
import { openVersions } from "./open-versions";

/** Whoever goes through memories one after the other does not ask for the history of each. */
const REST_MS = 700;

type VersionsButtonProps = { id: string; filters: MemoryFilters };

/** Opens the earlier versions, and says how many there are as soon as that is known. */
export function VersionsButton({ id, filters }: VersionsButtonProps) {
  const t = useTranslations("history");
  const isResting = useRested(id, REST_MS);
  const { data } = useVersions(id, { isWanted: isResting });
  return (
    <ToolbarButton
      icon={<History aria-hidden="true" />}
      label={data ? t("count", { count: data.length }) : t("versions")}
      onClick={() => openVersions(id, filters)}
    />
  );
}

/** Whether the same thing has been shown for a while. */
function useRested(id: string, duration: number): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), duration);
    return () => clearTimeout(timer);
  }, [id, duration]);
  return rested === id;
}
