"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";
import { useAsk } from "./use-ask";

/** Asks for access, for the first time or again, and says why it could not. */
export function AskButton({ label }: { label: string }) {
  const describeError = useDescribeError();
  const { ask, isAsking, error, triesAgain } = useAsk();
  const words = error ? describeError(error, "Access could not be requested") : null;
  return (
    <div className="grid justify-items-start gap-3">
      <Button variant="primary" onClick={ask} pending={isAsking}>
        {label}
      </Button>
      <div aria-live="polite" className="empty:hidden">
        {words !== null && (
          <Notice tone="warn" title={words.title} className="max-w-md">
            <p>{words.detail}</p>
            {triesAgain && <p>Keepsake asks again by itself every few seconds.</p>}
            {!triesAgain && words.requestId !== null && (
              <p className="text-ink-2 text-small">Request {words.requestId}</p>
            )}
          </Notice>
        )}
      </div>
    </div>
  );
}
