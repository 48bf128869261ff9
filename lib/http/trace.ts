import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";

/**
 * Next cannot even look at a TRACE request and answers 500 before proxy.ts is asked. Under another
 * name, as a method that nothing knows, it gets the same refusal as any of those.
 */
export function refuseTrace(): void {
  subscribe("http.server.request.start", (message) => {
    const request = typeof message === "object" && message && Reflect.get(message, "request");
    if (request instanceof IncomingMessage && request.method === "TRACE")
      request.method = "REFUSED";
  });
}
