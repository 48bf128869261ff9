"use client";

import { useTranslations } from "use-intl";
import { LevelBars } from "@/components/ui/level-bars";
import { Added, Removed } from "./changed";
import { DifferenceText } from "./difference-text";
import type { FieldChange, LevelField } from "./memory-changes";
import { TagDifference } from "./tag-difference";

/** What changed in one field, in a form for its kind. Without a change: the value. */
export function ChangeView({ change }: { change: FieldChange }) {
  switch (change.kind) {
    case "text":
      return <TextChange {...change} />;
    case "tags":
      return <TagDifference before={change.before} after={change.after} />;
    case "level":
      return <LevelChange {...change} />;
    case "unreadable":
      return <Unreadable isOlder={change.isOlder} />;
    case "stored":
      return <Stored {...change} />;
  }
}

const faces = {
  title: "text-list-title",
  summary: "text-excerpt italic",
  content: "text-excerpt",
  source: "text-ui",
} as const;

type Of<Kind extends FieldChange["kind"]> = Extract<FieldChange, { kind: Kind }>;

function TextChange({ field, before, after }: Of<"text">) {
  if (before === "" && after === "") return <Empty />;
  return <DifferenceText before={before} after={after} className={faces[field]} />;
}

export function Empty() {
  return <span className="text-ink-3 italic">{useTranslations("common")("empty")}</span>;
}

function LevelChange({ field, before, after }: Of<"level">) {
  if (before === after) return <Level field={field} value={after} />;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Removed>
        <Level field={field} value={before} />
      </Removed>
      <span aria-hidden="true" className="rtl:rotate-180">
        →
      </span>
      <Added>
        <Level field={field} value={after} />
      </Added>
    </span>
  );
}

function Level({ field, value }: { field: LevelField; value: number | null }) {
  const t = useTranslations("common");
  if (value === null) return <span>{t("none")}</span>;
  return <LevelBars label={t(field)} value={value} spacing="tight" showNumber />;
}

function Unreadable({ isOlder }: { isOlder: boolean }) {
  const t = useTranslations("history.difference");
  return <p className="text-ink-2">{isOlder ? t("olderUnreadable") : t("newerUnreadable")}</p>;
}

function Stored({ before, after }: Of<"stored">) {
  const t = useTranslations("pane.stored");
  return (
    <span className="flex flex-wrap gap-x-2">
      <Removed>{t(before)}</Removed>
      <span aria-hidden="true" className="rtl:rotate-180">
        →
      </span>
      <Added>{t(after)}</Added>
    </span>
  );
}
