"use client";

import { useTranslations } from "use-intl";
import { Markdown } from "@/components/memories/markdown/markdown";
import { titleOf } from "@/components/memories/memory-text";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { Memory } from "@/lib/contract/memory";
import { MemoryMeta } from "./memory-meta";
import { paneText } from "./pane-text";

/** A memory as it is read: title, summary, text, and what is known about it. */
export function MemoryArticle({ memory }: { memory: Memory }) {
  const { title, summary, content } = memory;
  const name = titleOf(memory, useTranslations("common"));
  useDocumentTitle(name);
  return (
    <article className={paneText} aria-labelledby={PANE_HEADING_ID}>
      <h1
        id={PANE_HEADING_ID}
        tabIndex={-1}
        dir="auto"
        className={cn(
          "break-words text-page-title outline-none",
          !title?.trim() && "text-ink-2 italic",
        )}
      >
        {name}
      </h1>
      {summary?.trim() && (
        <p dir="auto" className="mt-3.5 break-words text-ink-2 text-summary">
          {summary}
        </p>
      )}
      <div className="mt-6">{content === null ? <Unreadable /> : <Markdown text={content} />}</div>
      <MemoryMeta memory={memory} />
    </article>
  );
}

function Unreadable() {
  return (
    <Notice tone="warn" title="Cannot be read">
      <p>
        This content is encrypted, but not with the key that Memoram gives Keepsake. It is unchanged
        in Memoram. The tool that wrote it may still be able to read it: ask it to save the memory
        again.
      </p>
      <p>You can edit everything else here. The content is replaced only if you choose so.</p>
    </Notice>
  );
}
