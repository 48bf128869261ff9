import { isCalendarDay, midnight } from "@/lib/client/filters/days";
import type { ActivityKind } from "@/lib/contract/activity";

/** What the page of activity can be narrowed to, and which kinds each stands for. */
const kindsOf = {
  created: ["create"],
  edited: ["edit"],
  deleted: ["delete", "erase"],
  restored: ["restore", "restore-version"],
  connection: ["connect", "ask", "approve", "reject", "revoke", "disconnect"],
  account: ["sign-in", "sign-out", "session-ended", "export"],
} as const satisfies Record<string, readonly ActivityKind[]>;

export type ActivityGroup = keyof typeof kindsOf;
export const activityGroups = Object.keys(kindsOf) as readonly ActivityGroup[];

/** `from` and `to` are days, `YYYY-MM-DD`, both counted in; null is open. */
export type ActivityFilters = {
  kind: ActivityGroup | null;
  from: string | null;
  to: string | null;
};

export const noActivityFilters: ActivityFilters = { kind: null, from: null, to: null };

const dayIn = (params: URLSearchParams, name: string) => {
  const day = params.get(name);
  return day !== null && isCalendarDay(day) ? day : null;
};

/** Reads the query of the page; what it does not know, it passes over. */
export function parseActivityFilters(params: URLSearchParams): ActivityFilters {
  const kind = activityGroups.find((group) => group === params.get("kind")) ?? null;
  return { kind, from: dayIn(params, "from"), to: dayIn(params, "to") };
}

/** The address of the page with these filters. */
export function activityHref({ kind, from, to }: ActivityFilters): string {
  const params = new URLSearchParams();
  if (kind !== null) params.set("kind", kind);
  if (from !== null) params.set("from", from);
  if (to !== null) params.set("to", to);
  return `/activity${params.size > 0 ? `?${params}` : ""}`;
}

/** The same as our API asks for it: days are those of the browser's zone. */
export function apiQuery({ kind, from, to }: ActivityFilters): URLSearchParams {
  const query = new URLSearchParams();
  if (kind !== null) query.set("kind", kindsOf[kind].join(","));
  const begin = from === null ? null : midnight(from, 0);
  const end = to === null ? null : midnight(to, 1);
  if (begin !== null) query.set("from", new Date(begin).toISOString());
  if (end !== null) query.set("to", new Date(end).toISOString());
  return query;
}
