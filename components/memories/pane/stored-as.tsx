"use client";

import { FileLock, Lock, LockOpen } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ContentState } from "@/lib/contract/memory";

const looks = {
  decrypted: { icon: <Lock />, tone: "text-accent" },
  plaintext: { icon: <LockOpen />, tone: "text-warn" },
  undecryptable: { icon: <FileLock />, tone: "text-warn" },
} as const;

/** How Memoram holds the content, and what that means. */
export function StoredAs({ state }: { state: ContentState }) {
  const t = useTranslations("pane.stored");
  const { icon, tone } = looks[state];
  return (
    <>
      <Line icon={icon} tone={tone} text={t(state)} />
      {state !== "decrypted" && (
        <p className="mt-1 max-w-[56ch] text-ink-2">{t(`${state}Means`)}</p>
      )}
    </>
  );
}

type LineProps = { icon: ReactNode; tone: string; text: string };

function Line({ icon, tone, text }: LineProps) {
  return (
    <span className={`flex items-center gap-1.5 [&_svg]:size-3.5 ${tone}`}>
      <span aria-hidden="true">{icon}</span>
      {text}
    </span>
  );
}
