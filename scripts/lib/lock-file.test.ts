import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  completeLock,
  lockSchema,
  missingOptionals,
  platformOf,
  tiedToRegistry,
} from "./lock-file";
import { root } from "./paths";

const ourLock = async () => readFile(join(root, "package-lock.json"), "utf8");
const parse = (value: unknown) => lockSchema.parse(value);

describe("package-lock.json", () => {
  test("has an entry for every native build, so that npm ci passes on every system", async () => {
    expect(Object.keys(missingOptionals(parse(JSON.parse(await ourLock()))))).toEqual([]);
  });

  test("names no registry, so that everybody's own is asked", async () => {
    const lock = parse(JSON.parse(await ourLock()));
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(tiedToRegistry(lock)).toEqual([]);
  });

  test("knows the compiler's builds for Linux, macOS and Windows", async () => {
    const lock = parse(JSON.parse(await ourLock()));
    for (const build of ["linux-x64-gnu", "darwin-arm64", "win32-x64-msvc"]) {
      expect(lock.packages).toHaveProperty(`node_modules/@next/swc-${build}`);
    }
  });

  test("comes out of completion byte for byte as it is, once complete", async () => {
    expect(completeLock(await ourLock())).toBe(await ourLock());
  });
});

describe("platformOf", () => {
  test.each([
    ["@next/swc-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@next/swc-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@biomejs/cli-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
    ["@x/y-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@x/y-wasm32-wasi", { cpu: ["wasm32"] }],
    ["fsevents", {}],
  ])("%s", (name, expected) => {
    expect(platformOf(name)).toEqual(expected);
  });
});

describe("missingOptionals", () => {
  const packages = {
    "node_modules/a": {
      version: "1.0.0",
      dev: true,
      optionalDependencies: { "a-darwin-x64": "1.0.0" },
    },
    "node_modules/b/node_modules/a": {
      version: "2.0.0",
      optionalDependencies: { "a-darwin-x64": "2.0.0" },
    },
  };

  test("adds one at the top, and another version of it beside the one that wants it", () => {
    expect(missingOptionals(parse({ packages }))).toEqual({
      "node_modules/a-darwin-x64": {
        version: "1.0.0",
        os: ["darwin"],
        cpu: ["x64"],
        dev: true,
        optional: true,
      },
      "node_modules/b/node_modules/a/node_modules/a-darwin-x64": {
        version: "2.0.0",
        os: ["darwin"],
        cpu: ["x64"],
        optional: true,
      },
    });
  });

  test("is content with an entry that Node would find further up", () => {
    const there = { version: "2.0.0" };
    expect(
      missingOptionals(
        parse({
          packages: {
            "node_modules/b/node_modules/a": packages["node_modules/b/node_modules/a"],
            "node_modules/b/node_modules/a-darwin-x64": there,
          },
        }),
      ),
    ).toEqual({});
  });

  test("keeps everything else of the file, in its order", () => {
    const text = completeLock(JSON.stringify({ name: "n", lockfileVersion: 3, packages }));
    expect(Object.keys(JSON.parse(text))).toEqual(["name", "lockfileVersion", "packages"]);
    expect(Object.keys(JSON.parse(text).packages)).toEqual([
      "node_modules/a",
      "node_modules/a-darwin-x64",
      "node_modules/b/node_modules/a",
      "node_modules/b/node_modules/a/node_modules/a-darwin-x64",
    ]);
  });
});
