import type { SeedPerson } from "./seed-memory";
import { commonTags } from "./tags";

/** About 60 memories of two years: the person to look around with. */
export const noor: SeedPerson = {
  slug: "noor",
  name: "Noor Haddad",
  note: "About sixty memories from the last two years",
  tags: Object.values(commonTags),
  memories: () => [],
};
