// Module-level values of every kind, changed while the program runs.
class Entry { hits = 0; }

let n = 1;
let text = "a";
let word = 0xffff_ffff_ffff_fff0n;
let flag = false;
let entry: Entry | null = null;
const list: string[] = ["first"];
const map = new Map<string, number>();
const bytes = new Uint8Array(4);
const entries = [new Entry(), new Entry()];
const double = (x: number): number => x * n;

function change(): void {
  n *= 3;
  text += text;
  word = BigInt.asUintN(64, word + 9n);
  flag = !flag;
  entry ??= entries[1]!;
  entry.hits++;
  list.push(text);
  map.set(text, n);
  bytes[n % 4] = n;
}

export function start(): void {
  for (let i = 0; i < 3; i++) {
    change();
    console.log(`${n} ${text} ${word} ${flag} ${entry === entries[1]!} ${entries[1]!.hits} ${list.join()} ${map.size} ${bytes[1]!} ${bytes[3]!} ${double(2)}`);
  }
}
