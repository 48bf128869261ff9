"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

type ChangedProps = { children: ReactNode };

/** What came: underlined and tinted for the eye, and said for the ear. */
export function Added({ children }: ChangedProps) {
  const t = useTranslations("history.difference");
  return (
    <ins className="[del+&]:ms-[3px] rounded-[3px] bg-accent-soft text-ink decoration-2 decoration-accent underline underline-offset-3">
      <span className="sr-only">{t("added")} “</span>
      {children}
      <span className="sr-only">”</span>
    </ins>
  );
}

/** What went: struck through and tinted, and said. */
export function Removed({ children }: ChangedProps) {
  const t = useTranslations("history.difference");
  return (
    <del className="rounded-[3px] bg-danger-soft text-ink-2 line-through decoration-2 decoration-danger/70">
      <span className="sr-only">{t("removed")} “</span>
      {children}
      <span className="sr-only">”</span>
    </del>
  );
}
