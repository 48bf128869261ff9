"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl";
import { MarkedText } from "@/components/memories/list/marked-text";
import { Markdown } from "@/components/memories/markdown/markdown";
import { titleOf } from "@/components/memories/memory-text";
import { useDocumentTitle } from "@/components/memories/use-document-title";
import { PANE_HEADING_ID } from "@/components/memories/use-return-focus";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { Search } from "@/lib/client/search/parse-search";
import type { Memory } from "@/lib/contract/memory";
import { MemoryColumn, paneText } from "./memory-column";
import { MemoryMeta } from "./memory-meta";
import { Pencil } from "./pencil";
import { useEditOnDoubleClick, useStartEditing } from "./use-start-editing";

type MemoryArticleProps = {
  memory: Memory;
  /** What led here: its words are marked. */
  search: Search;
};

/** A memory as it is read: title, summary, text, and what is known about it. */
export function MemoryArticle({ memory, search }: MemoryArticleProps) {
  const { title, summary, content } = memory;
  const t = useTranslations("pane");
  const article = useRef<HTMLElement>(null);
  const start = useStartEditing(memory.id);
  useEditOnDoubleClick(article, start);
  const name = titleOf(memory, useTranslations("common"));
  useDocumentTitle(name);
  return (
    <article ref={article} className={paneText} aria-labelledby={PANE_HEADING_ID}>
      <MemoryColumn
        title={
          <div data-field="title" className="group/spot relative">
            <h1
              id={PANE_HEADING_ID}
              tabIndex={-1}
              dir="auto"
              className={cn(
                "break-words text-page-title outline-none",
                !title?.trim() && "text-ink-2 italic",
              )}
            >
              <MarkedText text={name} search={search} />
            </h1>
            <Pencil field="title" onStart={start} className="top-[7px]" />
          </div>
        }
        summary={
          <div data-field="summary" className="group/spot relative">
            {summary?.trim() ? (
              <>
                <p dir="auto" className="whitespace-pre-line break-words text-ink-2 text-summary">
                  <MarkedText text={summary} search={search} />
                </p>
                <Pencil field="summary" onStart={start} className="top-0" />
              </>
            ) : (
              <button
                type="button"
                onClick={() => start("summary")}
                className="touch-target text-start text-ink-3 text-summary hover:text-ink-2"
              >
                {t("addSummary")}
              </button>
            )}
          </div>
        }
        content={
          <div data-field="content" className="group/spot relative">
            {content === null ? <Unreadable /> : <Markdown text={content} search={search} />}
            <Pencil field="content" onStart={start} className="top-px" />
          </div>
        }
        meta={<MemoryMeta memory={memory} onStart={start} />}
      />
    </article>
  );
}

function Unreadable() {
  const t = useTranslations("pane.unreadable");
  return (
    <Notice tone="warn" title={t("title")}>
      <p>{t("why")}</p>
      <p>{t("rest")}</p>
    </Notice>
  );
}
