"use client";

import { FlaskConical } from "lucide-react";
import { useTranslations } from "use-intl";

/** In the rail. */
export function SandboxNotice() {
  const t = useTranslations("shell");
  return (
    <p className="mt-2.5 flex items-center gap-2.5 rounded-button bg-warn-soft px-2.5 py-2 text-small text-warn max-[1099px]:justify-center max-[1099px]:px-0">
      <FlaskConical aria-hidden="true" className="size-4 shrink-0" />
      <span className="max-[1099px]:sr-only">{t("sandbox")}</span>
    </p>
  );
}

/** On a phone, above the page. */
export function SandboxStrip() {
  const t = useTranslations("shell");
  return (
    <p className="flex items-center justify-center gap-2 bg-warn-soft px-4 py-1 pt-[max(0.25rem,env(safe-area-inset-top))] text-small text-warn md:hidden">
      <FlaskConical aria-hidden="true" className="size-3.5 shrink-0" />
      {t("sandbox")}
    </p>
  );
}
