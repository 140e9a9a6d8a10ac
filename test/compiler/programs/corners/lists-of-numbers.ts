// Math.min and Math.max of one, two and more; the arguments are computed in order.
export function start(): void {
  let trail = "";
  const say = (n: number): number => { trail += `${n} `; return n; };
  console.log(`${Math.min(3, 1, 2)} ${Math.max(1, 4, 3, 4)} ${Math.min(5)} ${Math.max(-7)}`);
  console.log(`${Math.max(say(1), say(3), say(2), say(-9))} ${trail}`);
}
