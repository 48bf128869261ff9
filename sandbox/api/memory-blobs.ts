import { Hono } from "hono";
import type { SandboxContext } from "../context";
import { listBlobs } from "../store/blob-list";
import { type Blob, deleteBlob, findBlob, insertBlob, updateBlob } from "../store/blobs";
import { blobChange, blobCreation, blobJson, blobListQuery, blobResponseJson } from "./blob-shapes";
import { decodeCursor, encodeCursor } from "./cursor";
import { ApiError } from "./errors";
import { noQuery, readJson, readQuery } from "./input";
import { approvedPerson, checkMemoryKey, userQuery } from "./person-access";

/** The calls under `/memory-blobs`. */
export function memoryBlobRoutes(context: SandboxContext): Hono {
  const { database, secret } = context;
  const routes = new Hono();
  const gone = () => new ApiError(404, "There is no such memory blob.");

  async function blobOf(personId: string, id: string): Promise<Blob> {
    const blob = await findBlob(database, id);
    if (!blob) throw gone();
    if (blob.person_id !== personId) {
      throw new ApiError(403, "This memory blob belongs to another user.");
    }
    return blob;
  }

  routes.get("/memory-blobs", async (c) => {
    const query = readQuery(c, blobListQuery);
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, secret);
    if (query.cursor !== undefined && after === null) {
      throw new ApiError(400, "cursor: is not one that this API gave out");
    }
    const person = await approvedPerson(context, query.user_id);
    const { blobs, next } = await listBlobs(database, {
      personId: person.id,
      limit: query.limit,
      after,
      tags: query.tags,
      searchQuery: query.searchQuery || null,
      importance: query.importance ?? null,
    });
    return c.json({
      memoryBlobs: blobs.map(blobJson),
      next_cursor: next && encodeCursor(next, secret),
    });
  });

  routes.get("/memory-blobs/:id", async (c) => {
    const person = await approvedPerson(context, readQuery(c, userQuery).user_id);
    return c.json(blobJson(await blobOf(person.id, c.req.param("id"))));
  });

  routes.post("/memory-blobs", async (c) => {
    readQuery(c, noQuery);
    const { user_id, memoryKey, ...values } = await readJson(c, blobCreation);
    const person = await approvedPerson(context, user_id);
    checkMemoryKey(person, memoryKey);
    const blob = await database.transaction((within) => insertBlob(within, person.id, values));
    return c.json(blobResponseJson(blob), 201);
  });

  routes.patch("/memory-blobs/:id", async (c) => {
    readQuery(c, noQuery);
    const { user_id, memoryKey, ...values } = await readJson(c, blobChange);
    const person = await approvedPerson(context, user_id);
    checkMemoryKey(person, memoryKey);
    const blob = await blobOf(person.id, c.req.param("id"));
    const changed = await database.transaction((within) => updateBlob(within, blob, values));
    if (!changed) throw gone();
    return c.json(blobResponseJson(changed));
  });

  routes.delete("/memory-blobs/:id", async (c) => {
    const person = await approvedPerson(context, readQuery(c, userQuery).user_id);
    const blob = await blobOf(person.id, c.req.param("id"));
    if (!(await database.transaction((within) => deleteBlob(within, blob)))) throw gone();
    return c.json({ message: "The memory blob is deleted.", id: blob.id });
  });

  return routes;
}
