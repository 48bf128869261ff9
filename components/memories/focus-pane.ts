import { PANE_HEADING_ID } from "./use-return-focus";

/**
 * Puts focus on the pane's heading (the list's, where the pane is empty) after what had it has left
 * the page. Two frames later: React has rendered and the closing dialog has let go by then.
 */
export function focusPane(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const heading =
        document.getElementById(PANE_HEADING_ID) ?? document.getElementById("list-heading");
      heading?.focus({ preventScroll: true });
    }),
  );
}
