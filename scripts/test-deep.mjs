import { enter } from "./lib/enter.mjs";

enter(new URL("./test-deep.ts", import.meta.url), { verdict: true });
