"use client";

import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Added, Removed } from "./changed";
import { textDifference } from "./text-difference";
import { type Gap, withContext } from "./with-context";

type DifferenceTextProps = { before: string; after: string; className?: string };

/** A text with what went and what came, in place. Of a long one first only what matters. */
export function DifferenceText({ before, after, className }: DifferenceTextProps) {
  const t = useTranslations("history.difference");
  const [isWhole, setWhole] = useState(false);
  const pieces = useMemo(() => textDifference(before, after), [before, after]);
  const parts = useMemo(() => (isWhole ? pieces : withContext(pieces)), [pieces, isWhole]);
  const isShortened = parts.some(({ kind }) => kind === "gap");
  return (
    <>
      <div dir="auto" className={cn("whitespace-pre-wrap break-words", className)}>
        {keyed(parts).map(({ key, part }) => {
          if (part.kind === "gap") return <LeftOut key={key} gap={part} />;
          if (part.kind === "same") return <span key={key}>{part.text}</span>;
          const Mark = part.kind === "added" ? Added : Removed;
          return <Mark key={key}>{visible(part.text)}</Mark>;
        })}
      </div>
      {(isShortened || isWhole) && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole((was) => !was)}
          className="touch-target mt-1.5 text-accent text-small underline decoration-accent/40 underline-offset-2 hover:decoration-accent"
        >
          {isWhole ? t("showChanges") : t("showWhole")}
        </button>
      )}
    </>
  );
}

/** Where a part stands is all there is to know it by; the list is made anew for other texts. */
const keyed = <Part,>(parts: readonly Part[]) => parts.map((part, at) => ({ key: `${at}`, part }));

function LeftOut({ gap }: { gap: Gap }) {
  const t = useTranslations("history.difference");
  return (
    <span className="my-1 block font-sans text-ink-3 text-small not-italic first:mt-0 last:mb-0">
      {t(`leftOut.${gap.of}`, { count: gap.length })}
    </span>
  );
}

/** A change of nothing but spaces or line ends, in signs that can be seen. */
function visible(text: string): string {
  if (/\S/.test(text)) return text;
  return text.replace(/[^\S\n]/g, "␣").replace(/\n/g, "↵\n");
}
