"use client";

import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import type { ConnectionStatus } from "@/lib/contract/connection";

/** Says aloud what the page has moved on to; silent about the status it opened with. */
export function StatusAnnouncer({ status }: { status: ConnectionStatus | undefined }) {
  const t = useTranslations("connect");
  const last = useRef(status);
  const [reached, setReached] = useState<ConnectionStatus | null>(null);
  useEffect(() => {
    if (status === undefined || status === last.current) return;
    if (last.current !== undefined) setReached(status);
    last.current = status;
  }, [status]);
  return (
    <p role="status" className="sr-only">
      {reached && t(`${reached}.announcement`)}
    </p>
  );
}
