"use client";

import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { useEndSession, useSessions } from "@/lib/client/account";
import { useDescribeError } from "@/lib/client/describe-error";
import type { Session } from "@/lib/contract/account";
import { EndOtherSessions } from "./end-other-sessions";
import { Panel } from "./panel";

/** Where the person is signed in; each of the others can be ended, or all of them. */
export function SessionsPanel() {
  const t = useTranslations("account.sessions");
  return (
    <Panel query={useSessions()} loading={t("loading")} unread={t("unread")}>
      {(sessions) => {
        const others = sessions.filter(({ current }) => !current).length;
        return (
          <div className="grid gap-4">
            <ul aria-label={t("list")} className="grid gap-4">
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} />
              ))}
            </ul>
            {others > 1 && <EndOtherSessions count={others} />}
          </div>
        );
      }}
    </Panel>
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
