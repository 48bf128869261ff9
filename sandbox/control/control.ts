import { type Layout, open, seal } from "../cipher";
import type { SandboxContext } from "../context";
import { rotateKey } from "../seed/rotate-key";
import { reset } from "../seed/seed";
import {
  type AccessRequest,
  type Decision,
  decideRequest,
  listRequests,
} from "../store/access-requests";
import {
  type Blob,
  countBlobs,
  findBlob,
  insertBlob,
  selectBlobs,
  updateBlob,
} from "../store/blobs";
import { issueCode } from "../store/oauth";
import { findPerson, listPeople, type Person } from "../store/people";
import type { Call, CallLog } from "./calls";
import type { FaultRule, Faults } from "./faults";

export interface SandboxPerson {
  id: string;
  /** A short name that never changes: `noor`, `tomas`, `priya`, `wanjiru`. */
  slug: string;
  name: string;
  memoryKey: string;
  encryptionKey: string;
  keyVersion: number;
  memories: number;
}

export interface RawBlob {
  id?: string;
  title?: string | null;
  summary?: string | null;
  /** Stored as it is: nothing is encrypted here. */
  content?: string;
  tags?: string[];
  importance?: number | null;
  confidence?: number | null;
  source?: string | null;
  createdAt?: Date;
  updatedAt?: Date;
}

/** What a test can do to a running sandbox. None of it can be reached over HTTP. */
export interface SandboxControl {
  people(): Promise<SandboxPerson[]>;
  /** The shortcut of the consent page: this person presses Allow. Answers with the code. */
  authorize(grant: {
    personId: string;
    redirectUri: string;
    state?: string;
    codeChallenge: string;
    clientId?: string;
  }): Promise<string>;
  requests(): Promise<AccessRequest[]>;
  /** Puts a request into a state, from whatever state it is in. @throws when there is none */
  decide(requestId: string, to: Decision): Promise<void>;
  /** A new encryption key; with `reencrypt` what the old one opened moves to the new one. */
  rotateKey(
    personId: string,
    options: { reencrypt: boolean },
  ): Promise<{ encryptionKey: string; keyVersion: number }>;
  /** Writes a memory past the API, or changes the one with this id. */
  putBlob(personId: string, blob: RawBlob): Promise<Blob>;
  /** A memory as it is stored, or null. */
  getBlob(id: string): Promise<Blob | null>;
  /** All memories of a person as they are stored, newest first. */
  blobs(personId: string): Promise<Blob[]>;
  /** Encrypts with the person's key, by the sandbox's own cipher. */
  seal(personId: string, text: string, layout?: Layout): Promise<string>;
  /** Decrypts with the person's key; null for plaintext and for what does not open. */
  open(personId: string, content: string): Promise<string | null>;
  /** All developer tokens issued so far are refused from now on. */
  expireTokens(): Promise<void>;
  calls(): Call[];
  clearCalls(): void;
  fail(rule: FaultRule): void;
  clearFaults(): void;
  /** Back to the seed: people, keys, memories; no requests, codes, faults or calls. */
  reset(): Promise<void>;
}

export function createControl(
  context: SandboxContext,
  { calls, faults }: { calls: CallLog; faults: Faults },
): SandboxControl {
  const { database, settings } = context;

  async function personOf(id: string): Promise<Person> {
    const person = await findPerson(database, id);
    if (!person) throw new Error(`There is no person ${id} in the sandbox.`);
    return person;
  }

  return {
    async people() {
      const people: SandboxPerson[] = [];
      for (const person of await listPeople(database)) {
        people.push({
          id: person.id,
          slug: person.slug,
          name: person.name,
          memoryKey: person.memory_key,
          encryptionKey: person.encryption_key,
          keyVersion: person.key_version,
          memories: await countBlobs(database, person.id),
        });
      }
      return people;
    },
    async authorize({ personId, redirectUri, codeChallenge, clientId = settings.clientId }) {
      const person = await personOf(personId);
      const grant = { personId: person.id, clientId, redirectUri, codeChallenge };
      return issueCode(database, grant, settings.codeTtlSeconds);
    },
    requests: () => listRequests(database),
    async decide(requestId, to) {
      if (!(await decideRequest(database, requestId, to))) {
        throw new Error(`There is no access request ${requestId} in the sandbox.`);
      }
    },
    rotateKey: (personId, options) => rotateKey(database, personId, options),
    async putBlob(personId, { id, content, ...values }) {
      await personOf(personId);
      const existing = id === undefined ? null : await findBlob(database, id);
      return database.transaction(async (within) => {
        if (!existing) {
          return insertBlob(within, personId, {
            ...values,
            content: content ?? "",
            ...(id === undefined ? {} : { id }),
          });
        }
        const changed = await updateBlob(within, existing, { ...values, content });
        if (!changed) throw new Error(`The memory ${existing.id} is gone.`);
        return changed;
      });
    },
    getBlob: (id) => findBlob(database, id),
    blobs: (personId) =>
      selectBlobs(database, "where b.person_id = $1 order by b.created_at desc, b.id desc", [
        personId,
      ]),
    async seal(personId, text, layout) {
      return seal(text, (await personOf(personId)).encryption_key, layout);
    },
    async open(personId, content) {
      return open(content, (await personOf(personId)).encryption_key)?.text ?? null;
    },
    expireTokens: () => context.tokens.expireAll(),
    calls: () => calls.list(),
    clearCalls: () => calls.clear(),
    fail: (rule) => faults.add(rule),
    clearFaults: () => faults.clear(),
    async reset() {
      await reset(database);
      faults.clear();
      calls.clear();
    },
  };
}
