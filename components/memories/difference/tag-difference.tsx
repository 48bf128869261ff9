"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import { TagDot } from "@/components/ui/tag-dot";
import { useTagColors } from "@/lib/client/tags";
import { Added, Removed } from "./changed";

type TagDifferenceProps = { before: readonly string[]; after: readonly string[] };

/** Tags that stayed, came and went. The same ones in another order say so. */
export function TagDifference({ before, after }: TagDifferenceProps) {
  const t = useTranslations();
  const removed = before.filter((name) => !after.includes(name));
  const added = after.filter((name) => !before.includes(name));
  const isReordered =
    removed.length + added.length === 0 && before.some((name, at) => name !== after[at]);
  if (before.length + after.length === 0) {
    return <span className="text-ink-3">{t("common.none")}</span>;
  }
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {removed.map((name) => (
        <Tag key={`- ${name}`} name={name}>
          <Removed>{name}</Removed>
        </Tag>
      ))}
      {after.map((name) => (
        <Tag key={name} name={name}>
          {added.includes(name) ? <Added>{name}</Added> : name}
        </Tag>
      ))}
      {isReordered && (
        <li className="text-ink-3 text-small">{t("history.difference.reordered")}</li>
      )}
    </ul>
  );
}

function Tag({ name, children }: { name: string; children: ReactNode }) {
  const colors = useTagColors();
  return (
    <li className="max-w-full">
      <Chip>
        <TagDot color={colors.get(name)} />
        <bdi className="truncate">{children}</bdi>
      </Chip>
    </li>
  );
}
