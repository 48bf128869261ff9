"use client";

import Link from "next/link";
import type { ReactNode } from "react";
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

const signInTitle: Partial<Record<Connection["status"], string>> = {
  none: "Sign in with Memoram",
  disconnected: "Sign in with Memoram again",
};

const signedInTitle = { oauth: "Signed in with Memoram", pasted: "Memory Key pasted" } as const;

const approvalTitle: Partial<Record<Connection["status"], string>> = {
  pending: "Waiting for your approval",
  approved: "Approved by you",
  rejected: "You rejected the request",
  revoked: "You revoked the access",
};

/** The one thing a person can do in this status. */
function Action({ connection, checkedAt, failing, next }: ConnectionStepperProps): ReactNode {
  const here = `/connect?${new URLSearchParams({ next })}`;
  switch (connection.status) {
    case "none":
      return <SignInButtons callbackUrl={here} size="md" />;
    case "disconnected":
      return <SignInButtons callbackUrl={here} size="md" label="Connect again" />;
    case "authorized":
      return <AskButton label="Ask for access" />;
    case "rejected":
    case "revoked":
      return <AskButton label="Ask again" />;
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
            Open your memories
          </Link>
        </Button>
      );
  }
}

const approvalText: Partial<Record<Connection["status"], string>> = {
  pending:
    "Open your Memoram dashboard and approve the request from Keepsake. This page moves on by itself.",
  rejected: "Was that by mistake? Ask again, and Memoram shows you a new request.",
  revoked: "To read your memories here again, ask again and approve the new request.",
};

function clock(time: string | null): ReactNode {
  return time === null ? undefined : <RelativeTime value={time} format="clock" />;
}

/** The four steps of connecting, as far as they have gone, with the action at the one in turn. */
export function ConnectionStepper(props: ConnectionStepperProps) {
  const { connection, keyOrigin } = props;
  const { status, requestedAt, decidedAt } = connection;
  const [signIn, ask, approval, key] = stepStates[status];
  const steps: Step[] = [
    {
      key: "sign-in",
      title: signInTitle[status] ?? signedInTitle[keyOrigin?.provenance ?? "oauth"],
      state: signIn,
      aside: signIn === "done" ? clock(keyOrigin?.at ?? null) : undefined,
    },
    {
      key: "ask",
      title: ask === "done" ? "Access requested" : "Ask Memoram for access",
      state: ask,
      aside: ask === "done" ? clock(requestedAt) : undefined,
      description:
        ask === "current"
          ? "Keepsake sends a request, and you decide on it in Memoram."
          : undefined,
    },
    {
      key: "approval",
      title: approvalTitle[status] ?? "Your approval, in Memoram",
      state: approval,
      aside: approval === "done" || approval === "failed" ? clock(decidedAt) : undefined,
      description: approvalText[status],
    },
    {
      key: "key",
      title: key === "done" ? "Your key has arrived, sealed" : "Your key arrives, sealed",
      state: key,
      description: "It is stored encrypted and never leaves the server.",
    },
  ];
  const turn = steps.findIndex(({ state }) => state === "current" || state === "failed");
  const step = steps[turn === -1 ? steps.length - 1 : turn];
  if (step) step.body = <Action {...props} />;
  return <Stepper steps={steps} label="Steps to connect" />;
}
