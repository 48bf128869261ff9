"use client";

import { useTranslations } from "use-intl";
import { TagDot } from "@/components/ui/tag-dot";
import { useTagColors } from "@/lib/client/tags";

const SHOWN = 8;

/** Which tags a dialog is about. */
export function TagNames({ names }: { names: readonly string[] }) {
  const t = useTranslations("tagPage");
  const colors = useTagColors();
  const hidden = names.length - SHOWN;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink">
      {names.slice(0, SHOWN).map((name) => (
        <li key={name} className="flex min-w-0 max-w-full items-center gap-2">
          <TagDot color={colors.get(name)} />
          <bdi className="line-clamp-2 min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
        </li>
      ))}
      {hidden > 0 && <li className="text-ink-2">{t("andMore", { count: hidden })}</li>}
    </ul>
  );
}
