"use client";

import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { TagDot } from "@/components/ui/tag-dot";
import { useTagColors } from "@/lib/client/tags";

const SHOWN = 5;

type PreviewTagsProps = {
  /** "Before", "After": for whoever does not see the arrow. */
  label: string;
  names: readonly string[];
  marked: (name: string) => boolean;
  kind: "leaving" | "coming";
};

/** The tags of one memory, those that leave struck through, those that come set off. */
export function PreviewTags({ label, names, marked, kind }: PreviewTagsProps) {
  const t = useTranslations("tagPage");
  const colors = useTagColors();
  // Those that matter come first, so that they are never among those left out.
  const sorted = names.toSorted((a, b) => Number(marked(b)) - Number(marked(a)));
  const hidden = names.length - SHOWN;
  const Mark = kind === "leaving" ? "del" : "ins";
  return (
    <ul aria-label={label} className="contents">
      {names.length === 0 && <li className="text-ink-3">{t("noTagLeft")}</li>}
      {sorted.slice(0, SHOWN).map((name) => (
        <li key={name} className="flex min-w-0 max-w-full items-center gap-1.5">
          <TagDot color={colors.get(name)} />
          {marked(name) ? (
            <Mark
              className={cn(
                "truncate text-ink",
                kind === "leaving" ? "line-through" : "font-medium no-underline",
              )}
            >
              <bdi>{name}</bdi>
            </Mark>
          ) : (
            <bdi className="truncate text-ink-3">{name}</bdi>
          )}
        </li>
      ))}
      {hidden > 0 && <li className="text-ink-3">{t("andMore", { count: hidden })}</li>}
    </ul>
  );
}
