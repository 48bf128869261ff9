"use client";

import { Command } from "cmdk";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** The rows, in a scroller of their own. */
export function ResultList({ children }: { children: ReactNode }) {
  const t = useTranslations("palette");
  return (
    <Command.List
      label={t("list")}
      className="max-h-[min(27rem,55dvh)] overflow-y-auto overscroll-contain pt-1 empty:hidden"
    >
      {children}
    </Command.List>
  );
}

/** Says that nothing fits, instead of an empty list. */
export function NothingFits({ typed }: { typed: string }) {
  const t = useTranslations("palette");
  return (
    <p className="break-words px-5 pt-6 pb-8 text-center text-ink-2 text-ui">
      {t.rich("nothing", { typed: () => <bdi>{typed}</bdi> })}
    </p>
  );
}
