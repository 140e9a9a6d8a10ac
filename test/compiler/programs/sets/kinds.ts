// Sets of strings, words, booleans, objects.
class O { x = 1; }

export function start(): void {
  const strings = new Set<string>();
  for (const w of "a b a c b a".split(" ")) strings.add(w + "!");
  console.log(`${strings.size} ${[...strings].join(" ")}`);
  const words = new Set<bigint>();
  words.add(1n).add(BigInt(1)).add(0xffff_ffff_ffff_ffffn);
  console.log(`${words.size} ${words.has(1n)}`);
  const flags = new Set<boolean>();
  flags.add(true).add(!false);
  console.log(`${flags.size}`);
  const o = new O();
  const objects = new Set<O>();
  objects.add(o).add(o).add(new O());
  console.log(`${objects.size} ${objects.has(o)} ${objects.has(new O())}`);
}
