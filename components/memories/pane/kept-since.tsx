"use client";

import { useTranslations } from "use-intl";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Memory } from "@/lib/contract/memory";

/** "4 April 2025, changed 2 hours ago" */
export function KeptSince({ memory }: { memory: Pick<Memory, "createdAt" | "updatedAt"> }) {
  const t = useTranslations("pane");
  const { createdAt, updatedAt } = memory;
  const created = () => <RelativeTime value={createdAt} format="date" />;
  if (updatedAt === createdAt) return created();
  return t.rich("keptSinceChanged", {
    created,
    changed: () => <RelativeTime value={updatedAt} format="ago" />,
  });
}
