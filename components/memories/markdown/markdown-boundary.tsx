"use client";

import { Component, type ReactNode } from "react";

type Props = { text: string; children: ReactNode };

/**
 * Thousands of nested quotes or lists exhaust the parser's stack. A memory is readable all the
 * same: as the text it is.
 */
export class MarkdownBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <p dir="auto" className="measure whitespace-pre-wrap break-words text-memory">
        {this.props.text}
      </p>
    );
  }
}
