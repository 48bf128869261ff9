/** Which memory to show once `id` is gone: the one below, else the one above; null when none is. */
export function neighbourOf(memories: readonly { id: string }[], id: string): string | null {
  const index = memories.findIndex((memory) => memory.id === id);
  if (index < 0) return null;
  return memories[index + 1]?.id ?? memories[index - 1]?.id ?? null;
}
