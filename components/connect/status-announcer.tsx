"use client";

import { useEffect, useRef, useState } from "react";
import type { ConnectionStatus } from "@/lib/contract/connection";
import { statusCopy } from "./status-copy";

/** Says aloud what the page has moved on to; silent about the status it opened with. */
export function StatusAnnouncer({ status }: { status: ConnectionStatus | undefined }) {
  const last = useRef(status);
  const [text, setText] = useState("");
  useEffect(() => {
    if (status === undefined || status === last.current) return;
    if (last.current !== undefined) setText(statusCopy[status].announcement);
    last.current = status;
  }, [status]);
  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
