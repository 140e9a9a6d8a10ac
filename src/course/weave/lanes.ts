// Commands that wait for a process each: two at a time, since the least machine that we ask for has two processors.

const LANES = 2;

/** What `work` gives for each, in the order of `items`. If one fails, what is under way ends, and no other begins. */
export async function inLanes<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      try {
        results[index] = await work(items[index]!);
      } catch (fault) {
        next = items.length;
        throw fault;
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ends) if (end.status === "rejected") throw end.reason;
  return results;
}
