"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Stage } from "@/components/ui/stage";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { useConnection } from "@/lib/client/connection";
import { useDescribeError } from "@/lib/client/describe-error";
import type { ConnectionStatus } from "@/lib/contract/connection";
import { ConnectionStepper, type KeyOrigin } from "./connection-stepper";
import { PasteKeyDisclosure } from "./paste-key-disclosure";
import { StatusAnnouncer } from "./status-announcer";

/** Long enough to see the last step done, short enough not to wait for it. */
const MOVE_ON_MS = 900;

/** Where a person who is approved goes by themselves. */
function useMoveOn(status: ConnectionStatus | undefined, next: string) {
  const router = useRouter();
  useEffect(() => {
    if (status !== "approved") return;
    const timer = setTimeout(() => router.replace(next), MOVE_ON_MS);
    return () => clearTimeout(timer);
  }, [status, next, router]);
}

function Loading() {
  const t = useTranslations("settings");
  return (
    <div className="grid gap-6">
      <VisuallyHidden role="status">{t("loadingConnection")}</VisuallyHidden>
      {["w-52", "w-40", "w-56", "w-48"].map((width) => (
        <div key={width} className="flex h-[30px] items-center gap-4">
          <Skeleton className="size-[30px] rounded-full" />
          <Skeleton className={width} />
        </div>
      ))}
    </div>
  );
}

interface ConnectViewProps {
  /** A path of this site, already checked with `safePath`. */
  next: string;
  /** How the key in use came here. */
  keyOrigin: KeyOrigin | null;
}

/** The way from signed in to approved: every status of the connection, each with one action. */
export function ConnectView({ next, keyOrigin }: ConnectViewProps) {
  const t = useTranslations("connect");
  const settings = useTranslations("settings");
  const common = useTranslations("common");
  const describeError = useDescribeError();
  const { data, error, isFetching, failureCount, dataUpdatedAt, refetch } = useConnection();
  useMoveOn(data?.status, next);
  const status = data?.status ?? "unknown";
  const failure = !data && error ? describeError(error, settings("connectionUnread")) : null;
  const canPaste = data && data.status !== "pending" && data.status !== "approved";
  return (
    <Stage title={t(`${status}.title`)} lead={<p>{t(`${status}.lead`)}</p>}>
      <StatusAnnouncer status={data?.status} />
      <section aria-label={t("region")} className="mt-[34px]">
        {data && (
          <ConnectionStepper
            connection={data}
            checkedAt={dataUpdatedAt}
            failing={error !== null || failureCount > 0}
            next={next}
            keyOrigin={keyOrigin}
          />
        )}
        {failure !== null && (
          <Notice
            tone="danger"
            role="alert"
            title={failure.title}
            actions={
              <Button size="sm" pending={isFetching} onClick={() => refetch()}>
                {common("tryAgain")}
              </Button>
            }
          >
            <p>{failure.detail}</p>
          </Notice>
        )}
        {!data && failure === null && <Loading />}
      </section>
      <div className="mt-12 grid gap-4 border-line border-t pt-5">
        {canPaste && <PasteKeyDisclosure />}
        <SignOutButton variant="quiet" size="sm" className="-ms-2.5 justify-self-start" />
      </div>
    </Stage>
  );
}
