import { AsyncLocalStorage } from "node:async_hooks";
import Module, { createRequire } from "node:module";
import type { NextRequest } from "next/server";

const current = new AsyncLocalStorage<NextRequest>();

function request(): NextRequest {
  const store = current.getStore();
  if (!store) throw new Error("No request is being answered.");
  return store;
}

/**
 * `next/headers` knows its request only inside a Next server. next-auth asks for it with
 * `require`, which no mock of the test runner sees: it is put into Node's own cache of modules.
 */
const require = createRequire(import.meta.url);
const file = require.resolve("next/headers");
const standIn = new Module(file);
standIn.filename = file;
standIn.loaded = true;
standIn.exports = {
  headers: async () => request().headers,
  cookies: async () => request().cookies,
};
require.cache[file] = standIn;

/** Answers a request with what `cookies()` and `headers()` of `next/headers` then read. */
export function answering<T>(incoming: NextRequest, work: () => Promise<T>): Promise<T> {
  return current.run(incoming, work);
}
