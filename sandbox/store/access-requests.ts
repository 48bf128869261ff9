import { z } from "zod";
import { newId } from "../ids";
import { first, type Queryable } from "./database";

export const requestStatuses = ["pending", "approved", "rejected", "revoked"] as const;
export type RequestStatus = (typeof requestStatuses)[number];
export type Decision = Exclude<RequestStatus, "pending">;

const requestRow = z.object({
  id: z.string(),
  person_id: z.string(),
  memory_key: z.string(),
  connector_id: z.string(),
  reason: z.string(),
  status: z.enum(requestStatuses),
  created_at: z.date(),
  updated_at: z.date(),
});
export type AccessRequest = z.infer<typeof requestRow>;

const select = `select r.id, r.person_id, p.memory_key, r.connector_id, r.reason, r.status,
  r.created_at, r.updated_at
  from sandbox.access_request r join sandbox.person p on p.id = r.person_id`;
const newestFirst = "order by r.created_at desc, r.id desc";

export async function createRequest(
  database: Queryable,
  values: { personId: string; connectorId: string; reason: string },
): Promise<AccessRequest> {
  const id = newId();
  await database.run(
    `insert into sandbox.access_request
       (id, person_id, connector_id, reason, status, created_at, updated_at)
     values ($1, $2, $3, $4, 'pending', $5, $5)`,
    [id, values.personId, values.connectorId, values.reason, new Date().toISOString()],
  );
  const made = await findRequest(database, id);
  if (!made) throw new Error("The access request that was just created is gone.");
  return made;
}

export function findRequest(database: Queryable, id: string): Promise<AccessRequest | null> {
  return first(database, requestRow, `${select} where r.id = $1`, [id]);
}

/** Every request of the one developer account, newest first. */
export function listRequests(database: Queryable): Promise<AccessRequest[]> {
  return database.all(requestRow, `${select} ${newestFirst}`);
}

export function listRequestsOf(database: Queryable, personId: string): Promise<AccessRequest[]> {
  return database.all(requestRow, `${select} where r.person_id = $1 ${newestFirst}`, [personId]);
}

/** Whether the developer account may read and write this person's memories right now. */
export async function hasApprovedRequest(database: Queryable, personId: string): Promise<boolean> {
  const rows = await database.all(
    z.object({ id: z.string() }),
    "select id from sandbox.access_request where person_id = $1 and status = 'approved' limit 1",
    [personId],
  );
  return rows.length > 0;
}

/**
 * Moves a request to another status.
 * @param from only a request in one of these states is moved
 * @returns whether it was moved
 */
export async function decideRequest(
  database: Queryable,
  id: string,
  to: Decision,
  from: readonly RequestStatus[] = requestStatuses,
): Promise<boolean> {
  const changed = await database.run(
    `update sandbox.access_request set status = $2, updated_at = $3
     where id = $1 and status = any ($4::text[])`,
    [id, to, new Date().toISOString(), [...from]],
  );
  return changed > 0;
}
