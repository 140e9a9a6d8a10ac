// What a try block changed is changed in catch, finally and behind.
function may(n: number): number {
  if (n % 2 === 1) throw new Error("odd");
  return n;
}

export function start(): void {
  for (let n = 0; n < 4; n++) {
    let [a, b, s, w] = [1, 10, "", 1n];
    const list: number[] = [];
    try {
      a = 2;
      s += "t";
      list.push(a);
      b += may(n);
      a = 3;
      w = 0xffff_ffff_ffff_ffffn;
      list.push(a);
      b += may(n >> 1);
      a = 4;
    } catch {
      s += `c${a}${b}`;
      a *= 10;
    } finally {
      s += `f${a}`;
      b++;
    }
    console.log(`${n}: ${a} ${b} ${s} ${w} ${list.join()}`);
  }
}
