import "server-only";
import { beginChain } from "@/lib/db/activity/append";
import type { Prisma } from "@/lib/db/generated/client";
import type { UserModel } from "@/lib/db/generated/models";
import { inTransaction } from "@/lib/db/transaction";

/** Makes a person together with the beginning of their chain of activity. */
export function createPerson(data: Prisma.UserCreateInput = {}): Promise<UserModel> {
  return inTransaction(async (within) => {
    const person = await within.user.create({ data });
    await beginChain(within, person.id, person.createdAt);
    return person;
  });
}
