// The model's walk, in the order of the manual's pseudocode: AArch64.S1Translate, AArch64.S1Walk,
// AArch64.S1CheckPermissions, and AArch64.S1DisabledOutput when there is no walk.

import { memoryOf } from "./memory-type";
import { addressTop, type Parameters, parametersOf } from "./parameters";
import { isPermitted, leafAttributes, NO_TABLE, rightsOf, through } from "./permissions";
import {
  type Access, bit, bits, CHOICES, type Choices, type Faulted, type Mapped, type Memory, type Outcome, type Rights, type World,
} from "./world";

const faulted = (fault: Faulted["fault"], level: number): Faulted => ({ kind: "fault", fault, level });

export function translate(world: World, address: bigint, access: Access, choices: Choices = CHOICES): Outcome {
  const isEnabled = bit(world.SCTLR_EL1, 0);
  if (!isEnabled) return identity(world, address, access, choices);

  const walked = walk(world, address, choices);
  if (walked.kind === "fault") return walked;
  const isRefused = access.kind === "fetch" && choices.fetchFromDevice === "fault" && walked.memory.type.startsWith("Device");
  if (isRefused || !isPermitted(walked.rights, access, world)) return faulted("permission", walked.level!);
  return walked;
}

/** "The effects of disabling a stage of address translation". */
function identity(world: World, address: bigint, access: Access, choices: Choices): Outcome {
  const top = addressTop(parametersOf(world, address, choices));
  if (bits(address, top, choices.physicalBits) !== 0n) return faulted("address size", 0);
  const all: Rights = { read: true, write: true, execute: true };
  const isCached = bit(world.SCTLR_EL1, 12);
  const memory: Memory = access.kind === "fetch"
    ? { type: "Normal", attributes: isCached ? 0xaan : 0x44n, shareability: 2n }
    : { type: "Device-nGnRnE", attributes: 0n, shareability: 2n };
  const output = bits(address, choices.physicalBits - 1, 0);
  return { kind: "mapped", address: output, memory, rights: [all, all], level: undefined, isGlobal: true };
}

/** What the tables say of an address, whoever asks. */
function walk(world: World, address: bigint, choices: Choices): Faulted | Mapped {
  const parameters = parametersOf(world, address, choices);
  const TxSZ = Math.min(Math.max(parameters.TxSZ, 16), 39);
  if (TxSZ !== parameters.TxSZ && choices.badTxSZ === "fault") return faulted("translation", 0);
  const inputBits = 64 - TxSZ;
  if (isOutOfRange(address, inputBits, parameters)) return faulted("translation", 0);
  if (parameters.EPD) return faulted("translation", 0);

  const { granuleBits, outputBits } = parameters;
  const stride = granuleBits - 3;
  let level = firstLevel(inputBits, granuleBits);
  let top = inputBits - 1;
  let base = firstTable(parameters.TTBR, inputBits, level, granuleBits);
  let tables = NO_TABLE;
  if (base >> BigInt(outputBits) !== 0n) return faulted("address size", 0);

  for (;;) {
    const low = granuleBits + (3 - level) * stride;
    const descriptor = world.read(base + 8n * bits(address, top, low));
    if (descriptor === undefined) return faulted("external", level);
    const kind = kindOf(descriptor, level, granuleBits);
    if (kind === "invalid") return faulted("translation", level);
    const isLeaf = kind !== "table";
    const lowest = isLeaf ? low : granuleBits;
    base = bits(descriptor, 47, lowest) << BigInt(lowest);
    if (base >> BigInt(outputBits) !== 0n) return faulted("address size", level);
    if (isLeaf) {
      if (!bit(descriptor, 10)) return faulted("access flag", level);
      return {
        kind: "mapped", level,
        address: base | bits(address, low - 1, 0),
        memory: memoryOf(descriptor, world.MAIR_EL1),
        rights: rightsOf(leafAttributes(descriptor), tables, world),
        isGlobal: !bit(descriptor, 11),
      };
    }
    tables = through(tables, descriptor);
    level++;
    top = low - 1;
  }
}

/** AArch64.VAIsOutOfRange: the bits above the input, and below a tag, are all as bit 55. */
function isOutOfRange(address: bigint, inputBits: number, parameters: Parameters): boolean {
  const top = addressTop(parameters);
  const above = bits(address, top, inputBits);
  const ones = (1n << BigInt(top - inputBits + 1)) - 1n;
  return above !== (parameters.isUpper ? ones : 0n);
}

/** As many levels as it takes: each resolves `stride` bits, and the first what is left. */
export function firstLevel(inputBits: number, granuleBits: number): number {
  let level = 3;
  for (let resolved = 2 * granuleBits - 3; resolved < inputBits; resolved += granuleBits - 3) level--;
  return level;
}

/** Entries of the first table: fewer than a granule holds, or just as many. */
export const firstEntries = (inputBits: number, level: number, granuleBits: number): number =>
  2 ** (inputBits - granuleBits - (3 - level) * (granuleBits - 3));

/** It is aligned to its own size; what TTBR has below that is RES0. */
function firstTable(TTBR: bigint, inputBits: number, level: number, granuleBits: number): bigint {
  const size = 8n * BigInt(firstEntries(inputBits, level, granuleBits));
  const base = bits(TTBR, 47, 1) << 1n;
  return base - (base % size);
}

/** "VMSAv8-64 descriptor formats": which of them may map a block. */
function kindOf(descriptor: bigint, level: number, granuleBits: number): "invalid" | "table" | "block" | "page" {
  if (!bit(descriptor, 0)) return "invalid";
  if (bit(descriptor, 1)) return level === 3 ? "page" : "table";
  const hasBlocks = level === 2 || (level === 1 && granuleBits === 12);
  return hasBlocks ? "block" : "invalid";
}
