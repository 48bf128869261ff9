import type { SeedPerson } from "../seed-memory";
import { commonTags } from "../tags";
import { home } from "./home";
import { people } from "./people";
import { recent } from "./recent";
import { travel } from "./travel";
import { work } from "./work";
import { writing } from "./writing";

/** About 60 memories of two years: the person to look around with. */
export const noor: SeedPerson = {
  slug: "noor",
  name: "Noor Haddad",
  note: "About sixty memories of two years",
  tags: Object.values(commonTags),
  memories: () => [...recent, ...travel, ...home, ...work, ...people, ...writing],
};
