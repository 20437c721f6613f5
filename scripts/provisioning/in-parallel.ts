/** Does the work for each item, at most `most` at a time. */
export async function inParallel<T>(items: readonly T[], most: number, work: (item: T) => Promise<void>): Promise<void> {
  const left = items.values();
  const take = async (): Promise<void> => {
    // one iterator for all: each item is taken once
    for (const item of left) await work(item);
  };
  await Promise.all(Array.from({ length: most }, take));
}
