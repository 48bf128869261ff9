import { join } from "node:path";
import type { RouteHandler } from "@/lib/http/with-route";
import { root } from "../lib/paths";
import { sourceFiles } from "./source-tree";

export const httpMethods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
export type Method = (typeof httpMethods)[number];

/** What a good request of an operation carries. */
export type Operation = {
  /** A body that the schema accepts; without one, the operation has no body. */
  body?: object;
  /** A request without a body means something too. */
  bodyMayBeMissing?: true;
};
type Operations = Partial<Record<Exclude<Method, "HEAD" | "OPTIONS">, Operation>>;

/**
 * Who is let in: somebody signed in; anybody; the scheduler with its secret; `next-auth` decides
 * (lib/http/auth-route.ts); `nobody`: there is nothing.
 */
type Caller = "person" | "anybody" | "scheduler" | "next-auth" | "nobody";
type Declared = { caller: Caller; operations: Operations };

const person = (operations: Operations): Declared => ({ caller: "person", operations });
const anybody = (operations: Operations): Declared => ({ caller: "anybody", operations });
const scheduler = (operations: Operations): Declared => ({ caller: "scheduler", operations });

/**
 * Every folder of app/api with a route.ts: who may ask for what. The tests of what holds for every
 * route go through this table: who may, where from, bad input, what Memoram's faults become.
 */
const declared: Record<string, Declared> = {
  "[[...path]]": { caller: "nobody", operations: {} },
  "auth/[...nextauth]": { caller: "next-auth", operations: {} },
  account: person({ DELETE: { body: { confirm: "delete my account" } } }),
  "account/export": person({ GET: {} }),
  "account/sessions": person({ GET: {}, DELETE: {} }),
  "account/sessions/[id]": person({ DELETE: {} }),
  activity: person({ GET: {} }),
  connection: person({ GET: {}, DELETE: {} }),
  "connection/access-request": person({
    POST: { body: { reason: "because" }, bodyMayBeMissing: true },
  }),
  "connection/memory-key": person({ PUT: { body: { memoryKey: "mk_unknown" } } }),
  "cron/expire": scheduler({ GET: {} }),
  health: anybody({ GET: {} }),
  "health/ready": anybody({ GET: {} }),
  memories: person({ GET: {}, POST: { body: { content: "x" } } }),
  "memories/[id]": person({ GET: {}, PATCH: { body: { title: "x" } }, DELETE: {} }),
  "memories/[id]/versions": person({ GET: {} }),
  "memories/[id]/versions/[versionId]/restore": person({ POST: {} }),
  "memories/stream": person({ GET: {} }),
  preferences: person({ GET: {}, PATCH: { body: { trash: true } } }),
  "tag-operations": person({ GET: {}, POST: { body: { from: ["a"], to: "b" } } }),
  "tag-operations/[id]": person({ DELETE: {} }),
  tags: person({ GET: {} }),
  "trash-ids": person({ GET: {} }),
  trash: person({ GET: {}, DELETE: {} }),
  "trash/[id]": person({ DELETE: {} }),
  "trash/[id]/restore": person({ POST: {} }),
};

export type ApiRoute = Declared & {
  /** As `/api/memories/{id}`. */
  address: string;
  /** The names of the parameters in the address. */
  params: string[];
  /** The methods of `Allow`. */
  allow: Method[];
  /** The address with values in it, percent-encoded. */
  path(params: Record<string, string>): string;
  /** The handlers that Next finds in the file. */
  load(): Promise<Partial<Record<Method, RouteHandler>>>;
};

const isHandler = (value: unknown): value is RouteHandler => typeof value === "function";

async function load(folder: string): Promise<Partial<Record<Method, RouteHandler>>> {
  const file: Record<string, unknown> = await import(join(root, "app/api", folder, "route.ts"));
  const handlers: Partial<Record<Method, RouteHandler>> = {};
  for (const method of httpMethods) {
    const handler = file[method];
    if (isHandler(handler)) handlers[method] = handler;
  }
  return handlers;
}

function describeRoute(folder: string, route: Declared): ApiRoute {
  const segments = folder.split("/");
  const named = (segment: string) => /^\[(\w+)\]$/.exec(segment)?.[1];
  const { operations } = route;
  const allow = httpMethods.filter((method) =>
    method === "OPTIONS" ? false : operations[method === "HEAD" ? "GET" : method],
  );
  return {
    ...route,
    address: `/api/${folder.replaceAll(/\[(\w+)\]/g, "{$1}")}`,
    params: segments.flatMap((segment) => named(segment) ?? []),
    allow,
    path: (params) =>
      [
        "/api",
        ...segments.map((each) => encodeURIComponent(params[named(each) ?? ""] ?? each)),
      ].join("/"),
    load: () => load(folder),
  };
}

/** The folders below app/api that hold a route.ts. */
const foldersInTree = () =>
  sourceFiles(["app/api"], ["/route.ts"]).map((path) =>
    path.slice("app/api/".length, -"/route.ts".length),
  );

/**
 * Every route of the tree, described.
 * @throws when the tree and the table above differ: then one line is to be added there.
 */
export function apiRoutes(): ApiRoute[] {
  const folders = foldersInTree();
  const missing = folders.filter((folder) => !(folder in declared));
  const gone = Object.keys(declared).filter((folder) => !folders.includes(folder));
  if (missing.length > 0 || gone.length > 0) {
    const lines = [
      ...missing.map(
        (folder) => `add a line for "${folder}", as: "${folder}": person({ GET: {} }),`,
      ),
      ...gone.map((folder) => `take out the line of "${folder}": there is no such route any more`),
    ];
    throw new Error(
      `In the table \`declared\` of scripts/test/api-routes.ts:\n  ${lines.join("\n  ")}\n` +
        "With that line the new route is tested like every other one.",
    );
  }
  return folders.map((folder) =>
    describeRoute(folder, declared[folder] ?? { caller: "nobody", operations: {} }),
  );
}

export type ApiOperation = Operation & {
  /** As `POST /api/memories`. */
  name: string;
  method: Method;
  route: ApiRoute;
};

/** What can be done at these routes, a method each; HEAD is GET without its body. */
export function operationsOf(routes: ApiRoute[]): ApiOperation[] {
  return routes.flatMap((route) =>
    httpMethods.flatMap((method) => {
      const operation =
        method === "HEAD" || method === "OPTIONS" ? undefined : route.operations[method];
      return operation ? [{ ...operation, name: `${method} ${route.address}`, method, route }] : [];
    }),
  );
}

/**
 * Fails unless `lists` name every operation of our API exactly once. `where` is the file they
 * stand in, for the message.
 */
export function assertNamesEvery(where: string, ...lists: string[][]): void {
  const named = lists.flat();
  const all = operationsOf(apiRoutes()).map(({ name }) => name);
  const missing = all.filter((name) => !named.includes(name));
  const unknown = named.filter((name) => !all.includes(name));
  const twice = named.filter((name, at) => named.indexOf(name) !== at);
  if (missing.length + unknown.length + twice.length === 0) return;
  throw new Error(
    `${where} must name every operation of the API once. Missing: ${missing.join(", ") || "none"}. ` +
      `Unknown: ${unknown.join(", ") || "none"}. Twice: ${twice.join(", ") || "none"}.`,
  );
}
