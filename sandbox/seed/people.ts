import { noor } from "./noor/noor";
import { priya } from "./priya/priya";
import type { SeedPerson } from "./seed-memory";
import { tomas } from "./tomas";
import { wanjiru } from "./wanjiru";

/** The demo people, in the order in which the pages offer them. */
export const seedPeople: readonly SeedPerson[] = [noor, tomas, priya, wanjiru];
