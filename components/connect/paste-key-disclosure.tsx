"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { PasteKeyForm } from "./paste-key-form";

/** The quiet second way: closed until somebody wants it. */
export function PasteKeyDisclosure() {
  const t = useTranslations("connect");
  return (
    <details className="group max-w-md">
      <summary className="-ms-1 touch-target inline-flex cursor-pointer list-none items-center gap-1 rounded-small px-1 py-0.5 text-ink-2 text-note transition-colors hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden="true"
          className="size-4 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
        />
        {t("paste")}
      </summary>
      <div className="mt-3">
        <PasteKeyForm />
      </div>
    </details>
  );
}
