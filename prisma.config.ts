import { defineConfig } from "prisma/config";

// `prisma generate` asks for a native schema engine that it then does not use;
// naming any executable keeps it from downloading one.
if (process.argv.includes("generate")) {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
}

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
