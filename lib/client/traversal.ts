type Interceptor = (event: PopStateEvent) => boolean;

let interceptor: Interceptor | null = null;

/**
 * Lets `intercept` see every step through the history (Back, Forward) before Next's router does.
 * When it returns true nobody else hears of the step. The returned function ends it.
 */
export function interceptTraversal(intercept: Interceptor): () => void {
  interceptor = intercept;
  return () => {
    if (interceptor === intercept) interceptor = null;
  };
}

let isTraversed = false;

/** Whether the present address came about by Back or Forward, and by no step in the page since. */
export const wasTraversal = (): boolean => isTraversed;

/** The page goes somewhere by itself. */
export function noteStep(): void {
  isTraversed = false;
}

// Listeners on window run in the order they were added, capturing or not. This one is added as the
// module loads, which the root layout's Providers see to: before Next's router adds its own.
if (typeof window !== "undefined") {
  window.addEventListener("popstate", (event) => {
    // Noted before Next hears of it: React draws what Next does in this event before others hear.
    if (interceptor?.(event)) event.stopImmediatePropagation();
    else isTraversed = true;
  });
}
