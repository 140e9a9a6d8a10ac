// What QEMU is asked, and where its answers depart from the manual.

import { Random } from "../../../../oracle/words";
import { translate } from "../model";
import { expectedPAR, faultStatus, isUncached } from "../par";
import { bit, bits, type Outcome, type World } from "../world";
import { type DrawnWorld, drawWorld, RAM } from "../worlds";
import { type Answer, isNowhere, OPERATIONS, type Question } from "./qemu";

/** `count` addresses of the world of that seed, none of which leads a walk to the board's devices. */
export function questionOf(seed: number, count: number): Question {
  const world = drawWorld(seed);
  const random = new Random(0x1000_0000 + seed);
  const addresses: bigint[] = [];
  while (addresses.length < count) {
    const address = world.drawAddress(random);
    if (descriptorsOf(world, address).every(({ at }) => isIn(at) || isNowhere(at))) addresses.push(address);
  }
  return { world, addresses };
}

const isIn = (address: bigint): boolean => address >= BigInt(RAM.base) && address < BigInt(RAM.base + RAM.bytes);

interface Met {
  readonly at: bigint;
  readonly value: bigint | undefined;
}

/** What a walk reads. */
function descriptorsOf(world: World, address: bigint): Met[] {
  const met: Met[] = [];
  const read = (at: bigint): bigint | undefined => {
    met.push({ at, value: world.read(at) });
    return met[met.length - 1]!.value;
  };
  translate({ ...world, read }, address, { kind: "read", level: 1 });
  return met;
}

/** What is wrong with the answer of one address, a line for each operation. */
export function differences(world: DrawnWorld, address: bigint, answer: Answer): string[] {
  if (isBlockTooHigh(world, address)) return [];
  return OPERATIONS.flatMap((operation, i) => {
    const outcome = translate({ ...world, PAN: world.PAN && operation.respectsPAN }, address, operation);
    const problem = difference(outcome, answer[i]!);
    return problem === undefined ? [] : [`${operation.name} 0x${address.toString(16)}: ${problem}`];
  });
}

function difference(outcome: Outcome, answer: bigint): string | undefined {
  if (outcome.kind === "fault" && outcome.fault === "external") {
    const ESR = answer >> 12n;
    const isAbort = bits(answer, 11, 0) === 0n && bits(ESR, 31, 26) === DATA_ABORT_SAME_EL && bit(ESR, CM) && bit(ESR, WnR);
    return isAbort && bits(ESR, 5, 0) === BigInt(faultStatus(outcome)) ? undefined : `no external abort: ${answer.toString(16)}`;
  }
  const { value, mask } = expectedPAR(outcome);
  const counts = hasRawShareability(outcome) ? mask & ~SH : mask;
  return ((answer ^ value) & counts) === 0n ? undefined : `PAR_EL1 0x${answer.toString(16)}, not 0x${value.toString(16)}`;
}

const DATA_ABORT_SAME_EL = 0x25n;
const CM = 8;
const WnR = 6;
const SH = 3n << 7n;

/**
 * QEMU 7.2 leaves the descriptor's SH in PAR_EL1 where memory is Device or uncached; the manual has 0b10 there
 * ("PAR_EL1", field SH).
 */
const hasRawShareability = (outcome: Outcome): boolean => outcome.kind === "mapped" && isUncached(outcome.memory);

/**
 * QEMU 7.2 takes a block descriptor at any level but 3; the manual has none at level 0, nor at level 1 where the granule
 * is not 4 KiB ("VMSAv8-64 descriptor formats"), and such a descriptor is invalid.
 */
function isBlockTooHigh(world: World, address: bigint): boolean {
  const outcome = translate(world, address, { kind: "read", level: 1 });
  if (outcome.kind !== "fault" || outcome.fault !== "translation" || outcome.level > 1) return false;
  const last = descriptorsOf(world, address).pop();
  return last?.value !== undefined && bits(last.value, 1, 0) === 1n;
}
