"use client";

import { type ReactElement, useMemo } from "react";
import ReactMarkdown from "react-markdown";
import remarkBreaks from "remark-breaks";
import remarkGfm from "remark-gfm";
import { MarkedText } from "@/components/memories/list/marked-text";
import { emptySearch, type Search } from "@/lib/client/search/parse-search";
import { limitDepth } from "./limit-depth";
import { markHits } from "./mark-hits";
import { markdownComponents } from "./markdown-components";
import { isTooIntricate } from "./too-intricate";

/** Tools and people write lines as they mean them: a line break stays one. */
const remarkPlugins = [remarkGfm, remarkBreaks];

type MarkdownProps = {
  text: string;
  /** What is to be marked in it. */
  search?: Search | undefined;
};

/**
 * Markdown that somebody else wrote, safely: HTML in it stays text, images are never loaded, links
 * lead only to web and mail addresses. Text that the parser cannot take is shown as it is.
 */
export function Markdown({ text, search = emptySearch }: MarkdownProps) {
  const parsed = useMemo(() => parse(text, search), [text, search]);
  if (parsed === null) {
    return (
      <p dir="auto" className="measure whitespace-pre-wrap break-words text-memory">
        <MarkedText text={text} search={search} />
      </p>
    );
  }
  return (
    <div className="measure break-words text-ink text-memory [&>:first-child]:mt-0">{parsed}</div>
  );
}

/**
 * Null for text that would freeze the page, exhaust the parser's stack or nest deeper than browsers
 * lay out. Called as the synchronous function it is documented to be: the failure is ours to catch.
 */
function parse(text: string, search: Search): ReactElement | null {
  if (isTooIntricate(text)) return null;
  try {
    return ReactMarkdown({
      children: text,
      remarkPlugins,
      rehypePlugins: [limitDepth, markHits(search)],
      components: markdownComponents,
    });
  } catch {
    return null;
  }
}
