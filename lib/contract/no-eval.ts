import { z } from "zod";

/**
 * zod compiles schemas with `new Function` where it may; in a browser our content policy forbids
 * that, and the attempt alone counts as a violation. Import this before a schema is made.
 */
if (typeof window !== "undefined") z.config({ jitless: true });
