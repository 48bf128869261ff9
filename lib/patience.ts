import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

const requests = new AsyncLocalStorage<{ isSpent: boolean }>();

/**
 * Runs what answers one request of somebody's. Several calls to Memoram may belong to it: once one of
 * them has waited in vain to learn that Memoram is back, the others do not wait for that again.
 */
export const withOnePatience = <T>(work: () => T): T => requests.run({ isSpent: false }, work);

/** That of the request which is being answered; outside of one nobody's is ever spent. */
export const patience = {
  isSpent: (): boolean => requests.getStore()?.isSpent ?? false,
  spend(): void {
    const request = requests.getStore();
    if (request) request.isSpent = true;
  },
};
