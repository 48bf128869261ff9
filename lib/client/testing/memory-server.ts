import type { Memory, UpdateMemory } from "@/lib/contract/memory";
import { updateMemorySchema } from "@/lib/contract/memory";
import { KEPT_HEADER } from "@/lib/contract/trash";
import { json, refusal } from "./answers";
import { memoryOf } from "./memories";

type Call = { method: string; path: string; id: string; init: RequestInit };

/** Our API for single memories and the trash, in a few lines, with ETags and whatever goes wrong. */
export class MemoryServer {
  readonly memories = new Map<string, { memory: Memory; version: number }>();
  readonly trash = new Map<string, Memory>();
  isTrashOn = true;
  readonly calls: string[] = [];
  inFlight = 0;
  mostInFlight = 0;
  /** Asked before each call; what it answers is answered, `undefined` lets the call through. */
  fault: (call: Call) => Response | Promise<Response> | undefined = () => undefined;
  /** Calls wait here until the test lets them go on. */
  gate: Promise<void> = Promise.resolve();

  put(...memories: Memory[]): void {
    for (const memory of memories) this.memories.set(memory.id, { memory, version: 1 });
  }

  /** Somebody else writes. */
  change(id: string, fields: Partial<Memory>): void {
    const known = this.memories.get(id);
    if (!known) return;
    const memory = { ...known.memory, ...fields };
    this.memories.set(id, { memory, version: known.version + 1 });
  }

  tagsOf(id: string): string[] | undefined {
    return this.memories.get(id)?.memory.tags;
  }

  readonly answer = async (path: string, init: RequestInit): Promise<Response> => {
    const method = init.method ?? "GET";
    const id = path.split("/")[3] ?? "";
    this.calls.push(`${method} ${path}`);
    this.inFlight += 1;
    this.mostInFlight = Math.max(this.mostInFlight, this.inFlight);
    try {
      await this.gate;
      const fault = this.fault({ method, path, id, init });
      return (await fault) ?? this.handle(method, path, id, init);
    } finally {
      this.inFlight -= 1;
    }
  };

  private handle(method: string, path: string, id: string, init: RequestInit): Response {
    if (path.startsWith("/api/trash/")) return this.handleTrash(method, id);
    const known = this.memories.get(id);
    if (!known) return refusal("not-found");
    const ifMatch = new Headers(init.headers).get("if-match");
    const isOther = ifMatch !== null && ifMatch !== `"${known.version}"`;
    if (method !== "GET" && isOther) return refusal("edit-conflict");
    if (method === "DELETE") {
      this.memories.delete(id);
      if (this.isTrashOn) this.trash.set(id, known.memory);
      const headers = { [KEPT_HEADER]: this.isTrashOn ? "kept" : "none" };
      return new Response(null, { status: 204, headers });
    }
    if (method === "PATCH") {
      const body = updateMemorySchema.parse(JSON.parse(String(init.body)));
      this.change(id, fieldsOf(body));
    }
    const { memory, version } = this.memories.get(id) ?? known;
    return json(memory, { headers: { etag: `"${version}"` } });
  }

  private handleTrash(method: string, id: string): Response {
    const kept = this.trash.get(id);
    if (!kept) return refusal("not-found");
    this.trash.delete(id);
    if (method === "DELETE") return new Response(null, { status: 204 });
    const memory = memoryOf({ ...kept, id: `${id}-again` });
    this.put(memory);
    return json(memory, { status: 201, headers: { etag: '"1"' } });
  }
}

const fieldsOf = ({ replaceUnreadable: _, ...fields }: UpdateMemory): Partial<Memory> => fields;
