import { enter } from "./lib/enter.mjs";

enter(new URL("./typecheck.ts", import.meta.url), { install: false });
