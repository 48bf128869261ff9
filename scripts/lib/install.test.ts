import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { explainInstallFailure, isInstalled } from "./install.mjs";

describe("isInstalled", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "keepsake-install-"));
    await mkdir(join(folder, "node_modules"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const write = async (wanted: object, found: object) => {
    await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
    const record = join(folder, "node_modules", ".package-lock.json");
    await writeFile(record, JSON.stringify({ packages: found }));
  };
  const wanted = {
    "": { name: "keepsake" },
    "node_modules/a": { version: "1.0.0" },
    "node_modules/b-win32-x64": { version: "2.0.0", optional: true },
  };

  test("is content with what the lock file names, without the builds for other systems", async () => {
    await write(wanted, { "node_modules/a": { version: "1.0.0" } });
    expect(isInstalled(folder)).toBe(true);
  });

  test("sees a package that is missing", async () => {
    await write(wanted, {});
    expect(isInstalled(folder)).toBe(false);
  });

  test("sees another version, of an optional package too", async () => {
    await write(wanted, { "node_modules/a": { version: "1.0.1" } });
    expect(isInstalled(folder)).toBe(false);
    await write(wanted, {
      "node_modules/a": { version: "1.0.0" },
      "node_modules/b-win32-x64": { version: "1.9.0" },
    });
    expect(isInstalled(folder)).toBe(false);
  });

  test("sees an install that was never finished", async () => {
    await writeFile(join(folder, "package-lock.json"), JSON.stringify({ packages: wanted }));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe("explainInstallFailure", () => {
  test.each([
    ["npm error code ENOTFOUND\nnpm error request to https://npm.example/x failed", "npm.example"],
    ["npm ERR! code ECONNREFUSED", "the npm registry"],
    ["npm error code E403\nnpm error 403 Forbidden - GET https://npm.example/y", "npm.example"],
  ])("names the registry that could not be reached: %j", (output, host) => {
    const sentence = explainInstallFailure(output);
    expect(sentence).toContain(`could not be downloaded from ${host}`);
    expect(sentence).not.toContain("\n");
  });

  test.each(["EUSAGE", "ENOSPC", "EACCES", "EINTEGRITY", "SELF_SIGNED_CERT_IN_CHAIN"])(
    "has one sentence for %s",
    (code) => {
      expect(explainInstallFailure(`npm error code ${code}\nmore`)).toMatch(/^[^\n]+\.$/);
    },
  );

  test("leaves what it does not know to npm's own words", () => {
    expect(explainInstallFailure("npm error code EWEIRD")).toBeUndefined();
    expect(explainInstallFailure("")).toBeUndefined();
  });
});
