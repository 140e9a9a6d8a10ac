// What modules.ts imports: variables, a table, static members.

export const LIMIT = 3 * 7;
export let counter = 0;
export function bump(): void { counter++; }
interface Row { readonly name: string; readonly cost: number }
export const TABLE: readonly Row[] = [{ name: "a", cost: 1 }, { cost: 2, name: "b" }];
export class Registry {
  static #items: string[] = [];
  static readonly start = 5;
  static add(s: string): void { Registry.#items.push(s); }
  static get size(): number { return Registry.#items.length + Registry.start; }
  static get last(): Registry { return new Registry(); }
  readonly count = Registry.#items.length;
  static get all(): readonly string[] { return Registry.#items; }
}
