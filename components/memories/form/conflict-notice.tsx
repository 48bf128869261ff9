"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type ConflictNoticeProps = { onLoadNewer: () => void; onSaveAnyway: () => void; pending: boolean };

/** The memory changed in Memoram after editing began: the person decides which words hold. */
export function ConflictNotice({ onLoadNewer, onSaveAnyway, pending }: ConflictNoticeProps) {
  return (
    <Notice
      tone="warn"
      role="alert"
      title="This memory was changed elsewhere"
      actions={
        <>
          <Button size="sm" onClick={onLoadNewer} disabled={pending}>
            Load the newer version
          </Button>
          <Button size="sm" onClick={onSaveAnyway} disabled={pending}>
            Keep mine
          </Button>
        </>
      }
    >
      <p>
        Another tool or tab saved it after you opened it, so nothing of yours was written. Your
        words are still here. Load the newer version to see it, with yours kept to copy from; or
        keep yours, and the fields you changed take the place of the newer ones.
      </p>
    </Notice>
  );
}
