"use client";

import ReactMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
import { MarkdownBoundary } from "./markdown-boundary";
import { markdownComponents } from "./markdown-components";

const plugins = [remarkGfm];

/**
 * Markdown that somebody else wrote, safely: HTML in it stays text, images are never loaded, links
 * lead only to web and mail addresses. Text that the parser cannot take is shown as it is.
 */
export function Markdown({ text }: { text: string }) {
  return (
    <MarkdownBoundary key={text} text={text}>
      <div className="measure break-words text-ink text-memory [&>:first-child]:mt-0">
        <ReactMarkdown remarkPlugins={plugins} components={markdownComponents}>
          {text}
        </ReactMarkdown>
      </div>
    </MarkdownBoundary>
  );
}
