"use client";

import { PenLine } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";

type KeptWordsProps = {
  /** When they were kept, in milliseconds since 1970. */
  at: number;
  /** `back`: they are in the form. `waiting`: the form is not open. `homeless`: nothing to go to. */
  fate: "back" | "waiting" | "homeless";
  onDiscard: () => void;
  /** Leads to a form that holds them, where none is open. */
  onGoOn: (() => void) | null;
};

/** One line above a memory: words of this tab that are not saved are there again. */
export function KeptWords({ at, fate, onDiscard, onGoOn }: KeptWordsProps) {
  const t = useTranslations("form.draft");
  const time = () => <RelativeTime value={new Date(at).toISOString()} format={formatOf(at)} />;
  return (
    <div
      role="status"
      className="flex min-h-12 shrink-0 animate-appear flex-wrap items-center gap-x-3 border-line border-b bg-accent-soft px-[18px] py-1.5 text-note md:px-8 xl:px-16"
    >
      <PenLine aria-hidden="true" className="size-4 shrink-0 text-accent" />
      <p className="min-w-0">{t.rich(fate, { time })}</p>
      <div className="ms-auto flex gap-1">
        {onGoOn && (
          <Button size="sm" onClick={onGoOn}>
            {fate === "homeless" ? t("keepAsNew") : t("goOn")}
          </Button>
        )}
        <Button size="sm" variant="quiet" onClick={onDiscard}>
          {t("discard")}
        </Button>
      </div>
    </div>
  );
}

/** "14:32" as long as that is of today. */
const formatOf = (at: number) =>
  new Date(at).toDateString() === new Date().toDateString() ? "clock" : "ago";
