import { beforeEach, expect, it, vi } from "vitest";
import { testSettings } from "@/scripts/test/settings";

const names = ["GITHUB_ID", "GITHUB_SECRET", "GOOGLE_ID", "GOOGLE_SECRET"];

beforeEach(() => {
  vi.resetModules();
  for (const name of names) delete process.env[name];
  Object.assign(process.env, testSettings());
});

async function providersWith(settings: Record<string, string>) {
  Object.assign(process.env, settings);
  const { furtherProviders, furtherSignIns } = await import("@/lib/auth/further-providers");
  return { providers: furtherProviders(), signIns: furtherSignIns() };
}

const github = { GITHUB_ID: "github-id", GITHUB_SECRET: "github-secret" };
const google = { GOOGLE_ID: "google-id", GOOGLE_SECRET: "google-secret" };

it.each([
  ["none", {}, []],
  ["empty ones", { GITHUB_ID: "", GITHUB_SECRET: "", GOOGLE_ID: "" }, []],
  ["GitHub's", github, ["github"]],
  ["Google's", google, ["google"]],
  ["both", { ...github, ...google }, ["github", "google"]],
])("with %s there are these sign-ins beside Memoram", async (_, settings, ids) => {
  const { providers, signIns } = await providersWith(settings);
  expect(providers.map(({ id }) => id)).toEqual(ids);
  expect(signIns.map(({ id }) => id)).toEqual(ids);
  for (const { options } of providers) expect(options).toMatchObject({ checks: ["pkce", "state"] });
});

it("tells a page names only", async () => {
  const { signIns } = await providersWith({ ...github, ...google });
  expect(signIns).toEqual([
    { id: "github", name: "GitHub" },
    { id: "google", name: "Google" },
  ]);
});

it.each(names)("half a pair is refused at start: %s alone", async (name) => {
  await expect(providersWith({ [name]: "half" })).rejects.toThrow(/other half/);
});
