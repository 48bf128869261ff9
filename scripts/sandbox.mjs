import { enter } from "./lib/enter.mjs";

enter(new URL("./sandbox.ts", import.meta.url));
