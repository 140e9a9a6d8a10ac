// How accesses are drawn.

import type { Random } from "../../words";
import { read, write, type Access } from "../step";
import type { Drawn } from "../subject";

export const SIZES = [1, 2, 4, 8] as const;

export const oneOf = <T>(random: Random, of: readonly T[]): T => of[random.below(of.length)]!;

export const drawBytes = (random: Random, length: number): number[] => Array.from({ length }, () => random.below(256));

export const draw64 = (random: Random): bigint => (BigInt(random.next()) << 32n) | BigInt(random.next());

/** An access of `bytes` to a device of 32-bit registers, of which QEMU has no lanes. */
export function laned(access: Access): Drawn {
  const lane = access.at % 4;
  if (access.bytes >= 4 || lane === 0) return { step: access };
  const [at, shift] = [access.at - lane, BigInt(8 * lane)];
  if (access.do === "write") return { step: access, erratum: "narrow accesses", asked: [write(at, access.value << shift)] };
  const correct = (answer: bigint): bigint => BigInt.asUintN(8 * access.bytes, answer >> shift);
  return { step: access, erratum: "narrow accesses", asked: [read(at)], correct };
}

/** A read of `at`, or around it, of any size. */
export function anyRead(random: Random, at: number): Access {
  const bytes = oneOf(random, SIZES);
  const within = bytes < 4 ? bytes * random.below(4 / bytes) : 0;
  return read(bytes === 8 ? at - (at % 8) : at + within, bytes);
}

/** A write of a part of the 32 bits at `at`, or of all of them. */
export function anyWrite(random: Random, at: number, value: number): Access {
  const bytes = oneOf(random, [1, 2, 4, 4, 4]);
  return write(at + bytes * random.below(4 / bytes), value, bytes);
}
