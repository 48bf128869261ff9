"use client";

import { Check, CloudOff, WifiOff } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { followNetwork, type Reachability, reachability } from "@/lib/client/reachability";
import { useSecondsUntil } from "./use-seconds-until";

const SHOWN_WHEN_BACK_MS = 3_000;

const onServer: Reachability = { state: "reachable" };

/** Above every page of the workspace while no answers come, and shortly once they do again. */
export function ReachabilityBanner() {
  const t = useTranslations("states");
  const now = useSyncExternalStore(reachability.subscribe, reachability.get, () => onServer);
  const isBack = useIsBack(now.state === "reachable");
  useEffect(followNetwork, []);
  return (
    // There before its words are, so that they are read out when they come.
    <div role="status">
      {now.state === "offline" && <Line icon={<WifiOff />} words={t("offline")} />}
      {now.state === "unreachable" && (
        <Line icon={<CloudOff />} words={t("unreachable")}>
          <NextTry at={now.nextTryAt} />
        </Line>
      )}
      {isBack && <Line icon={<Check />} words={t("back")} />}
    </div>
  );
}

function NextTry({ at }: { at: number | null }) {
  const t = useTranslations("states");
  const seconds = useSecondsUntil(at);
  return (
    <>
      {/* Counts quietly: a live region would read every second out. */}
      <span aria-hidden="true" className="tabular-nums">
        {at === null ? t("trying") : t("nextTry", { seconds })}
      </span>
      <Button
        variant="quiet"
        size="sm"
        className="ms-auto"
        disabled={at === null}
        onClick={reachability.tryNow}
      >
        {t("tryNow")}
      </Button>
    </>
  );
}

type LineProps = { icon: ReactNode; words: string; children?: ReactNode };

function Line({ icon, words, children }: LineProps) {
  return (
    <div className="flex min-h-10 animate-appear flex-wrap items-center gap-x-2.5 gap-y-1 border-line border-b bg-warn-soft px-[18px] py-1.5 text-ink text-note [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-warn">
      <span className="flex items-center gap-2.5">
        <span aria-hidden="true">{icon}</span>
        {words}
      </span>
      {children}
    </div>
  );
}

/** True for three seconds after `isReachable` became true again. */
function useIsBack(isReachable: boolean): boolean {
  const [isBack, setBack] = useState(false);
  const was = useRef(isReachable);
  useEffect(() => {
    const cameBack = isReachable && !was.current;
    was.current = isReachable;
    setBack(cameBack);
    if (!cameBack) return;
    const timer = setTimeout(() => setBack(false), SHOWN_WHEN_BACK_MS);
    return () => clearTimeout(timer);
  }, [isReachable]);
  return isBack;
}
