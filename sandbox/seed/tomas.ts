import type { SeedPerson } from "./seed-memory";

/** Someone about whom nothing has been remembered yet. */
export const tomas: SeedPerson = {
  slug: "tomas",
  name: "Tomás Echeverría",
  note: "No memories yet",
  tags: [],
  memories: () => [],
};
