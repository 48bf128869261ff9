import { noor } from "./noor";
import { priya } from "./priya";
import type { SeedPerson } from "./seed-memory";
import { tomas } from "./tomas";
import { wanjiru } from "./wanjiru";

/** The demo people, in the order in which the pages offer them. */
export const seedPeople: readonly SeedPerson[] = [noor, tomas, priya, wanjiru];
