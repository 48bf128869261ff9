import { Hono } from "hono";
import type { SandboxContext } from "../context";
import { findTag, listTags, type Tag } from "../store/tags";
import { ApiError } from "./errors";
import { readQuery } from "./input";
import { approvedPerson, userQuery } from "./person-access";

function tagJson(tag: Tag) {
  return {
    id: tag.id,
    name: tag.name,
    description: tag.description,
    color: tag.color,
    is_enabled: tag.is_enabled,
    created_at: tag.created_at.toISOString(),
    updated_at: tag.updated_at.toISOString(),
  };
}

/** The calls under `/tags`; there are none that write. */
export function tagRoutes(context: SandboxContext): Hono {
  const { database } = context;
  const routes = new Hono();

  routes.get("/tags", async (c) => {
    const person = await approvedPerson(context, readQuery(c, userQuery).user_id);
    return c.json({ items: (await listTags(database, person.id)).map(tagJson) });
  });

  routes.get("/tags/:id", async (c) => {
    const person = await approvedPerson(context, readQuery(c, userQuery).user_id);
    const tag = await findTag(database, c.req.param("id"));
    if (!tag) throw new ApiError(404, "There is no such tag.");
    if (tag.person_id !== person.id) throw new ApiError(403, "This tag belongs to another user.");
    return c.json(tagJson(tag));
  });

  return routes;
}
