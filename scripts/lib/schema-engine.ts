import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import * as glue from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { MigrationAdapterFactory } from "./migration-adapter";

/** The message of the engine's last panic; the exception that follows says only "unreachable". */
let lastPanic = "";

/**
 * Prisma's schema engine as WebAssembly: no native binary is downloaded or run, so that it also
 * works where only the package registry is reached and inside a hosted build.
 *
 * The package's own entry imports its .wasm file as a module, which Node does not do without a
 * flag; so the file is instantiated here and handed to the glue code beside it.
 */
async function instantiate(): Promise<void> {
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: {
      set_message(message: string) {
        lastPanic = message;
      },
    },
  });
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(entry.replace(/\.js$/, "_bg.wasm"));
  const functions: WebAssembly.ModuleImports = {};
  for (const [name, value] of Object.entries(glue)) {
    if (typeof value === "function") functions[name] = value;
  }
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": functions });
  const setWasm = functions.__wbg_set_wasm;
  const start = instance.exports.__wbindgen_start;
  if (typeof setWasm !== "function" || typeof start !== "function") {
    throw new Error(
      "This build of @prisma/schema-engine-wasm has another shape than the pinned one.",
    );
  }
  setWasm(instance.exports);
  start();
}

let ready: Promise<void> | undefined;

/**
 * A schema engine that speaks to its databases through `factory`.
 * Release it with `free()`; the pools behind the factory are the caller's to close.
 */
export async function createSchemaEngine(factory: MigrationAdapterFactory): Promise<SchemaEngine> {
  ready ??= instantiate();
  await ready;
  const ignoreLog = () => undefined;
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  return glue.SchemaEngine.new({ datamodels: undefined }, ignoreLog, bound);
}

/** What a thrown engine error says, without its Rust trace. A panic's text replaces "unreachable". */
export function engineMessage(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (message === "unreachable" && lastPanic !== "") return lastPanic;
  return message.split(/\n\s*0: /)[0]?.trim() ?? message;
}

/** Prisma's own code (`P3005`, `P3009` …) of an engine error, if it has one. */
export function engineCode(error: unknown): string | undefined {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    return error.code;
  }
  return undefined;
}
