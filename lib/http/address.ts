import "server-only";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage } from "node:http";
import { isIPv4, isIPv6 } from "node:net";
import { clientAddressHeader } from "@/lib/env";
import { log } from "@/lib/log";

/** Set by our own server for every request, whatever the request brought under that name. */
const peerHeader = "x-keepsake-peer";

const proxyHeaders = ["x-forwarded-for", "forwarded", "x-real-ip"];
let isProxyTold = false;

/** Behind a proxy that nothing was said about, everybody counts as one. */
function tellOfProxy({ headers }: IncomingMessage): void {
  if (isProxyTold || !proxyHeaders.some((name) => headers[name] !== undefined)) return;
  isProxyTold = true;
  if (clientAddressHeader() !== null) return;
  log.warn(
    "a call came with the header of a proxy: set CLIENT_ADDRESS_HEADER if there is one, or all its callers count as one address",
  );
}

/**
 * Next hands route handlers no socket, and takes a request's own `x-forwarded-for` for true. So the
 * address at the other end of the connection is noted where the request arrives, before Next.
 */
export function notePeers(): void {
  subscribe("http.server.request.start", (message) => {
    const request = typeof message === "object" && message && Reflect.get(message, "request");
    if (!(request instanceof IncomingMessage)) return;
    request.headers[peerHeader] = request.socket.remoteAddress ?? "";
    tellOfProxy(request);
  });
}

/** Some proxies put the port behind the address: `1.2.3.4:5678`, `[::1]:5678`. */
const withoutPort = (text: string) =>
  text.replace(/^\[([^\]]*)\](?::\d{1,5})?$/, "$1").replace(/^(\d+(?:\.\d+){3}):\d{1,5}$/, "$1");

/** A whole /64 is one subscriber's; an IPv4 address may come dressed as IPv6. */
function networkOf(address: string): string | null {
  const plain = withoutPort(address.trim()).replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(plain)) return plain;
  const [bare = ""] = plain.split("%");
  if (!isIPv6(bare)) return null;
  const [head = "", tail] = bare.split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const between = tail === undefined ? 0 : Math.max(0, 8 - groups.length - after.length);
  const all = [...groups, ...Array.from({ length: between }, () => "0"), ...after];
  const network = all.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(":")}::/64`;
}

/**
 * Where a request comes from: what the platform's proxy says where there is one that says it
 * (`clientAddressHeader`), else the other end of the connection. `unknown` where neither is known:
 * those count together. Nothing that a caller can write decides it.
 */
export function addressOf(headers: Headers): string {
  for (const name of clientAddressHeader() ?? [peerHeader]) {
    // A proxy that appends puts its own word last.
    const last = headers.get(name)?.split(",").at(-1) ?? "";
    const network = networkOf(last);
    if (network !== null) return network;
  }
  return "unknown";
}
