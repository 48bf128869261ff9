import "server-only";
import { z } from "zod";
import { jsonOf, type MemoramHttp } from "@/lib/memoram/http";
import { optionalText, timestampSchema } from "@/lib/memoram/schemas";

/** Tag [D]; `color` is like "#FF5733". */
const tagSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  description: optionalText,
  color: optionalText,
  is_enabled: z
    .boolean()
    .nullish()
    .transform((value) => value ?? true),
  created_at: timestampSchema,
  updated_at: timestampSchema,
});
export type MemoramTag = z.infer<typeof tagSchema>;

const listSchema = z.object({ items: z.array(tagSchema) });

/** The two calls about tags [D]: Memoram has none that creates, renames or deletes one. */
export function tags(http: MemoramHttp) {
  return {
    list: async (memoramUserId: string): Promise<MemoramTag[]> => {
      const query = { user_id: memoramUserId };
      return (await http({ method: "GET", path: "/tags", query, read: jsonOf(listSchema) })).items;
    },

    read: (memoramUserId: string, id: string): Promise<MemoramTag> =>
      http({
        method: "GET",
        path: `/tags/${encodeURIComponent(id)}`,
        query: { user_id: memoramUserId },
        read: jsonOf(tagSchema),
      }),
  };
}
