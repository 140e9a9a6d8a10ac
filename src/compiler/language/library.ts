// The library: every member that kernel TypeScript has, and no other. The declarations that the
// checker reads are made from these rows (lib-text.ts), so that what is not here does not
// type-check; the front end reads what each lowers to.

import { ARRAY, READONLY_ARRAY } from "./library/arrays";
import { MAP, READONLY_MAP, READONLY_SET, SET } from "./library/collections";
import type { LibraryType, Lowering, MemberRow } from "./library/member";
import { CONSOLE, ERROR, MATH } from "./library/rest";
import { BIGINT, BOOLEAN, NUMBER, STRING } from "./library/text";
import { TYPED_ARRAYS } from "./library/typed-arrays";
import type { Trap } from "../ir/operation";

export const LIBRARY: readonly LibraryType[] = [
  STRING, NUMBER, BIGINT, BOOLEAN, ARRAY, READONLY_ARRAY, ...TYPED_ARRAYS, MAP, READONLY_MAP, SET,
    READONLY_SET, ERROR, MATH, CONSOLE,
];

/** Members of objects that have no constructor: `Math.min`, not `new Math`. */
export const NAMESPACES: readonly string[] = [MATH.name, CONSOLE.name];

export interface Member {
  /** "Array.prototype.push", "Math.min", "new Map", "Number()". */
  readonly name: string;
  readonly type: LibraryType;
  readonly signature: string;
  readonly lowersTo: Lowering;
  readonly traps: readonly Trap[];
  readonly doc: string;
}

function titleOf({ name: type }: LibraryType, isStatic: boolean, [name]: MemberRow): string {
  if (!isStatic) return `${type}.prototype.${name}`;
  return name === "new" ? `new ${type}` : name === "call" ? `${type}()` : `${type}.${name}`;
}

function membersOf(type: LibraryType): Member[] {
  const read = (row: MemberRow, isStatic: boolean): Member => {
    const [, signature, lowersTo, traps, doc] = row;
    return { name: titleOf(type, isStatic, row), type, signature, lowersTo, traps, doc };
  };
  return [...type.instance.map((row) => read(row, false)), ...type.statics
    .map((row) => read(row, true))];
}

/** Every member, an overload a row. */
export function libraryMembers(): readonly Member[] {
  return LIBRARY.flatMap(membersOf);
}

let byName: ReadonlyMap<string, Member> | undefined;

/**
 * By "Array.prototype.push" and the like; of overloads, the last. Undefined if the language has it
 * not.
 */
export function libraryMember(name: string): Member | undefined {
  byName ??= new Map(libraryMembers().map((member) => [member.name, member]));
  return byName.get(name);
}

export function libraryType(name: string): LibraryType | undefined {
  return LIBRARY.find((type) => type.name === name);
}
