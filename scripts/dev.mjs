import { enter } from "./lib/enter.mjs";

enter(new URL("./dev.ts", import.meta.url));
