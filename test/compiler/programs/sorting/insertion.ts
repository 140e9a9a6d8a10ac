// The sort that chapter 7 proves things about: no check is left in it.

function sort(a: number[]): void {
  for (let i = 1; i < a.length; i++) {
    const x = a[i]!;
    let j = i - 1;
    while (j >= 0 && a[j]! > x) {
      a[j + 1] = a[j]!;
      j--;
    }
    a[j + 1] = x;
  }
}

export function start(): void {
  const numbers = [5, 3, 8, 1, 9, 2, 7];
  sort(numbers);
  console.log(numbers.join(" "));
}
