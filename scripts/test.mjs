import { enter } from "./lib/enter.mjs";

enter(new URL("./test.ts", import.meta.url), { verdict: true });
