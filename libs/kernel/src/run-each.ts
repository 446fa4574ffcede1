/**
 * Does a round's work for one item after the other. One that fails keeps none of the others from its turn; the round fails in the end, so
 * that it is tried again and seen.
 * @param signal ends the round before the next item
 * @throws the error of the one that failed, or an AggregateError of all of them
 */
export async function runEach<Item>(items: readonly Item[], signal: AbortSignal, work: (item: Item) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  for (const item of items) {
    if (signal.aborted) break;
    try {
      await work(item);
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`);
}
