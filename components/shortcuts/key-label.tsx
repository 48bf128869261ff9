"use client";

import { useTranslations } from "use-intl";
import { Kbd } from "@/components/ui/kbd";

const named = {
  Delete: "keys.delete",
  Enter: "keys.enter",
  Escape: "keys.escape",
  Control: "keys.control",
  Command: "keys.command",
} as const;

const isNamed = (key: string): key is keyof typeof named => key in named;

/** A key as it stands on the keyboard, in the person's language. Shown on phones too. */
export function KeyLabel({ name }: { name: string }) {
  const t = useTranslations("palette");
  return <Kbd className="pointer-coarse:inline-grid">{isNamed(name) ? t(named[name]) : name}</Kbd>;
}

type KeySequenceLabelProps = { keys: readonly string[]; together?: boolean };

/** Keys one after the other, or `together`. */
export function KeySequenceLabel({ keys, together = false }: KeySequenceLabelProps) {
  const t = useTranslations("palette");
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key, index) => (
        <span key={key} className="inline-flex items-center gap-1">
          {index > 0 && !together && (
            <span className="text-ink-3 text-small">{t("keys.thenNext")}</span>
          )}
          <KeyLabel name={key} />
        </span>
      ))}
    </span>
  );
}
