// Quicksort of 50,000 pseudo-random numbers, Hoare's partition.

function sort(values: Int32Array, low: number, high: number): void {
  if (low >= high) return;
  const pivot = values[(low + high) >> 1]!;
  let i = low;
  let j = high;
  while (i <= j) {
    while (values[i]! < pivot) i++;
    while (values[j]! > pivot) j--;
    if (i <= j) {
      const held = values[i]!;
      values[i] = values[j]!;
      values[j] = held;
      i++;
      j--;
    }
  }
  sort(values, low, j);
  sort(values, i, high);
}

export function start(): void {
  const values = new Int32Array(50_000);
  let seed = 12345;
  for (let i = 0; i < values.length; i++) {
    seed = (Math.imul(seed, 1103515245) + 12345) | 0;
    values[i] = seed >> 4;
  }
  sort(values, 0, values.length - 1);
  let sum = 0;
  for (const value of values) sum = (Math.imul(sum, 31) + value) | 0;
  console.log(`${sum >>> 0}`);
}
