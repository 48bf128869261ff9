"use client";

import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import { useAsk } from "./use-ask";

/** Asks for access, for the first time or again, and says why it could not. */
export function AskButton({ label }: { label: string }) {
  const t = useTranslations("connect");
  const errors = useTranslations("errors");
  const describeError = useDescribeError();
  const { ask, isAsking, error, triesAgain } = useAsk();
  const words = error ? describeError(error, t("notAsked")) : null;
  return (
    <div className="grid justify-items-start gap-3">
      <Button variant="primary" onClick={ask} pending={isAsking}>
        {label}
      </Button>
      <div aria-live="polite" className="empty:hidden">
        {words !== null && (
          <Notice tone="warn" title={words.title} className="max-w-md">
            <p>{words.detail}</p>
            {triesAgain && <p>{t("asksByItself")}</p>}
            {!triesAgain && words.requestId !== null && (
              <p className="text-ink-2 text-small">{errors("request", { id: words.requestId })}</p>
            )}
          </Notice>
        )}
      </div>
    </div>
  );
}
