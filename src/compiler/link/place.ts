// Puts things one behind the other: where each is, and where the last one ends.

export interface Placed<T> {
  readonly offset: number;
  readonly what: T;
}

export interface Places<T> {
  /** In the order of their offsets. */
  readonly placed: Placed<T>[];
  readonly end: number;
}

const roundUp = (value: number, multiple: number): number =>
  Math.ceil(value / multiple) * multiple;

export function place<T>(
  what: readonly T[], start: number, sizeOf: (one: T) => number, alignmentOf: (one: T) => number,
): Places<T> {
  let end = start;
  const placed = what.map((one) => {
    const offset = roundUp(end, alignmentOf(one));
    end = offset + sizeOf(one);
    return { offset, what: one };
  });
  return { placed, end };
}

/**
 * The same, in order but for those whose alignment is above `usual`: each of them waits until the
 * next of the others would reach beyond its place, so that what is before it is not a gap.
 */
export function placeWithAligned<T>(
  what: readonly T[], start: number, sizeOf: (one: T) => number, alignmentOf: (one: T) => number,
  usual: number,
): Places<T> {
  const aligned = what.filter((one) => alignmentOf(one) > usual);
  const inOrder: T[] = [];
  let end = start;
  const put = (one: T): void => {
    inOrder.push(one);
    end = roundUp(end, alignmentOf(one)) + sizeOf(one);
  };
  for (const one of what.filter((each) => alignmentOf(each) <= usual)) {
    for (let next = aligned[0]; next !== undefined; next = aligned[0]) {
      const behind = roundUp(end, alignmentOf(one)) + sizeOf(one);
      if (behind <= roundUp(end, alignmentOf(next))) break;
      put(next);
      aligned.shift();
    }
    put(one);
  }
  for (const each of aligned) put(each);
  return place(inOrder, start, sizeOf, alignmentOf);
}
