"use client";

import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { useDescribeError } from "@/lib/client/describe-error";

type FailureNoticeProps = {
  /** Nothing is shown without one. */
  error: unknown;
  /** The undertaking that failed, as a sentence without its end. */
  what: string;
  /** Not where what stands around it is read out as it changes. */
  role?: "alert";
  actions?: ReactNode;
};

/** What failed and why, within a page that goes on. */
export function FailureNotice({ error, what, role, actions }: FailureNoticeProps) {
  const describeError = useDescribeError();
  if (!error) return null;
  const { title, detail } = describeError(error, what);
  return (
    <Notice tone="danger" role={role} title={title} actions={actions}>
      <p>{detail}</p>
    </Notice>
  );
}
