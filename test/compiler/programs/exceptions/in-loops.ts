// try in loops with break and continue across, and many live values.
export function start(): void {
  let [a, b, c, d, e, f, g, h] = [1, 2, 3, 4, 5, 6, 7, 8];
  let caught = 0;
  outer: for (let i = 0; i < 6; i++) {
    for (let j = 0; j < 6; j++) {
      try {
        a += i; b += j; c ^= a; d += b & 3;
        if ((i + j) % 4 === 3) throw new Error("x");
        if (j > i) continue outer;
        e += c & 7; f += d;
        if (i === 5) break outer;
      } catch {
        caught++;
        g += caught;
        if (j === 3) continue outer;
      } finally {
        h += i * j;
      }
    }
  }
  console.log(`${a} ${b} ${c} ${d} ${e} ${f} ${g} ${h} ${caught}`);
}
