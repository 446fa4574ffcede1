/**
 * The order of sections after one of them was put behind another.
 * @param ids in their order now
 * @param afterId null: to the very beginning
 * @returns the new order; the same array when nothing moves, null when `afterId` is not among them
 */
export function movedBehind(ids: readonly string[], id: string, afterId: string | null): readonly string[] | null {
  if (afterId === id) return ids;
  const rest = ids.filter((other) => other !== id);
  const index = afterId === null ? 0 : rest.indexOf(afterId) + 1;
  if (afterId !== null && index === 0) return null;
  return [...rest.slice(0, index), id, ...rest.slice(index)];
}
