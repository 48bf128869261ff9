"use client";

import { useTranslations } from "use-intl";
import type { View } from "@/lib/client/filters/memory-filters";

type ViewNameProps = {
  view: View;
  /** Say the rest of a long name to screen readers only. */
  isShort?: boolean;
};

/** A view's name: "Unencrypted or unreadable" in full, or the part that fits into the rail. */
export function ViewName({ view, isShort = false }: ViewNameProps) {
  const t = useTranslations("filters.view");
  if (view !== "unsealed") return t(view);
  return (
    <>
      {t(view)} <span className={isShort ? "sr-only" : undefined}>{t("unsealedMore")}</span>
    </>
  );
}
