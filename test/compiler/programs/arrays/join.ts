// join of every primitive.
export function start(): void {
  console.log([1, -2, 3].join());
  console.log([1, -2, 3].join(""));
  console.log([1n, 0xffff_ffff_ffff_ffffn].join(" + "));
  console.log([true, false].join("/"));
  console.log(["a", "", "b"].join("--"));
  const none: number[] = [];
  console.log(`[${none.join(", ")}]`);
  console.log(new Array<number>(20).fill(7).join(""));
}
