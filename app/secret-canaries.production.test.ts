import { randomBytes } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sealedColumns } from "@/lib/crypto/sealed-columns";
import { createVault, parseVaultKeys } from "@/lib/crypto/vault";
import { db } from "@/lib/db/client";
import { root } from "@/scripts/lib/paths";
import { wholeBuild } from "@/scripts/test/builds/builds";
import { type RunningBuild, startBuild } from "@/scripts/test/builds/servers";
import { dumpDatabase } from "@/scripts/test/dump";
import { type Document, type HttpBrowser, httpBrowser } from "@/scripts/test/http-browser";
import { type RunningSandbox, startSandbox } from "../sandbox/start";

/**
 * Twelve secrets that exist nowhere else, and a memory's words, are brought through everything the
 * production build does; then everything that came out of it is searched for them.
 */
const word = () => randomBytes(24).toString("hex");
const settings = {
  apiKey: `mem_${word()}`,
  clientSecret: `client-secret-${word()}/+_`,
  nextAuthSecret: `next-auth-${word()}`,
  firstVaultKey: randomBytes(32),
  secondVaultKey: randomBytes(32),
};
const words = {
  title: `title-${word()}`,
  summary: `summary-${word()}`,
  content: `content-${word()} & <ümlaut>`,
  tag: `tag-${word()}`,
  later: `later-${word()}`,
};

type Place = "static" | "page" | "api" | "headers" | "log" | "dump";
type Canary = { name: string; forms: string[]; belongs?: (document: Document) => boolean };

let sandbox: RunningSandbox;
let app: RunningBuild;
let canaries: Canary[];
let found: Record<Place, Document[]>;

/** Every way in which bytes that are a secret may be written. */
function bytesForms(bytes: Buffer): string[] {
  const hex = bytes.toString("hex");
  const forms = [hex, hex.toUpperCase(), bytes.toString("latin1"), bytes.toString("utf8")];
  forms.push(encodeURIComponent(bytes.toString("base64").replace(/=+$/, "")));
  for (const encoding of ["base64", "base64url"] as const) {
    // Within other bytes it begins at any of three places of a group; its ends depend on them.
    for (const before of [0, 1, 2]) {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString(encoding);
      forms.push(text.replace(/=+$/, "").slice(before === 0 ? 0 : 4, -4));
    }
  }
  return forms;
}

/** The same for text: as it is, as a string of JSON or of HTML, in an address, and its bytes. */
function textForms(text: string): string[] {
  const html = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const json = JSON.stringify(text).slice(1, -1);
  const inPage = json.replace(/[&<>]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`);
  const form = new URLSearchParams({ v: text }).toString().slice(2);
  return [
    text,
    json,
    inPage,
    html,
    encodeURIComponent(text),
    form,
    ...bytesForms(Buffer.from(text)),
  ];
}

const unique = (forms: string[]) => [...new Set(forms)].filter(({ length }) => length >= 16);

async function staticFiles(folder = join(root, ".next/static")): Promise<Document[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return { at: path, text: await readFile(path, "latin1") };
    }),
  );
}

const pages = [
  ...["/", "/signin", "/signin?error=Callback", "/connect", "/memories", "/memories/new"],
  ...["/tags", "/trash", "/settings", "/activity", "/problems/not-found", "/no-such-page"],
];

/** Everything a person does, and much that goes wrong. @returns the session's cookie */
async function live(browser: HttpBrowser): Promise<string> {
  await browser.signIn(sandbox, "wanjiru");
  for (const { id } of await sandbox.control.requests()) {
    await sandbox.control.decide(id, "approved");
  }
  await db().connection.updateMany({ data: { checkedAt: null } });
  await browser.json("GET", "/api/connection");
  const { title, summary, content, tag, later } = words;
  const made = await browser.json("POST", "/api/memories", {
    body: { title, summary, content, tags: [tag], source: title },
    headers: { "idempotency-key": "canary" },
  });
  const path = `/api/memories/${made.id}`;
  await browser.json("PATCH", path, { body: { content: later } });
  await browser.json("GET", `${path}/versions`);
  for (const address of [...pages, `/memories/${made.id}`, `/memories/${made.id}?edit=1`]) {
    await browser.page(address);
    await browser.page(address, { rsc: "1" });
  }
  for (const address of [
    ...["/api/connection", "/api/memories", `/api/memories?q=${encodeURIComponent(title)}`, path],
    ...["/api/memories/stream", "/api/tags", "/api/trash", "/api/preferences", "/api/activity"],
    ...["/api/tag-operations", "/api/account/sessions", "/api/account/export", "/api/health"],
    ...["/api/health/ready", "/api/auth/session", "/api/auth/providers", "/api/nothing"],
  ]) {
    await browser.json("GET", address);
  }
  await browser.json("POST", "/api/tag-operations", { body: { from: [tag], to: later } });
  await browser.json("PUT", "/api/connection/memory-key", { body: { memoryKey: later } });
  await failings(browser, path);
  await browser.json("DELETE", path);
  await browser.json("GET", "/api/trash");
  await browser.json("POST", `/api/trash/${made.id}/restore`);
  const gone = await browser.json("POST", "/api/memories", { body: { title, summary, content } });
  await browser.json("DELETE", `/api/memories/${gone.id}`);
  return browser.session();
}

/** What Memoram says then is full of secrets; so is what was sent. */
async function failings(browser: HttpBrowser, path: string): Promise<void> {
  const { apiKey, clientSecret } = settings;
  const { memoryKey, encryptionKey } = await wanjiru();
  const body = { message: `${apiKey} ${clientSecret} ${memoryKey} ${encryptionKey}`, ...words };
  for (const status of [400, 401, 403, 404, 409, 418, 422, 429, 500]) {
    sandbox.control.fail({ path: /memory-blobs|tags|auth\/token/, fault: { status, body } });
    await browser.json("GET", "/api/memories");
    await browser.json("PATCH", path, { body: { title: words.title } });
    await browser.json("POST", "/api/memories", { body: { content: words.content } });
    sandbox.control.clearFaults();
    await sandbox.control.expireTokens();
  }
  await browser.json("PATCH", path, { body: { title: words.title, __proto: words.content } });
  await browser.json("POST", "/api/memories", { raw: `{"content":"${words.title}` });
  await browser.page(`/api/auth/callback/memoram?code=${word()}&state=${word()}`);
}

async function wanjiru() {
  const person = (await sandbox.control.people()).find(({ slug }) => slug === "wanjiru");
  if (!person) throw new Error("There is no wanjiru.");
  return person;
}

/** Where a memory's words are for the person whose they are. */
const isOwnData = ({ at }: Document) =>
  /^\w+ \/api\/(memories|tags|trash|tag-operations|account\/export)/.test(at);

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string() });

/** The person's own tokens, which only our sealed copy still knows. */
async function userTokens(vaultKeys: string): Promise<string[]> {
  const { userId, userTokens: sealed } = await db().connection.findFirstOrThrow();
  const context = { table: "Connection", column: "userTokens", userId };
  const opened = await createVault(parseVaultKeys(vaultKeys)).open(sealed ?? "", context);
  return Object.values(tokensSchema.parse(JSON.parse(opened)));
}

async function learnCanaries(session: string, memoryTokens: string[]): Promise<Canary[]> {
  const { memoryKey, encryptionKey } = await wanjiru();
  const bearers = sandbox.control
    .calls()
    .map(({ headers }) => headers.authorization?.replace("Bearer ", "") ?? "")
    .filter((token) => token.split(".").length === 3);
  const text = (name: string, value: string): Canary => ({ name, forms: textForms(value) });
  return [
    text("API key", settings.apiKey),
    text("client secret", settings.clientSecret),
    ...[...new Set(bearers)].map((token, at) => text(`developer JWT ${at}`, token)),
    ...memoryTokens.map((token, at) => text(`user token ${at}`, token)),
    text("memory key", memoryKey),
    {
      name: "encryption key",
      forms: [...textForms(encryptionKey), ...bytesForms(Buffer.from(encryptionKey, "hex"))],
    },
    { name: "first vault key", forms: bytesForms(settings.firstVaultKey) },
    { name: "second vault key", forms: bytesForms(settings.secondVaultKey) },
    text("NEXTAUTH_SECRET", settings.nextAuthSecret),
    // It is given to its browser, when it signs in and when its life is prolonged.
    { ...text("session", session), belongs: ({ at }: Document) => at.endsWith(" set-cookie") },
    ...Object.entries(words).map(([name, value]) => ({
      ...text(`a memory's ${name}`, value),
      belongs: isOwnData,
    })),
  ].map((canary) => ({ ...canary, forms: unique(canary.forms) }));
}

beforeAll(async () => {
  const { apiKey, clientSecret } = settings;
  sandbox = await startSandbox({ apiKey, clientSecret, seedPeople: ["wanjiru"] });
  const vaultKeys = [settings.firstVaultKey, settings.secondVaultKey]
    .map((key, at) => `k${at}:${key.toString("base64")}`)
    .join(",");
  app = await startBuild(await wholeBuild(), 3_760, (origin) => {
    sandbox.settings.redirectUris.push(`${origin}/api/auth/callback/memoram`);
    const settingsOfApp = {
      NEXTAUTH_URL: origin,
      NEXTAUTH_SECRET: settings.nextAuthSecret,
      VAULT_KEYS: vaultKeys,
      MEMORAM_API_KEY: apiKey,
      MEMORAM_CLIENT_ID: sandbox.settings.clientId,
      MEMORAM_CLIENT_SECRET: clientSecret,
      MEMORAM_API_URL: sandbox.apiUrl,
      MEMORAM_AUTHORIZE_URL: sandbox.authorizeUrl,
      MEMORAM_DASHBOARD_URL: sandbox.dashboardUrl,
      LOG_LEVEL: "debug",
    };
    // The test looks into the same database.
    Object.assign(process.env, settingsOfApp);
    return settingsOfApp;
  });
  const browser = httpBrowser(app.origin);
  for (const address of pages) await browser.page(address);
  const session = await live(browser);
  canaries = await learnCanaries(session, await userTokens(vaultKeys));
  const dump = await dumpDatabase();
  const { documents } = browser;
  found = {
    static: await staticFiles(),
    page: documents.filter(({ at }) => at.startsWith("page ")),
    api: documents.filter(({ at }) => /^(GET|POST|PUT|PATCH|DELETE) /.test(at)),
    headers: documents.filter(({ at }) => at.startsWith("header ")),
    log: app.lines.map((text, at) => ({ at: `log line ${at + 1}`, text })),
    dump: dump.split("\n").map((text, at) => ({ at: `dump line ${at + 1}`, text })),
  };
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await sandbox?.close();
});

describe.each<[Place, number]>([
  ["static", 20],
  ["page", 40],
  ["api", 50],
  ["headers", 200],
  ["log", 20],
  ["dump", 10],
])("in %s", (place, atLeast) => {
  it("there is something to search", () => {
    expect(found[place].length).toBeGreaterThanOrEqual(atLeast);
  });

  it("no secret is where it does not belong", () => {
    const hits = found[place].flatMap((document) =>
      canaries
        .filter(({ belongs }) => !belongs?.(document))
        .filter(({ forms }) => forms.some((form) => document.text.includes(form)))
        .map(({ name }) => `${name} in ${document.at}`),
    );
    expect(hits).toEqual([]);
  });
});

it("everything that is kept sealed lies in the dump", () => {
  const tables = new Set(found.dump.map(({ text }) => text.split(" ")[0]));
  for (const table of Object.keys(sealedColumns)) expect(tables).toContain(table);
});

it("the search finds them where they belong", () => {
  const isFound = (name: string, place: Place) => {
    const { forms = [] } = canaries.find((canary) => canary.name === name) ?? {};
    return found[place].some(({ text }) => forms.some((form) => text.includes(form)));
  };
  expect(isFound("session", "headers")).toBe(true);
  for (const name of Object.keys(words)) expect(isFound(`a memory's ${name}`, "api")).toBe(true);
});

it("there are twelve of them at least, each a different one", () => {
  const names = new Set(canaries.map(({ name }) => name.replace(/^(developer JWT) \d+$/, "$1")));
  expect(names.size).toBeGreaterThanOrEqual(12);
  expect(new Set(canaries.map(({ forms }) => forms[0])).size).toBe(canaries.length);
});
