// Minus zero cannot be told from zero.
function zero(): number {
  return -7 % 7;
}

export function start(): void {
  const z = zero();
  const negated = -z;
  console.log(`${z} ${negated} ${z === negated} ${z * -1} ${0 * -5} ${Math.trunc(-1 / 2)}`);
  console.log(`${z < negated} ${z > negated} ${Math.min(z, negated)} ${Math.max(z, negated)} ${Math.abs(negated)}`);
  console.log(`${String(negated)} ${negated.toString(2)} ${BigInt(negated)} ${[negated].indexOf(0)} ${[0].includes(negated)}`);
  const m = new Map<number, string>();
  m.set(negated, "zero");
  console.log(`${m.has(0)} ${m.get(0)!}`);
}
