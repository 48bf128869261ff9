"use client";

import { Check } from "lucide-react";
import { useTranslations } from "use-intl";
import type { FurtherProvider } from "@/components/landing/sign-in-buttons";
import { useSignIn } from "@/components/landing/use-sign-in";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

interface LinkedSignInsProps {
  /** What is set up beside Memoram. */
  providers: readonly FurtherProvider[];
  /** Ids of those that already lead to this account. */
  linked: readonly string[];
}

/** Further ways into the same account: those that lead there, and those that can be added. */
export function LinkedSignIns({ providers, linked }: LinkedSignInsProps) {
  const t = useTranslations("settings");
  const landing = useTranslations("landing");
  const { pending, failed, start } = useSignIn();
  if (providers.length === 0) return null;
  return (
    <div className="grid gap-3">
      <ul className="divide-y divide-line rounded-card border border-line">
        {providers.map(({ id, name }) => (
          <li key={id} className="flex min-h-13 items-center justify-between gap-3 px-3.5 py-2">
            {name}
            {linked.includes(id) ? (
              <span className="inline-flex items-center gap-1.5 text-accent text-note">
                <Check aria-hidden="true" className="size-4" />
                {t("linked")}
              </span>
            ) : (
              <Button
                size="sm"
                pending={pending === id}
                disabled={pending !== null && pending !== id}
                onClick={() => start(id, "/settings")}
              >
                {t("link", { name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div aria-live="polite" className="empty:hidden">
        {failed && (
          <Notice tone="danger" title={t("linkFailed")}>
            <p>{landing("noAnswer")}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
