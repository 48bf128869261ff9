import { enter } from "./lib/enter.mjs";

enter(new URL("./build.ts", import.meta.url), { install: false });
