"use client";

import { CopyButton } from "@/components/memories/pane/copy-button";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export type KeptWord = { label: string; text: string };

type KeptWordsProps = { words: KeptWord[]; onDismiss: () => void };

/** What was typed before the newer version took its place, to copy from. */
export function KeptWords({ words, onDismiss }: KeptWordsProps) {
  if (words.length === 0) return null;
  return (
    <Notice
      role="status"
      title="You are looking at the newer version. This is what you had typed:"
      actions={
        <Button size="sm" onClick={onDismiss}>
          Discard my words
        </Button>
      }
    >
      <dl className="grid gap-3 py-1">
        {words.map(({ label, text }) => (
          <div key={label}>
            <dt className="flex items-center justify-between gap-3 text-ink-3">
              {label}
              {text && <CopyButton text={text} />}
            </dt>
            <dd
              dir="auto"
              className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words rounded-small border border-line bg-paper px-2.5 py-1.5 text-ink"
            >
              {text || "Empty"}
            </dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
