// Keys of every kind.
class K { readonly id: number; constructor(id: number) { this.id = id; } }

export function start(): void {
  const numbers = new Map<number, string>();
  for (const n of [0, -1, 1, 4294967296, 9007199254740991, -9007199254740991, 0]) numbers.set(n, `${n}`);
  console.log(`${numbers.size} ${numbers.get(4294967296)!} ${numbers.has(2)} ${numbers.get(-1)!}`);
  const words = new Map<bigint, number>();
  for (const w of [0n, 1n, 0xffff_ffff_ffff_ffffn, 0x1_0000_0000n, 1n]) words.set(w, Number(w & 0xffn));
  console.log(`${words.size} ${words.get(0xffff_ffff_ffff_ffffn)!} ${words.has(2n)}`);
  const flags = new Map<boolean, string>();
  flags.set(true, "yes").set(false, "no").set(1 > 0, "still yes");
  console.log(`${flags.size} ${flags.get(true)!} ${flags.get(false)!}`);
  const [a, b] = [new K(1), new K(1)];
  const objects = new Map<K, number>();
  objects.set(a, 1).set(b, 2);
  console.log(`${objects.size} ${objects.get(a)!} ${objects.get(b)!} ${objects.has(new K(1))}`);
}
