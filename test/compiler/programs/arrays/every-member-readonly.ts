// Every member of a ReadonlyArray, of numbers, strings and objects.
class Item { readonly id: number; constructor(id: number) { this.id = id; } }

function numbers(a: readonly number[]): void {
  console.log(`${a.length} ${a.slice(1).join()} ${a.concat([9]).join()} ${a.indexOf(2)} ${a.includes(3)} ${a.map((n) => n + 1).join("")}`);
  let line = "";
  a.forEach((n, i) => { line += `${i}${n} `; });
  console.log(`${line}${a.filter((n) => n !== 2).join()} ${a.some((n) => n > 2)} ${a.every((n) => n > 2)} ${a.findIndex((n) => n === 2)} ${a.reduce((s, n) => s * 10 + n, 0)}`);
}

function items(a: readonly Item[]): string {
  return `${a.find((item) => item.id > 1)?.id ?? -1} ${a.filter((item) => item.id < 3).length} ${a.includes(a[0]!)}`;
}

export function start(): void {
  numbers([1, 2, 3]);
  numbers([]);
  numbers([2, 2]);
  console.log(`${items([new Item(1), new Item(2), new Item(3)])} ${items([new Item(0)])}`);
}
