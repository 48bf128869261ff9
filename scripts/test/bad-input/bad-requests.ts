import fc from "fast-check";
import type { ProblemCode } from "@/lib/contract/problem";
import type { ApiOperation } from "../api-routes";
import { badBodies, strangeNames } from "./bad-bodies";

/** A request that must be refused. Whatever is not set is as in a good one. */
export type BadRequest = {
  /** What is wrong with it, for whoever reads a failure. */
  why: string[];
  /** The codes it may be refused with: one for each thing that is wrong. */
  codes: ProblemCode[];
  search?: string;
  params?: Record<string, string>;
  headers?: Record<string, string>;
  cookie?: string;
  body?: () => string | Buffer;
  /** The body comes in pieces of this many bytes, without a length; 0: as a whole. */
  chunk: number;
};
type Wrong = Omit<BadRequest, "chunk">;

const knownQuery = new Set([
  ...["limit", "cursor", "tags", "q", "importance"],
  ...["kind", "from", "to", "job"],
]);
const latin1 = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code !== 0x7f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 40,
});

const query = fc
  .oneof(
    fc
      .tuple(strangeNames, fc.string({ unit: "binary", maxLength: 30 }))
      .filter(([name]) => !knownQuery.has(name.toWellFormed()))
      .map((pair) => `?${new URLSearchParams([pair])}`),
    fc.constantFrom(
      ...[
        "?x",
        "?=",
        "?%ff=%ff",
        "?%00=1",
        "?a%0d%0aset-cookie:b=1",
        "?__proto__[x]=1",
        "?x=1&x=2",
      ],
      ...["?limit[]=1", "?limit%00=1", "?constructor.prototype.x=1", "?user_id=someone", "?%zz"],
      `?${"x".repeat(5_000)}=1`,
      `?${Array.from({ length: 500 }, (_, at) => `k${at}=1`).join("&")}`,
    ),
  )
  .map(
    (search): Wrong => ({
      why: [`query ${search.slice(0, 80)}`],
      codes: ["validation-failed"],
      search,
    }),
  );

const listQuery = fc
  .constantFrom(
    ...["limit=0", "limit=-1", "limit=101", "limit=1e3", "limit=%00", "limit=1&limit=1", "limit=١"],
    ...[
      "limit=99999999999999999999",
      "cursor=",
      "limit=0x10",
      "limit=1.5",
      "limit=%2B1",
      "limit=NaN",
    ],
  )
  .map(
    (text): Wrong => ({ why: [`query ${text}`], codes: ["validation-failed"], search: `?${text}` }),
  );

const memoryQuery = fc
  .constantFrom(
    ...["importance=2", "importance=NaN", "importance=-0.1", "importance=1e-1", "importance="],
    ...[`tags=${"t".repeat(65)}`, "tags=a&tags=b", `q=${"q".repeat(501)}`, "q=%00", "tags=a%00"],
  )
  .map(
    (text): Wrong => ({ why: [`query ${text}`], codes: ["validation-failed"], search: `?${text}` }),
  );

const badId = fc.oneof(
  fc.constantFrom(
    ...[
      "..",
      ".",
      "../x",
      "..\\x",
      "..%2f..%2fetc",
      "%2e%2e",
      "a/b",
      "a%2Fb",
      "a b",
      "a\0",
      "\r\nx: y",
    ],
    ...[
      "é",
      "a.b",
      "a;b",
      "a?b",
      "a#b",
      "'",
      '"',
      "<x>",
      "$x{}",
      "x".repeat(129),
      "*",
      "\ud800",
      "١",
    ],
  ),
  fc
    .string({ unit: "binary", minLength: 1, maxLength: 40 })
    .filter((id) => !/^[A-Za-z0-9_-]+$/.test(id)),
);

const contentType = fc
  .oneof(
    fc.constantFrom(
      ...["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b"],
      ...["application/json; charset=utf-16", "application/jsonp", "application/json,text/plain"],
      ...["text/json", "application/ld+json", "application/json; charset", "*/*", "json", "/"],
      ...["application/json; charset=utf-8; charset=latin1", "application/octet-stream"],
    ),
    latin1.filter((text) => !text.toLowerCase().includes("json") && text.trim() !== ""),
  )
  .map(
    (type): Wrong => ({
      why: [`content type ${type}`],
      codes: ["unsupported-media-type"],
      headers: { "content-type": type },
    }),
  );

const notOurs = fc
  .constantFrom<Record<string, string>>(
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { "sec-fetch-site": "same-origin, cross-site" },
    { "sec-fetch-site": "", origin: "null" },
  )
  .map((headers): Wrong => ({ why: ["from elsewhere"], codes: ["cross-site"], headers }));

const noSession = latin1.map(
  (text): Wrong => ({
    why: ["a cookie of nobody"],
    codes: ["unauthenticated"],
    cookie: `next-auth.session-token=${text}`,
  }),
);

const noScheduler = fc
  .oneof(latin1, fc.constantFrom("Bearer", "Bearer ", "Basic x", "Bearer undefined"))
  .map(
    (authorization): Wrong => ({
      why: ["not the scheduler"],
      codes: ["unauthenticated", "not-found"],
      headers: { authorization },
    }),
  );

const badKey = fc
  .oneof(
    fc.constantFrom("a b", "x".repeat(256), "é", "a\tb", "\xff"),
    latin1.filter((text) => !/^[\x21-\x7e]{1,255}$/.test(text.trim())),
  )
  .map(
    (key): Wrong => ({
      why: ["idempotency key"],
      codes: ["validation-failed"],
      headers: { "idempotency-key": key },
    }),
  );

const tooLong: Wrong = {
  why: ["a length beyond all bounds"],
  codes: ["payload-too-large"],
  headers: { "content-length": "99999999999" },
};

function waysToBeWrong({ method, body, bodyMayBeMissing, route, name }: ApiOperation) {
  const ways: fc.Arbitrary<Wrong>[] = [query, query];
  if (["memories", "trash", "activity"].includes(route.address.slice(5)) && method === "GET")
    ways.push(listQuery);
  if (name === "GET /api/memories") ways.push(memoryQuery);
  if (name === "POST /api/memories") ways.push(badKey);
  if (route.caller === "scheduler") ways.push(noScheduler, noScheduler);
  if (route.caller === "person") ways.push(noSession);
  if (route.caller === "person" && method !== "GET") ways.push(notOurs);
  if (route.params.length > 0) {
    const param = fc.tuple(fc.constantFrom(...route.params), badId).map(
      ([param, id]): Wrong => ({
        why: [`${param} ${JSON.stringify(id)}`],
        codes: ["validation-failed"],
        params: { [param]: id },
      }),
    );
    ways.push(param, param, param);
  }
  if (body) {
    const bodies = badBodies(body).map(
      ({ why, code, make }): Wrong => ({ why: [why], codes: [code], body: make }),
    );
    ways.push(contentType, ...Array.from({ length: 8 }, () => bodies));
    if (!bodyMayBeMissing) ways.push(fc.constant(tooLong));
  }
  return ways;
}

/** Things that mean nothing to us, and must go on meaning nothing. */
const noise = fc.dictionary(
  fc.constantFrom(
    ...["accept", "accept-language", "range", "if-none-match", "if-match", "x-forwarded-for"],
    ...[
      "x-http-method-override",
      "x-middleware-subrequest",
      "x-forwarded-host",
      "content-encoding",
    ],
    ...["next-action", "rsc", "next-router-state-tree", "expect", "te", "upgrade", "forwarded"],
  ),
  latin1,
  { maxKeys: 3 },
);

/** Requests for an operation that must be refused: one to three things are wrong with each. */
export function badRequests(operation: ApiOperation): fc.Arbitrary<BadRequest> {
  const wrong = fc.array(fc.oneof(...waysToBeWrong(operation)), { minLength: 1, maxLength: 3 });
  const chunk = fc.constantFrom(0, 0, 1_000, 65_536);
  return fc.tuple(wrong, noise, chunk).map(([parts, headers, size]) => ({
    why: parts.flatMap(({ why }) => why),
    codes: parts.flatMap(({ codes }) => codes),
    search: parts.findLast(({ search }) => search)?.search,
    params: Object.assign({}, ...parts.map(({ params }) => params)),
    headers: Object.assign({ ...headers }, ...parts.map((part) => part.headers)),
    cookie: parts.findLast(({ cookie }) => cookie)?.cookie,
    body: parts.findLast((part) => part.body)?.body,
    chunk: size,
  }));
}
