"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Added, Removed } from "./changed";
import { textDifference } from "./text-difference";
import { type Gap, withContext } from "./with-context";

type DifferenceTextProps = { before: string; after: string; className?: string };

/** A text with what went and what came, in place. Of a long one only what is around the changes. */
export function DifferenceText({ before, after, className }: DifferenceTextProps) {
  const parts = useMemo(() => keyed(before, after), [before, after]);
  return (
    <div dir="auto" className={cn("whitespace-pre-wrap break-words", className)}>
      {parts.map(({ key, part }) => {
        if (part.kind === "gap") return <LeftOut key={key} gap={part} />;
        if (part.kind === "same") return <span key={key}>{part.text}</span>;
        const Mark = part.kind === "added" ? Added : Removed;
        return <Mark key={key}>{visible(part.text)}</Mark>;
      })}
    </div>
  );
}

function keyed(before: string, after: string) {
  // Where a part stands is all there is to know it by; the list is made anew for other texts.
  return withContext(textDifference(before, after)).map((part, at) => ({ key: `${at}`, part }));
}

function LeftOut({ gap }: { gap: Gap }) {
  const t = useTranslations("history.difference");
  return (
    <span className="my-1 block font-sans text-ink-3 text-small first:mt-0 last:mb-0">
      {t("leftOut", { count: gap.length })}
    </span>
  );
}

/** A change of nothing but spaces or line ends, in signs that can be seen. */
function visible(text: string): string {
  if (/\S/.test(text)) return text;
  return text.replace(/[^\S\n]/g, "␣").replace(/\n/g, "↵\n");
}
