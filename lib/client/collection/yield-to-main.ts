/** Lets the browser draw and answer the person, then goes on: sooner than a timer would. */
export function yieldToMain(): Promise<void> {
  if (hasYield(globalThis)) return globalThis.scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

type WithYield = { scheduler: { yield: () => Promise<void> } };

/** `scheduler.yield` is missing in Safari and in older browsers of every make. */
function hasYield(scope: object): scope is WithYield {
  if (!("scheduler" in scope)) return false;
  const { scheduler } = scope;
  return typeof scheduler === "object" && scheduler !== null && "yield" in scheduler;
}
