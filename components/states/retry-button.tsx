"use client";

import { type ComponentProps, useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { ApiError } from "@/lib/client/errors";
import { useSecondsUntil } from "./use-seconds-until";

type RetryButtonProps = Pick<ComponentProps<typeof Button>, "size" | "variant" | "pending"> & {
  error: unknown;
  onRetry: () => void;
  /** Once an asked-for pause is over it tries without being pressed: right for what only reads. */
  byItself?: boolean;
};

/** "Try again", or while a 429 asks for a pause how long that still is. */
export function RetryButton({ error, onRetry, byItself = false, ...props }: RetryButtonProps) {
  const t = useTranslations();
  const retryAt = error instanceof ApiError ? error.retryAt : null;
  const seconds = useSecondsUntil(retryAt);
  const isPausing = retryAt !== null && seconds > 0;
  useAtTheEnd(byItself && isPausing, onRetry);
  return (
    <Button {...props} onClick={onRetry} disabled={isPausing} className="tabular-nums">
      {isPausing ? t("states.againIn", { seconds }) : t("common.tryAgain")}
    </Button>
  );
}

/** Calls `action` when `isGoingOn` ends while this is still shown. */
function useAtTheEnd(isGoingOn: boolean, action: () => void): void {
  const wasGoingOn = useRef(false);
  const latest = useRef(action);
  useEffect(() => {
    latest.current = action;
  });
  useEffect(() => {
    if (wasGoingOn.current && !isGoingOn) latest.current();
    wasGoingOn.current = isGoingOn;
  }, [isGoingOn]);
}
