"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";

interface CheckedLineProps {
  /** Milliseconds since 1970 of the last answer. */
  checkedAt: number;
  /** The last try failed; the next one is on its way. */
  failing: boolean;
}

function useSecondsSince(instant: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.floor((now - instant) / 1_000));
}

function useTimeSince(instant: number): string {
  const t = useTranslations("dates");
  const seconds = useSecondsSince(instant);
  if (seconds < 1) return t("justNow");
  if (seconds < 90) return t("secondsAgo", { count: seconds });
  return t("minutesAgo", { count: Math.round(seconds / 60) });
}

/** How fresh the status is. Counts quietly: it is no live region. */
export function CheckedLine({ checkedAt, failing }: CheckedLineProps) {
  const t = useTranslations("connect");
  const since = useTimeSince(checkedAt);
  return (
    <span className="inline-flex items-center gap-2 text-ink-3 text-note">
      <span
        aria-hidden="true"
        className={cn("keep-color size-2 shrink-0 rounded-full", failing ? "bg-warn" : "bg-accent")}
      />
      {failing ? t("noAnswer", { since }) : t("checked", { since })}
    </span>
  );
}
