"use client";

import { useTranslations } from "use-intl";
import { TagDot } from "@/components/ui/tag-dot";
import type { TagRow } from "./tag-rows";

/** Tags that no memory carries: Memoram keeps their names, and nobody can take them away. */
export function UnusedTags({ rows }: { rows: readonly TagRow[] }) {
  const t = useTranslations("tagPage");
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="unused-tags" className="mt-10">
      <h2 id="unused-tags" className="text-section-title">
        {t("unused")}
      </h2>
      <p className="mt-1 max-w-[64ch] text-ink-2 text-ui">{t("unusedWhy")}</p>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-2">
        {rows.map(({ name, color, description }) => (
          <li key={name} className="flex min-w-0 max-w-full items-center gap-2 text-ink-2">
            <TagDot color={color} />
            <bdi title={description ?? undefined} className="min-w-0 [overflow-wrap:anywhere]">
              {name}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}
