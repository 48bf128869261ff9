import { expect } from "vitest";
import * as one from "@/app/api/memories/[id]/route";
import * as many from "@/app/api/memories/route";
import { type Memory, memorySchema } from "@/lib/contract/memory";
import { type CallOptions, call } from "./harness";

type Headers = Record<string, string>;
export type Answer = Awaited<ReturnType<typeof call>>;

/** The calls about memories, as one person makes them. */
export function memoriesOf({ cookie }: { cookie: string }) {
  const about = (id: string, rest: CallOptions = {}) => ({ cookie, params: { id }, ...rest });
  return {
    list: (search = "") => call(many.GET, `/api/memories${search}`, { cookie }),
    create: (body: unknown, headers: Headers = {}) =>
      call(many.POST, "/api/memories", { method: "POST", cookie, body, headers }),
    read: (id: string) => call(one.GET, `/api/memories/${id}`, about(id)),
    patch: (id: string, body: unknown, headers: Headers = {}) =>
      call(one.PATCH, `/api/memories/${id}`, about(id, { method: "PATCH", body, headers })),
    remove: (id: string, headers: Headers = {}) =>
      call(one.DELETE, `/api/memories/${id}`, about(id, { method: "DELETE", headers })),
  };
}

/** The memory that an answer carries, with its ETag; anything else fails the test. */
export function memoryIn(answer: Answer, status = 200): Memory {
  expect([answer.status, answer.json?.code]).toEqual([status, undefined]);
  expect(answer.headers.get("etag")).toMatch(/^"[\x21\x23-\x7e]+"$/);
  return memorySchema.strict().parse(answer.json);
}

/** Status and problem code, to compare in one go. */
export const codeOf = ({ status, json }: Answer) => [status, json?.code];
