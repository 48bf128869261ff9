import "@/lib/contract/no-eval";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import {
  type Preferences,
  preferencesSchema,
  type UpdatePreferences,
} from "@/lib/contract/preferences";
import { fetchJson } from "./fetch-json";
import { queryKeys } from "./query-keys";

const PATH = "/api/preferences";

/** `GET /api/preferences`: what this person has chosen. */
export function usePreferences() {
  return useQuery({
    queryKey: queryKeys.preferences(),
    queryFn: async ({ signal }) =>
      (await fetchJson(PATH, { schema: preferencesSchema, signal })).data,
  });
}

/** `PATCH /api/preferences`. The choice shows at once, and the older one again when it is refused. */
export function useUpdatePreferences() {
  const client = useQueryClient();
  const queryKey = queryKeys.preferences();
  return useMutation({
    mutationFn: async (body: UpdatePreferences) =>
      (await fetchJson(PATH, { schema: preferencesSchema, method: "PATCH", body })).data,
    onMutate: async (change) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData<Preferences>(queryKey);
      if (before) client.setQueryData<Preferences>(queryKey, { ...before, ...change });
      return { before };
    },
    onError: (_error, _change, context) => {
      if (context?.before) client.setQueryData(queryKey, context.before);
    },
    onSuccess: (saved) => client.setQueryData(queryKey, saved),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
