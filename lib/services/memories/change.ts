import "server-only";
import { openContent } from "@/lib/crypto/content";
import type { Job } from "@/lib/db/activity/append";
import type { BlobFields } from "@/lib/memoram/memory-blobs";
import { recorded } from "@/lib/services/activity/record";
import { type Access, withAccess } from "@/lib/services/connection/access";
import { alone, type Expected } from "@/lib/services/memories/alone";
import {
  type Found,
  readExpected,
  refusingValues,
  sealFor,
} from "@/lib/services/memories/changing";
import { keepVersion } from "@/lib/services/memories/history";
import { nothingHappened } from "@/lib/services/memories/outcome";
import { assertOwn, toMemory, type Versioned, versioned } from "@/lib/services/memories/present";
import { memoram } from "@/lib/services/runtime";

/** New content: a text to be encrypted, or what is to be stored as it is. */
export type NewContent = { text: string } | { verbatim: string };

/** What is to be written to a memory: the fields named, and content where it changes. */
export type Change = { fields: Omit<BlobFields, "content">; content?: NewContent };

/** As what a change is recorded; an edit where nothing is said. */
export type ChangeAs = { kind?: "edit" | "restore-version"; job?: Job | null };

/** True when two lists name the same tags: Memoram may answer them in another order each time. */
export const sameTags = (a: string[], b: string[]) =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());

function changesContent({ memory, stored }: Found, content: NewContent): boolean {
  if ("verbatim" in content) return content.verbatim !== stored;
  return memory.contentState !== "decrypted" || memory.content !== content.text;
}

function changesSomething(found: Found, { fields, content }: Change): boolean {
  const { tags, ...values } = fields;
  if (content && changesContent(found, content)) return true;
  if (tags && !sameTags(tags, found.memory.tags)) return true;
  const before = new Map<string, unknown>(Object.entries(found.memory));
  return Object.entries(values).some(
    ([name, value]) => value !== undefined && value !== before.get(name),
  );
}

async function write(access: Access, found: Found, change: Change): Promise<Versioned> {
  const { fields, content } = change;
  const { id } = found.memory;
  const update = async (sent: BlobFields) => {
    const blob = await refusingValues(() => memoram().memoryBlobs.update(access, id, sent));
    assertOwn(blob, access);
    return blob;
  };
  if (content === undefined) {
    return versioned(toMemory(await update(fields), found.memory), found.stored);
  }
  const stored = "text" in content ? sealFor(content.text, access) : content.verbatim;
  const blob = await update({ ...fields, content: stored });
  const { state, content: text } = openContent(stored, access.encryptionKey);
  return versioned(toMemory(blob, { contentState: state, content: text }), stored);
}

/**
 * Changes a memory as its only writer, and keeps the version that is replaced: sealed and stored
 * before Memoram is asked, taken away again when Memoram refuses. `plan` decides what is written
 * once the memory is known; null writes nothing.
 * @throws AppError edit-conflict, not-found, validation-failed; what `plan` and `withAccess` throw.
 */
export function changeMemory(
  userId: string,
  id: string,
  options: { expected: Expected; mustKnow: boolean; as?: ChangeAs },
  plan: (found: Found) => Change | null,
): Promise<Versioned> {
  return alone(userId, id, options.expected, (writer) =>
    withAccess(userId, "write", async (granted) => {
      const { access, ...found } = await readExpected(granted, id, writer, options);
      const change = plan(found);
      if (change === null) return versioned(found.memory, found.stored);
      const send = () => writer.send(() => write(access, found, change));
      if (!changesSomething(found, change)) return send();
      const kept = await keepVersion(access, found);
      const { kind = "edit", job = null } = options.as ?? {};
      try {
        const changed = await recorded(userId, { kind, memoryId: id, job }, send);
        await kept?.settle();
        return changed;
      } catch (error) {
        if (nothingHappened(error)) await kept?.undo();
        throw error;
      }
    }),
  );
}
