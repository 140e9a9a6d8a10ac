// Generics, exceptions, unions, evaluation order, typed arrays: a program that uses much at once.

interface Comparable<T> { compare(other: T): number }
class Version implements Comparable<Version> { readonly parts: readonly number[]; constructor(...parts: number[]) { this.parts = parts; }
  compare(other: Version): number { for (let i = 0; i < this.parts.length; i++) { if (this.parts[i]! !== other.parts[i]!) return this.parts[i]! - other.parts[i]!; } return 0; } }
function largest<T extends Comparable<T>>(items: readonly T[]): T { let best = items[0]!; for (const each of items) if (each.compare(best) > 0) best = each; return best; }
function mapValues<K, A, B>(m: ReadonlyMap<K, A>, f: (a: A) => B): Map<K, B> { const r = new Map<K, B>(); for (const [k, v] of m) r.set(k, f(v)); return r; }
class LinkedList<T> { #head: Cell<T> | null = null; #size = 0;
  add(x: T): this { this.#head = new Cell<T>(x, this.#head); this.#size++; return this; }
  each(f: (x: T) => void): void { for (let c = this.#head; c !== null; c = c.next) f(c.value); }
  fold<A>(seed: A, f: (a: A, x: T) => A): A { let r = seed; this.each((x) => { r = f(r, x); }); return r; }
  get size(): number { return this.#size; } }
class Cell<T> { readonly value: T; readonly next: Cell<T> | null; constructor(value: T, next: Cell<T> | null) { this.value = value; this.next = next; } }
class ParseError extends Error { readonly at: number; constructor(message: string, at: number) { super(message); this.at = at; } }
class Deep extends ParseError {}
function parse(text: string): number { let n = 0; for (let i = 0; i < text.length; i++) { const c = text.charCodeAt(i); if (c < 48 || c > 57) throw text === "deep" ? new Deep("deep", i) : new ParseError(`bad ${text.slice(i, i + 1)}`, i); n = n * 10 + c - 48; } return n; }
function attempt(text: string): string { let steps = 0; try { steps = 1; const n = parse(text); steps = 2; return `${n} ${steps}`; } catch (e) { if (e instanceof Deep) throw e; if (e instanceof ParseError) return `${e.message} at ${e.at} ${steps}`; throw e; } finally { steps += 10; log.push(`${text}:${steps}`); } }
const log: string[] = [];
type Tok = { readonly kind: "num"; readonly value: number } | { readonly kind: "op"; readonly op: string } | { readonly kind: "end" };
function lex(s: string): Tok[] { const out: Tok[] = []; for (const w of s.split(" ")) { if (w === "+" || w === "*") out.push({ kind: "op", op: w }); else out.push({ kind: "num", value: parse(w) }); } out.push({ kind: "end" }); return out; }
function showTok(t: Tok): string { switch (t.kind) { case "num": return `#${t.value}`; case "op": return t.op; case "end": return "."; } }
const PRIMES = [2, 3, 5, 7] as const;
const matrix: readonly (readonly number[])[] = [[1, 2], [3, 4]];
const ops: ReadonlyMap<string, (a: number, b: number) => number> = makeOps();
function makeOps(): Map<string, (a: number, b: number) => number> { const m = new Map<string, (a: number, b: number) => number>(); m.set("+", (a, b) => a + b); m.set("*", (a, b) => a * b); return m; }
export function start(): void {
  console.log(largest([new Version(1, 2), new Version(1, 10), new Version(1, 9)]).parts.join("."));
  const m = new Map<string, number>(); m.set("a", 1).set("b", 2);
  console.log([...mapValues(m, (v) => `<${v}>`).values()].join());
  const l = new LinkedList<number>().add(1).add(2).add(3);
  console.log(`${l.fold("", (a, x) => a + String(x))} ${l.fold(0, (a, x) => a + x)} ${l.size}`);
  for (const t of ["12", "1x", ""]) console.log(attempt(t));
  try { attempt("deep"); } catch (e) { console.log(e instanceof Deep ? `deep ${e.at} ${e.message}` : "?"); }
  console.log(log.join(" "));
  console.log(lex("1 + 23 * 4").map(showTok).join(""));
  console.log(`${PRIMES.length} ${PRIMES[2]} ${PRIMES.includes(7)} ${matrix.map((r) => r.join("")).join("/")} ${matrix[1]![0]!}`);
  console.log(`${ops.get("+")!(2, 3)} ${ops.has("-")} ${ops.get("*")?.(4, 5) ?? 0}`);
  let grid = new Array<number>(9).fill(0).map((_, i) => i);
  grid = grid.filter((x) => x % 2 === 0).concat([100]);
  console.log(grid.join());
  let x = 5; const inc = (): number => ++x; const r = [x, inc(), x, x++ + inc(), x];
  console.log(r.join());
  const view = new Uint16Array([1, 65535, 70000]); let acc = 0; for (const v of view) acc += v; view[0]! += 65535; view[1]!++;
  console.log(`${acc} ${view[0]!} ${view[1]!}`);
  const words = new BigUint64Array(2); words[0] = BigInt.asUintN(64, 0n - 1n); words[1] = words[0]! >> 60n; console.log(`${words[0]!} ${words[1]!} ${words[0]! > words[1]!} ${BigInt.asUintN(64, words[0]! * 3n + 2n)}`);
  const pairs: [string, number][] = [["x", 1], ["y", 2]];
  for (const [k, v] of pairs) console.log(k + String(v));
}
