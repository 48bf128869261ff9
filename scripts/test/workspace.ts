import { expect } from "vitest";
import * as restoreVersion from "@/app/api/memories/[id]/versions/[versionId]/restore/route";
import * as versions from "@/app/api/memories/[id]/versions/route";
import * as preferences from "@/app/api/preferences/route";
import * as operation from "@/app/api/tag-operations/[id]/route";
import * as operations from "@/app/api/tag-operations/route";
import * as restore from "@/app/api/trash/[id]/restore/route";
import * as trashed from "@/app/api/trash/[id]/route";
import * as trash from "@/app/api/trash/route";
import * as trashIds from "@/app/api/trash-ids/route";
import { type TrashPage, trashItemSchema, trashPageSchema } from "@/lib/contract/trash";
import { KEPT_VERSIONS, type MemoryVersion, memoryVersionSchema } from "@/lib/contract/version";
import { db } from "@/lib/db/client";
import { call } from "./harness";
import type { Answer } from "./memories";

type Headers = Record<string, string>;

/** The calls about trash, history, preferences and tag operations, as one person makes them. */
export function workspaceOf({ cookie }: { cookie: string }) {
  const about = (params: Record<string, string>, method: string) => ({ cookie, params, method });
  return {
    trash: (search = "") => call(trash.GET, `/api/trash${search}`, { cookie }),
    trashIds: () => call(trashIds.GET, "/api/trash-ids", { cookie }),
    empty: () => call(trash.DELETE, "/api/trash", { cookie, method: "DELETE" }),
    erase: (id: string) => call(trashed.DELETE, `/api/trash/${id}`, about({ id }, "DELETE")),
    restore: (id: string) => call(restore.POST, `/api/trash/${id}/restore`, about({ id }, "POST")),
    versions: (id: string) =>
      call(versions.GET, `/api/memories/${id}/versions`, about({ id }, "GET")),
    restoreVersion: (id: string, versionId: string, headers: Headers = {}) =>
      call(restoreVersion.POST, `/api/memories/${id}/versions/${versionId}/restore`, {
        ...about({ id, versionId }, "POST"),
        headers,
      }),
    preferences: () => call(preferences.GET, "/api/preferences", { cookie }),
    prefer: (body: unknown) =>
      call(preferences.PATCH, "/api/preferences", { cookie, method: "PATCH", body }),
    operations: () => call(operations.GET, "/api/tag-operations", { cookie }),
    begin: (body: unknown) =>
      call(operations.POST, "/api/tag-operations", { cookie, method: "POST", body }),
    end: (id: string) =>
      call(operation.DELETE, `/api/tag-operations/${id}`, about({ id }, "DELETE")),
  };
}

const strictPage = trashPageSchema.strict().extend({ items: trashItemSchema.strict().array() });

/** The trash that an answer carries; anything else fails the test. */
export function trashIn(answer: Answer): TrashPage {
  expect([answer.status, answer.json?.code]).toEqual([200, undefined]);
  return strictPage.parse(answer.json);
}

/** The versions that an answer carries, newest first. */
export function versionsIn(answer: Answer): MemoryVersion[] {
  expect([answer.status, answer.json?.code]).toEqual([200, undefined]);
  const items = memoryVersionSchema.strict().array().max(KEPT_VERSIONS).parse(answer.json.items);
  const times = items.map(({ replacedAt }) => replacedAt);
  expect(times).toEqual(times.toSorted().toReversed());
  return items;
}

/** As if a person had deleted everything in their trash so much earlier. */
export async function ageTrash(userId: string, ms: number): Promise<void> {
  for (const row of await db().trashedMemory.findMany({ where: { userId } })) {
    const { memoramUserId, memoryId } = row;
    await db().trashedMemory.update({
      where: { userId_memoramUserId_memoryId: { userId, memoramUserId, memoryId } },
      data: { deletedAt: new Date(row.deletedAt.getTime() - ms) },
    });
  }
}
