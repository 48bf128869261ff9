"use client";

import { SearchX, Tags } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** There is not a single tag. */
export function NoTags() {
  const t = useTranslations("tagPage");
  return (
    <EmptyState icon={<Tags />} title={t("noTags")}>
      <p>{t("noTagsWhy")}</p>
    </EmptyState>
  );
}

/** There are tags, but none of that name. */
export function NothingFits({ typed, onClear }: { typed: string; onClear: () => void }) {
  const t = useTranslations("tagPage");
  return (
    <EmptyState
      icon={<SearchX />}
      title={t("nothingFits")}
      actions={<Button onClick={onClear}>{t("showAll")}</Button>}
    >
      <p className="[overflow-wrap:anywhere]">
        {t.rich("nothingFitsWhat", { typed: () => <bdi>{typed}</bdi> })}
      </p>
    </EmptyState>
  );
}
