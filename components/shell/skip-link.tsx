"use client";

import { useTranslations } from "use-intl";

/** The first stop of the Tab key: past the rail, to what the page is about. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="fixed start-3 top-3 z-50 -translate-y-24 rounded-button bg-ink px-3 py-2 text-paper text-ui focus-visible:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
