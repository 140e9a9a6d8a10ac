// What a vector does to a program: its lines executed with names in place of values.

import type { ForeignException } from "../questions";
import { type Line, OTHERS, type Vector, type VectorVariant } from "./variant";

/** What no program had: what the handler leaves, or was in memory. */
const STRANGE = "?";

export function spoiledBy(variant: VectorVariant, { vector, changes, nested }: ForeignException): string[] {
  const { registers, savedPc, savedStatus, bytes } = variant;
  const holds = new Map<string, string>([...registers.map((name) => [name, name] as const), [savedPc, "pc"], [savedStatus, "status"]]);
  const memory = new Map<number, string>();
  let sp = 0;
  const execute = (line: Line): void => {
    switch (line.op) {
      case "store": return line.registers.forEach((name, i) => memory.set(sp + line.at + i * bytes, holds.get(name)!));
      case "load": return line.registers.forEach((name, i) => holds.set(name, memory.get(sp + line.at + i * bytes) ?? STRANGE));
      case "copy": return void holds.set(line.to, holds.get(line.from)!);
      case "make room": sp -= line.bytes; return;
      case "give back": sp += line.bytes; return;
      case "call": return [...changes, ...(nested ? [savedPc, savedStatus] : [])].forEach((name) => holds.set(name, STRANGE));
      case "return": return;
    }
  };
  vectorCalled(variant, vector).lines.forEach(execute);
  const isWrong: Readonly<Record<(typeof OTHERS)[number], boolean>> = {
    sp: sp !== 0, stack: [...memory.keys()].some((at) => at >= 0), pc: holds.get(savedPc) !== "pc", status: holds.get(savedStatus) !== "status",
  };
  return [...registers.filter((name) => holds.get(name) !== name), ...OTHERS.filter((name) => isWrong[name])];
}

export function vectorCalled({ vectors }: VectorVariant, name: string): Vector {
  return vectors.find((vector) => vector.name === name)!;
}

/** By when it is wrong: always, if the handler changes it, if another exception is taken meanwhile. */
export function whenWrong(variant: VectorVariant, vector: string): { always: string[]; changed: string[]; nested: string[] } {
  const always = spoiledBy(variant, { vector, changes: [], nested: false });
  const more = (exception: Omit<ForeignException, "vector">): string[] => spoiledBy(variant, { vector, ...exception }).filter((name) => !always.includes(name));
  return { always, changed: more({ changes: variant.registers, nested: false }), nested: more({ changes: [], nested: true }) };
}
