"use client";

import { Button } from "./button";
import { Stage } from "./stage";

interface FailureProps {
  /** Next's digest of the error: the same text stands in the server's log. */
  digest: string | undefined;
  onRetry: () => void;
}

/** What stands in place of a page that failed. Says what holds for the memories, and what to do. */
export function Failure({ digest, onRetry }: FailureProps) {
  return (
    <Stage
      title="This page could not be shown"
      lead={
        <p>
          Something failed in Keepsake. Your memories lie in Memoram and are as they were. Try
          again, or start over.
        </p>
      }
    >
      <div className="mt-8 flex flex-wrap gap-2">
        <Button variant="primary" onClick={onRetry}>
          Try again
        </Button>
        <Button variant="quiet" asChild>
          {/* A full load: what failed may sit in this page's memory. */}
          <a href="/">Back to the start</a>
        </Button>
      </div>
      {digest !== undefined && (
        <p className="mt-8 text-ink-3 text-small">
          If it keeps happening, name this request:{" "}
          <code className="select-all break-all font-mono">{digest}</code>
        </p>
      )}
    </Stage>
  );
}
