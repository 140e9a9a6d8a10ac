// Where a key belongs in a part of an array that is sorted: from a place near to which it is
// expected, in steps of 1, 3, 7, 15 ..., and then by halves of the last step.

/** How many elements of the part are less than the key. `hint` counts from its start. */
export function gallopLeft<T>(
  array: readonly T[], key: T, base: number, length: number, hint: number,
  compare: (a: T, b: T) => number,
): number {
  const at = base + hint;
  let near = 0;
  let far = 1;
  let low = 0;
  let high = 0;
  if (compare(array[at]!, key) < 0) {
    const most = length - hint;
    while (far < most && compare(array[at + far]!, key) < 0) {
      near = far;
      far = 2 * far + 1;
    }
    low = hint + near + 1;
    high = hint + Math.min(far, most);
  } else {
    const most = hint + 1;
    while (far < most && compare(array[at - far]!, key) >= 0) {
      near = far;
      far = 2 * far + 1;
    }
    low = hint - Math.min(far, most) + 1;
    high = hint - near;
  }
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    if (compare(array[base + middle]!, key) < 0) low = middle + 1;
    else high = middle;
  }
  return high;
}

/** How many elements of the part are less than the key or equal to it. */
export function gallopRight<T>(
  array: readonly T[], key: T, base: number, length: number, hint: number,
  compare: (a: T, b: T) => number,
): number {
  const at = base + hint;
  let near = 0;
  let far = 1;
  let low = 0;
  let high = 0;
  if (compare(key, array[at]!) < 0) {
    const most = hint + 1;
    while (far < most && compare(key, array[at - far]!) < 0) {
      near = far;
      far = 2 * far + 1;
    }
    low = hint - Math.min(far, most) + 1;
    high = hint - near;
  } else {
    const most = length - hint;
    while (far < most && compare(key, array[at + far]!) >= 0) {
      near = far;
      far = 2 * far + 1;
    }
    low = hint + near + 1;
    high = hint + Math.min(far, most);
  }
  while (low < high) {
    const middle = low + ((high - low) >> 1);
    if (compare(key, array[base + middle]!) < 0) high = middle;
    else low = middle + 1;
  }
  return high;
}
