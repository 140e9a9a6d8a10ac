// The second bank, in its first blocks. The generator keeps what should be in them, to know which bits QEMU may be told
// to program.

import { CFI_BLOCK, CFI_COMMAND, CFI_QUERY } from "../../../../src/formats/devices/cfi-flash";
import { CfiFlash } from "../../../../src/machine/devices/cfi-flash/cfi-flash";
import type { Random } from "../../words";
import { read, write, type Access } from "../step";
import type { Drawn, Subject } from "../subject";
import { oneOf, SIZES } from "./drawing";

const STEPS = 1500;
const BLOCKS = 3;
/** Programming stays in a few bytes of a block, so that words are met again. */
const PROGRAMMED = 0x100;
/** Where they begin: in the first 4 KiB, and beyond. */
const AREAS = [0, 0x2000] as const;
const LONGEST_BUFFER = 12;
const LAST_QUERY_WORD = CFI_QUERY.at(-1)![0] + 8;
const NOT_COMMANDS = [0x00, 0x01, 0x28, 0x55, 0xaa, 0xb0, 0xc0, 0xd0, 0xf0];

/** In the place of a confirmation. */
const NOT_CONFIRMED = [0x00, 0x20, 0x70, 0xf0];

export const CFI_FLASH_SUBJECT: Subject = {
  name: "cfi-flash",
  options: [],
  base: 0x0400_0000,
  ours: () => ({ device: new CfiFlash() }),
  draw(random) {
    const world: World = { bytes: Array.from({ length: BLOCKS }, () => new Uint8Array(CFI_BLOCK)) };
    return Array.from({ length: STEPS }, () => drawStep(random, world)).flat();
  },
};

interface World {
  readonly bytes: readonly Uint8Array[];
}

const ARRAY: Drawn = { step: write(0, CFI_COMMAND.READ_ARRAY) };

/** Both chips hear it, at any word of `block`. */
function command(random: Random, value: number, block = random.below(BLOCKS)): Drawn {
  const bytes = oneOf(random, [1, 2, 4]);
  return { step: write(block * CFI_BLOCK + 4 * random.below(0x40), value | (value << 16), bytes) };
}

function drawStep(random: Random, world: World): Drawn[] {
  switch (random.below(11)) {
    case 0: return erase(random, world);
    case 1: case 2: return program(random, world);
    case 3: case 4: return buffer(random, world);
    case 5: return [command(random, CFI_COMMAND.READ_STATUS), ...answers(random), ARRAY];
    case 6: return [command(random, CFI_COMMAND.READ_IDENTIFIER), ...answers(random), ...answers(random), ARRAY];
    case 7: return query(random);
    case 8: return lock(random);
    case 9: return [clearStatus(random), ...contents(random)];
    default: return [command(random, oneOf(random, NOT_COMMANDS)), ...contents(random)];
  }
}

/** Reads of the array. */
const contents = (random: Random): Drawn[] => Array.from({ length: 3 }, () => {
  const bytes = oneOf(random, SIZES);
  return { step: read(random.below(BLOCKS) * CFI_BLOCK + oneOf(random, AREAS) + bytes * random.below(PROGRAMMED / bytes), bytes) };
});

/** Reads of what is not the array. Of an odd byte, QEMU has the even one. */
function answers(random: Random): Drawn[] {
  const bytes = oneOf(random, SIZES);
  const at = random.below(BLOCKS) * CFI_BLOCK + bytes * random.below(0x200 / bytes);
  if (bytes !== 1 || at % 2 === 0) return [{ step: read(at, bytes) }];
  return [{ step: read(at, 1), erratum: "narrow accesses", asked: [read(at - (at % 4))], correct: (answer) => (answer >> 8n) & 0xffn }];
}

function erase(random: Random, world: World): Drawn[] {
  const block = random.below(BLOCKS);
  if (random.below(4) === 0) return notACommand(random, CFI_COMMAND.ERASE);
  world.bytes[block]!.fill(0xff);
  return [command(random, CFI_COMMAND.ERASE, block), ...answers(random), command(random, CFI_COMMAND.CONFIRM, block), ...answers(random), ARRAY, ...contents(random)];
}

function program(random: Random, world: World): Drawn[] {
  const first = command(random, oneOf(random, [CFI_COMMAND.PROGRAM, CFI_COMMAND.PROGRAM_OTHER]));
  return [first, ...answers(random), word(random, world, random.below(BLOCKS), oneOf(random, AREAS)), ...answers(random), ARRAY, ...contents(random)];
}

/** A word to program. Bits that are 0 stay so, which QEMU must be told. */
function word(random: Random, world: World, block: number, area: number): Drawn {
  const bytes = oneOf(random, [1, 2, 4, 4]);
  const at = area + bytes * random.below(PROGRAMMED / bytes);
  const view = new DataView(world.bytes[block]!.buffer);
  let value = 0;
  const asked = random.next();
  for (let i = 0; i < bytes; i++) {
    const byte = view.getUint8(at + i) & (asked >>> (8 * i));
    view.setUint8(at + i, byte);
    value |= byte << (8 * i);
  }
  const place = block * CFI_BLOCK + at;
  return { step: write(place, asked, bytes), erratum: "programming sets bits", asked: [write(place, value, bytes)] };
}

/** The block is named by any of its addresses, and QEMU must be given the words'. */
function buffer(random: Random, world: World): Drawn[] {
  const block = random.below(BLOCKS);
  const area = oneOf(random, AREAS);
  const length = 1 + random.below(LONGEST_BUFFER);
  const place = block * CFI_BLOCK;
  const near = (value: number): Drawn =>
    ({ step: write(place, value), erratum: "where a buffer is", asked: [write(place + area, value)] });
  const begun = [near(CFI_COMMAND.BUFFERED_PROGRAM * 0x1_0001), ...answers(random), near((length - 1) * 0x1_0001)];
  if (random.below(4) === 0) {
    const lost = Array.from({ length }, (_, i) => ({ step: write(place + area + 4 * i, random.next()) }));
    return [...begun, ...lost, command(random, oneOf(random, NOT_CONFIRMED)), clearStatus(random), ...contents(random)];
  }
  const words = Array.from({ length }, () => word(random, world, block, area));
  return [...begun, ...words, command(random, CFI_COMMAND.CONFIRM, block), ...answers(random), ARRAY, ...contents(random)];
}

/** Then another command, or the array. */
function query(random: Random): Drawn[] {
  const table = Array.from({ length: 4 }, () => ({ step: read(4 * random.below(LAST_QUERY_WORD), oneOf(random, [1, 2, 4])) }));
  const wide = { step: read(8 * random.below(LAST_QUERY_WORD / 2), 8) };
  const next = command(random, CFI_COMMAND.READ_STATUS);
  const left: Drawn = { ...next, erratum: "leaving the query", asked: [ARRAY.step, next.step] };
  return [command(random, CFI_COMMAND.READ_QUERY), ...table, wide, ...(random.below(2) === 0 ? [left, ...answers(random)] : []), ARRAY];
}

function lock(random: Random): Drawn[] {
  if (random.below(4) === 0) return notACommand(random, CFI_COMMAND.LOCK);
  const second = oneOf(random, [CFI_COMMAND.LOCK_BLOCK, CFI_COMMAND.CONFIRM]);
  return [command(random, CFI_COMMAND.LOCK), ...answers(random), command(random, second), ...answers(random), ARRAY];
}

/** The status says so, and QEMU's does not; it is cleared again before anybody looks. */
function notACommand(random: Random, first: number): Drawn[] {
  const second = oneOf(random, NOT_CONFIRMED);
  return [command(random, first), command(random, second)]
    .map(({ step }): Drawn => ({ step, erratum: "not a command", asked: [] }))
    .concat(clearStatus(random), ...contents(random));
}

function clearStatus(random: Random): Drawn {
  const { step } = command(random, CFI_COMMAND.CLEAR_STATUS);
  const ready: Access[] = [CFI_COMMAND.LOCK, CFI_COMMAND.CONFIRM, CFI_COMMAND.READ_ARRAY].map((value) => write(0, value));
  return { step, erratum: "status of a bank", asked: [step, ...ready] };
}
