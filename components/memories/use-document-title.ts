"use client";

import { useEffect } from "react";

/** Names the tab after what is shown. Below /memories no page is fetched that could bring a title. */
export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Keepsake`;
  }, [title]);
}
