import { z } from "zod";
import type { AuthorizationRequest } from "./authorization-request";

const lifeMs = 10 * 60_000;

const ticket = z.object({
  redirectUri: z.string(),
  state: z.string().nullable(),
  codeChallenge: z.string(),
  expires: z.number(),
});

/** The checked authorization request, as it travels through the consent form. It needs a proof. */
export function writeTicket(request: AuthorizationRequest): string {
  return JSON.stringify({ ...request, expires: Date.now() + lifeMs });
}

/** The request of a ticket whose proof was good, or null when the form lay open too long. */
export function readTicket(text: string): AuthorizationRequest | null {
  const { expires, ...request } = ticket.parse(JSON.parse(text));
  return expires > Date.now() ? request : null;
}
