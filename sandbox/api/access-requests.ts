import { Hono } from "hono";
import { z } from "zod";
import type { SandboxContext } from "../context";
import {
  type AccessRequest,
  createRequest,
  findRequest,
  listRequests,
} from "../store/access-requests";
import { findPerson, findPersonByMemoryKey } from "../store/people";
import { ApiError } from "./errors";
import { noQuery, readJson, readQuery, requiredText } from "./input";

const creation = z.strictObject({
  memoryKey: requiredText,
  // zod counts code points; the strictest reading of "characters" is UTF-16 units.
  reason: requiredText.refine((reason) => reason.length <= 255, "must have at most 255 characters"),
});

function accessRequestJson(request: AccessRequest) {
  // "Available once linked": until the person has approved once, nobody is named.
  const linked = request.status === "approved" || request.status === "revoked";
  return {
    id: request.id,
    status: request.status,
    reason: request.reason,
    memoryKey: request.memory_key,
    user_id: linked ? request.person_id : null,
    aiConnectorId: request.connector_id,
    createdAt: request.created_at.toISOString(),
    updatedAt: request.updated_at.toISOString(),
  };
}

/** The calls under `/access-requests`. */
export function accessRequestRoutes({ database, connectorId }: SandboxContext): Hono {
  const routes = new Hono();

  async function required(id: string): Promise<AccessRequest> {
    const request = await findRequest(database, id);
    if (!request) throw new ApiError(404, "There is no such access request.");
    return request;
  }

  routes.post("/access-requests", async (c) => {
    readQuery(c, noQuery);
    const { memoryKey, reason } = await readJson(c, creation);
    const person = await findPersonByMemoryKey(database, memoryKey);
    if (!person) throw new ApiError(404, "There is no user with this memory key.");
    const request = await createRequest(database, { personId: person.id, connectorId, reason });
    return c.json(accessRequestJson(request), 201);
  });

  routes.get("/access-requests", async (c) => {
    readQuery(c, noQuery);
    const items = (await listRequests(database)).map(accessRequestJson);
    return c.json({ items, total: items.length });
  });

  routes.get("/access-requests/:id", async (c) => {
    readQuery(c, noQuery);
    return c.json(accessRequestJson(await required(c.req.param("id"))));
  });

  routes.get("/access-requests/:id/credentials", async (c) => {
    readQuery(c, noQuery);
    const request = await required(c.req.param("id"));
    if (request.status !== "approved") {
      throw new ApiError(403, `The access request is ${request.status}.`);
    }
    const person = await findPerson(database, request.person_id);
    if (!person) throw new ApiError(404, "There is no such user.");
    c.header("Cache-Control", "no-store");
    return c.json({
      user_id: person.id,
      memory_key: person.memory_key,
      encryption_key: person.encryption_key,
      key_version: person.key_version,
    });
  });

  return routes;
}
