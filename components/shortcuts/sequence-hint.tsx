"use client";

import { useTranslations } from "use-intl";
import { Kbd } from "@/components/ui/kbd";
import { secondKeys } from "./sequences";

/** What may follow the first key of two, for as long as it is waited for. */
export function SequenceHint({ first }: { first: string }) {
  const t = useTranslations("palette");
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-5 z-40 mx-auto w-fit max-w-[calc(100vw-2rem)] animate-appear rounded-card border border-line bg-raised px-4 py-2.5 text-ink-2 text-note shadow-float"
    >
      <span className="sr-only">{t("sequence.waiting", { key: first })}</span>
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <li aria-hidden="true">
          <Kbd className="pointer-coarse:inline-grid">{first}</Kbd>
        </li>
        {secondKeys(first).map(({ key, command }) => (
          <li key={key} className="flex items-center gap-2">
            <Kbd className="pointer-coarse:inline-grid">{key}</Kbd>
            {t(`commands.${command.id}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
