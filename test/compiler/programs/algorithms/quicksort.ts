// Quicksort in place.
function sort(a: number[], low: number, high: number): void {
  if (low >= high) return;
  const pivot = a[(low + high) >> 1]!;
  let [i, j] = [low, high];
  while (i <= j) {
    while (a[i]! < pivot) i++;
    while (a[j]! > pivot) j--;
    if (i <= j) {
      [a[i], a[j]] = [a[j]!, a[i]!];
      i++;
      j--;
    }
  }
  sort(a, low, j);
  sort(a, i, high);
}

export function start(): void {
  const a: number[] = [];
  let x = 1;
  for (let i = 0; i < 500; i++) {
    x = x * 16807 % 2147483647;
    a.push(x % 1000);
  }
  sort(a, 0, a.length - 1);
  let ok = true;
  for (let i = 1; i < a.length; i++) ok &&= a[i - 1]! <= a[i]!;
  console.log(`${ok} ${a.slice(0, 10).join()} ${a.slice(-10).join()}`);
}
