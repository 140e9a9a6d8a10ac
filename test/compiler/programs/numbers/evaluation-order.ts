// Operands are computed from left to right, whatever binds tighter.
const trace: string[] = [];

function t(name: string, value: number): number {
  trace.push(name);
  return value;
}

export function start(): void {
  const r = t("a", 1) + t("b", 2) * t("c", 3) - t("d", 4) % t("e", 3);
  console.log(`${r} ${trace.join("")}`);
  const s = t("f", 1) < t("g", 2) === t("h", 3) > t("i", 4);
  console.log(`${s} ${trace.join("")}`);
  const u = Math.max(t("j", 1), t("k", 2)) + Math.trunc(t("l", 9) / t("m", 2));
  console.log(`${u} ${trace.join("")}`);
  let x = 1;
  const v = x + (x = 5) + x;
  console.log(`${v}`);
}
