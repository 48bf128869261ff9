"use client";

import { ArrowRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button, type ButtonSize } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useSignIn } from "./use-sign-in";

export interface FurtherProvider {
  /** next-auth's id: "github" */
  id: string;
  /** As people write it: "GitHub" */
  name: string;
}

interface SignInButtonsProps {
  /** A path of this site, already checked with `safePath`. */
  callbackUrl: string;
  /** Further sign-ins that are set up, shown under the main one. */
  providers?: readonly FurtherProvider[];
  size?: ButtonSize;
  /** In place of "Continue with Memoram". */
  label?: string;
}

/** Continue with Memoram, and with what else is set up. Says so when signing in cannot start. */
export function SignInButtons({
  callbackUrl,
  providers = [],
  size = "lg",
  label,
}: SignInButtonsProps) {
  const t = useTranslations("landing");
  const { pending, failed, start } = useSignIn();
  return (
    <div className="grid justify-items-start gap-3">
      <Button
        variant="primary"
        size={size}
        pending={pending === "memoram"}
        disabled={pending !== null && pending !== "memoram"}
        onClick={() => start("memoram", callbackUrl)}
      >
        {label ?? t("continueWith", { name: "Memoram" })}
        <ArrowRight aria-hidden="true" className="rtl:-scale-x-100" />
      </Button>
      {providers.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {providers.map((provider) => (
            <Button
              key={provider.id}
              pending={pending === provider.id}
              disabled={pending !== null && pending !== provider.id}
              onClick={() => start(provider.id, callbackUrl)}
            >
              {t("continueWith", { name: provider.name })}
            </Button>
          ))}
        </div>
      )}
      <div aria-live="polite" className="empty:hidden">
        {failed && (
          <Notice tone="danger" title={t("signInFailed")} className="max-w-md">
            <p>{t("noAnswer")}</p>
          </Notice>
        )}
      </div>
    </div>
  );
}
