import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { NextRequest } from "next/server";
import * as exported from "@/app/api/account/export/route";
import * as one from "@/app/api/memories/[id]/route";
import * as many from "@/app/api/memories/route";
import { env } from "@/lib/env";
import type { RouteHandler } from "@/lib/http/with-route";

/**
 * An instance of the app without its pages: some of its route handlers behind a server, in a process
 * of its own that tests can kill and pause. `next start` runs the same handlers.
 */
const routes: { path: RegExp; methods: Partial<Record<string, RouteHandler | number>> }[] = [
  { path: /^\/api\/memories$/, methods: { ...many } },
  { path: /^\/api\/memories\/(?<id>[\w-]+)$/, methods: { ...one } },
  { path: /^\/api\/account\/export$/, methods: { GET: exported.GET } },
];

function routeTo(method: string, pathname: string) {
  for (const { path, methods } of routes) {
    const found = path.exec(pathname);
    const handler = methods[method];
    if (found && typeof handler === "function") return { handler, params: { ...found.groups } };
  }
  throw new Error(`Nothing answers ${method} ${pathname}.`);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET" } = request;
  const url = new URL(request.url ?? "/", env().NEXTAUTH_URL);
  const { handler, params } = routeTo(method, url.pathname);
  const body = await buffer(request);
  const headers = new Headers();
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    headers.set(name, (values ?? []).join(", "));
  }
  const asked = new NextRequest(url, {
    method,
    headers,
    ...(body.length > 0 ? { body: new Uint8Array(body) } : {}),
  });
  const answered = await handler(asked, { params: Promise.resolve(params) });
  response.writeHead(answered.status, Object.fromEntries(answered.headers));
  response.end(Buffer.from(await answered.arrayBuffer()));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    request.socket.destroy();
  });
});
server.listen(0, "localhost", () => {
  const address = server.address();
  if (typeof address === "object" && address) console.log(`instance ready ${address.port}`);
});
