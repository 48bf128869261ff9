"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { SignInButtons } from "@/components/landing/sign-in-buttons";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Step, Stepper } from "@/components/ui/stepper";
import type { Connection } from "@/lib/contract/connection";
import { AskButton } from "./ask-button";
import { stepStates } from "./connection-steps";
import { PendingCard } from "./pending-card";

/** How the key in use came here, and when (ISO 8601). */
export type KeyOrigin = { provenance: "oauth" | "pasted"; at: string };

interface ConnectionStepperProps {
  connection: Connection;
  checkedAt: number;
  failing: boolean;
  /** Where a person goes once approved. */
  next: string;
  keyOrigin: KeyOrigin | null;
}

const signInTitle = { none: "signIn", disconnected: "signInAgain" } as const;
const signedInTitle = { oauth: "signedIn", pasted: "keyPasted" } as const;

const approvalTitle = {
  pending: "approvalPending",
  approved: "approvalGiven",
  rejected: "approvalRejected",
  revoked: "approvalRevoked",
} as const;

const approvalText = {
  pending: "approvalPendingDetail",
  rejected: "approvalRejectedDetail",
  revoked: "approvalRevokedDetail",
} as const;

/** What a table says of a status; the others have nothing of their own there. */
function of<Text>(
  table: Partial<Record<Connection["status"], Text>>,
  status: Connection["status"],
) {
  return table[status];
}

/** The one thing a person can do in this status. */
function Action({ connection, checkedAt, failing, next }: ConnectionStepperProps): ReactNode {
  const t = useTranslations("connect");
  const common = useTranslations("common");
  const here = `/connect?${new URLSearchParams({ next })}`;
  switch (connection.status) {
    case "none":
      return <SignInButtons callbackUrl={here} size="md" />;
    case "disconnected":
      return <SignInButtons callbackUrl={here} size="md" label={t("connectAgain")} />;
    case "authorized":
      return <AskButton label={t("askForAccess")} />;
    case "rejected":
    case "revoked":
      return <AskButton label={t("askAgain")} />;
    case "pending":
      return (
        <PendingCard
          reason={connection.reason}
          dashboardUrl={connection.dashboardUrl}
          checkedAt={checkedAt}
          failing={failing}
        />
      );
    case "approved":
      return (
        <Button variant="primary" asChild>
          <Link href={next} prefetch={false}>
            {common("openMemories")}
          </Link>
        </Button>
      );
  }
}

function clock(time: string | null): ReactNode {
  return time === null ? undefined : <RelativeTime value={time} format="clock" />;
}

/** The four steps of connecting, as far as they have gone, with the action at the one in turn. */
export function ConnectionStepper(props: ConnectionStepperProps) {
  const t = useTranslations("connect");
  const { connection, keyOrigin } = props;
  const { status, requestedAt, decidedAt } = connection;
  const [signIn, ask, approval, key] = stepStates[status];
  const approvalDetail = of(approvalText, status);
  const steps: Step[] = [
    {
      key: "sign-in",
      title: t(of(signInTitle, status) ?? signedInTitle[keyOrigin?.provenance ?? "oauth"]),
      state: signIn,
      aside: signIn === "done" ? clock(keyOrigin?.at ?? null) : undefined,
    },
    {
      key: "ask",
      title: t(ask === "done" ? "asked" : "ask"),
      state: ask,
      aside: ask === "done" ? clock(requestedAt) : undefined,
      description: ask === "current" ? t("askDetail") : undefined,
    },
    {
      key: "approval",
      title: t(of(approvalTitle, status) ?? "approval"),
      state: approval,
      aside: approval === "done" || approval === "failed" ? clock(decidedAt) : undefined,
      description: approvalDetail && t(approvalDetail),
    },
    {
      key: "key",
      title: t(key === "done" ? "keyArrived" : "keyArrives"),
      state: key,
      description: t("keyDetail"),
    },
  ];
  const turn = steps.findIndex(({ state }) => state === "current" || state === "failed");
  const step = steps[turn === -1 ? steps.length - 1 : turn];
  if (step) step.body = <Action {...props} />;
  return <Stepper steps={steps} label={t("steps")} />;
}
