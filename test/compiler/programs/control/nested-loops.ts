// Loops whose bounds depend on each other, with many live variables.
export function start(): void {
  let [a, b, c, d, e, f, g, h] = [1, 2, 3, 4, 5, 6, 7, 8];
  let [i, j, k, l, m, n, o, p] = [9, 10, 11, 12, 13, 14, 15, 16];
  for (let x = 0; x < 7; x++) {
    for (let y = x; y < 7; y++) {
      a = (a + b * y) % 1009; b = (b + c) % 1013; c = (c ^ d) & 1023; d = (d + e * x) % 1019;
      e = (e + f) % 1021; f = (f - g) % 1031; g = (g + h) % 1033; h = (h + i) % 1039;
      i = (i ^ j) & 511; j = (j + k) % 1049; k = (k - l) % 1051; l = (l + m * 3) % 1061;
      m = (m + n) % 1063; n = (n + o) % 1069; o = (o ^ p) & 255; p = (p + a) % 1087;
    }
  }
  console.log(`${a} ${b} ${c} ${d} ${e} ${f} ${g} ${h} ${i} ${j} ${k} ${l} ${m} ${n} ${o} ${p}`);
}
