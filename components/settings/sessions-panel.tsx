"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { RetryButton } from "@/components/states/retry-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { useEndSession, useSessions } from "@/lib/client/account";
import { useDescribeError } from "@/lib/client/describe-error";
import type { Session } from "@/lib/contract/account";
import { EndOtherSessions } from "./end-other-sessions";

/** Where the person is signed in; each of the others can be ended, or all of them. */
export function SessionsPanel() {
  const t = useTranslations("account.sessions");
  const describeError = useDescribeError();
  const { data, error, isFetching, refetch } = useSessions();
  if (!data && error) {
    const words = describeError(error, t("unread"));
    return (
      <Notice
        tone="danger"
        role="alert"
        title={words.title}
        actions={
          <RetryButton error={error} onRetry={() => void refetch()} pending={isFetching} byItself />
        }
      >
        <p>{words.detail}</p>
      </Notice>
    );
  }
  if (!data) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{t("loading")}</span>
        <Skeleton className="w-64" />
        <Skeleton className="w-48" />
      </div>
    );
  }
  const others = data.filter(({ current }) => !current).length;
  return (
    <div className="grid gap-4">
      <ul aria-label={t("list")} className="grid gap-4">
        {data.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {others > 1 && <EndOtherSessions count={others} />}
    </div>
  );
}

/** How a person tells one browser from another. */
function useSessionName({ browser, system }: Session): string {
  const t = useTranslations("account.sessions");
  if (browser && system) return t("browserOn", { browser, system });
  return browser ?? system ?? t("aBrowser");
}

function SessionRow({ session }: { session: Session }) {
  const t = useTranslations("account.sessions");
  const describeError = useDescribeError();
  const { mutate, isPending } = useEndSession();
  const name = useSessionName(session);
  const end = () =>
    mutate(session.id, {
      onSuccess: () => void toast(t("ended")),
      onError: (error) => {
        const { title, detail } = describeError(error, t("notEnded"));
        toast.error(title, { description: detail });
      },
    });
  return (
    <li className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="text-ink text-ui">
          {name}
          {session.current && (
            <span className="ms-2 rounded-small bg-accent-soft px-1.5 py-0.5 text-accent text-small">
              {t("current")}
            </span>
          )}
        </p>
        <p className="mt-0.5 text-ink-3 text-note">
          {t.rich("since", {
            time: () => <RelativeTime value={session.signedInAt} format="ago" />,
          })}
          {session.lastSeenAt !== null && !session.current && (
            <>
              {" · "}
              {t.rich("seen", {
                time: () => <RelativeTime value={session.lastSeenAt ?? ""} format="ago" />,
              })}
            </>
          )}
        </p>
      </div>
      {!session.current && (
        <Button size="sm" pending={isPending} onClick={end} aria-label={t("endName", { name })}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}
