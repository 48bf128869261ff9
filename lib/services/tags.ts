import "server-only";
import type { Tag } from "@/lib/contract/tag";
import { withAccess } from "@/lib/services/connection/access";
import { memoram } from "@/lib/services/runtime";

/** All tags of a person, in Memoram's order. @throws AppError what `withAccess` throws. */
export function listTags(userId: string): Promise<Tag[]> {
  return withAccess(userId, "read", async ({ memoramUserId }) => {
    const tags = await memoram().tags.list(memoramUserId);
    return tags.map((tag) => ({
      id: tag.id,
      name: tag.name,
      description: tag.description,
      color: tag.color,
      isEnabled: tag.is_enabled,
      createdAt: tag.created_at,
      updatedAt: tag.updated_at,
    }));
  });
}
