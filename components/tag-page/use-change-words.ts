"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { OpenChange } from "@/lib/client/tag-changes/use-tag-changes";

/** What there is to say of a change that is not finished: “travel” and “trips” become “journeys”, or go. */
export function useChangeWords({ from, to, left }: OpenChange) {
  const t = useTranslations("tagPage");
  const format = useFormatter();
  const names = format.list(
    from.map((name) => t("quoted", { name })),
    { type: "conjunction" },
  );
  if (to === null) {
    return {
      stopped: t("removing.stopped", { from: names }),
      elsewhere: t("removing.elsewhere", { from: names }),
      left: left === null ? t("removing.leftUnknown") : t("removing.left", { count: left }),
    };
  }
  const words = { from: names, to: t("quoted", { name: to }) };
  return {
    stopped: t("stopped", words),
    elsewhere: t("elsewhere", words),
    left: left === null ? t("leftUnknown") : t("left", { count: left }),
  };
}
