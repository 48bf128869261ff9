"use client";

import { useTranslations } from "use-intl";
import { TagDot } from "@/components/ui/tag-dot";

const SHOWN_TAGS = 3;

type RowTagsProps = {
  names: readonly string[];
  colors: ReadonlyMap<string, string | null>;
};

/** The first tags of a memory in one line, and how many more it has. */
export function RowTags({ names, colors }: RowTagsProps) {
  const t = useTranslations("list.row");
  const hidden = names.length - SHOWN_TAGS;
  return (
    <>
      {names.slice(0, SHOWN_TAGS).map((name) => (
        <span key={name} className="flex min-w-0 items-center gap-1.5">
          <TagDot color={colors.get(name)} />
          <bdi className="max-w-40 truncate">{name}</bdi>
        </span>
      ))}
      {hidden > 0 && (
        <span className="shrink-0">
          <span aria-hidden="true">+{hidden}</span>
          <span className="sr-only">{t("moreTags", { count: hidden })}</span>
        </span>
      )}
    </>
  );
}
