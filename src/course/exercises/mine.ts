// The machine's parts with the student's own in place of ours: what --mine runs on. The student's code runs here as
// any program of theirs does, with no judge and no sandbox.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UserFault } from "../../base/fault";
import type { SourceHost } from "../../compiler/front/program";
import type { CompilerParts } from "../../compiler/parts";
import { STANDARD_DEVICE_TREE_PARTS } from "../../formats/device-tree/build";
import type { DeviceTreeParts } from "../../formats/device-tree/parts";
import type { DeviceParts } from "../../machine/board/devices";
import type { BoardRules } from "../../machine/board/parts";
import { STANDARD_BOARD_RULES } from "../../machine/board/standard-parts";
import type { CpuParts } from "../../machine/cpu/parts";
import { STANDARD_PARTS } from "../../machine/cpu/standard-parts";
import type { DecoderParts } from "../../machine/decoder/parts";
import { standardParts } from "../../machine/decoder/standard-parts";
import type { GicParts } from "../../machine/devices/gic/parts";
import { STANDARD_GIC_PARTS } from "../../machine/devices/gic/standard-parts";
import type { Pl011Parts } from "../../machine/devices/pl011/parts";
import { STANDARD_PL011_PARTS } from "../../machine/devices/pl011/standard-parts";
import type { VirtioParts } from "../../machine/devices/virtio/parts";
import { STANDARD_VIRTIO_PARTS } from "../../machine/devices/virtio/standard-parts";
import type { ExceptionParts } from "../../machine/exceptions/parts";
import type { ProcessorParts } from "../../machine/exceptions/processor";
import { STANDARD_EXCEPTION_PARTS } from "../../machine/exceptions/standard-parts";
import type { JitParts } from "../../machine/jit/parts";
import type { MmuParts } from "../../machine/mmu/parts";
import { STANDARD_MMU_PARTS } from "../../machine/mmu/standard-parts";
import type { SystemParts } from "../../machine/sysregs/parts";
import { STANDARD_SYSTEM_PARTS } from "../../machine/sysregs/standard-parts";
import { COURSE_ROOT, WORK } from "../root";
import type { Part } from "./exercise";
import { EXERCISES } from "./manifest";
import { overlaid } from "./overlay";
import { WorkingCopy } from "./working-copy";

export interface PartOwner {
  readonly part: string;
  /** Below the working copy. */
  readonly file: string;
  /** A file that is not there, or is still the starter, is not theirs yet. */
  readonly mine: boolean;
}

/** An interface's parts, and whose each is. */
export interface Mine<Parts> {
  readonly parts: Parts;
  readonly whose: readonly PartOwner[];
}

/** The decoder's parts in the working copy at `dir`, ours where there is none. */
export const decoderPartsOfStudent = (dir: string): Promise<Mine<DecoderParts>> =>
  partsOfStudent(dir, "src/machine/decoder/parts.ts", standardParts);

/** The CPU's parts, likewise. */
export const cpuPartsOfStudent = (dir: string): Promise<Mine<CpuParts>> =>
  partsOfStudent(dir, "src/machine/cpu/parts.ts", STANDARD_PARTS);

/** The system registers' parts, likewise. */
export const systemPartsOfStudent = (dir: string): Promise<Mine<SystemParts>> =>
  partsOfStudent(dir, "src/machine/sysregs/parts.ts", STANDARD_SYSTEM_PARTS);

/** The MMU's parts, likewise. */
export const mmuPartsOfStudent = (dir: string): Promise<Mine<MmuParts>> =>
  partsOfStudent(dir, "src/machine/mmu/parts.ts", STANDARD_MMU_PARTS);

/** The exception model's parts, likewise. */
export const exceptionPartsOfStudent = (dir: string): Promise<Mine<ExceptionParts>> =>
  partsOfStudent(dir, "src/machine/exceptions/parts.ts", STANDARD_EXCEPTION_PARTS);

/** A whole processor's, but for the decoder's: those of chapters 2 to 5, or, if `hasCpu` is false, 3 to 5. */
export async function processorPartsOfStudent(dir: string, hasCpu = true): Promise<Mine<ProcessorParts>> {
  const cpu = hasCpu ? await cpuPartsOfStudent(dir) : undefined;
  const system = await systemPartsOfStudent(dir);
  const mmu = await mmuPartsOfStudent(dir);
  const exceptions = await exceptionPartsOfStudent(dir);
  return {
    parts: { ...(cpu && { cpu: cpu.parts }), system: system.parts, mmu: mmu.parts, exceptions: exceptions.parts },
    whose: [...(cpu?.whose ?? []), ...[system, mmu, exceptions].flatMap(({ whose }) => whose)],
  };
}

/** The devices' parts: chapter 6's. */
export async function devicePartsOfStudent(dir: string): Promise<Mine<DeviceParts>> {
  const gic = await partsOfStudent<GicParts>(dir, "src/machine/devices/gic/parts.ts", STANDARD_GIC_PARTS);
  const pl011 = await partsOfStudent<Pl011Parts>(dir, "src/machine/devices/pl011/parts.ts", STANDARD_PL011_PARTS);
  const virtio = await partsOfStudent<VirtioParts>(dir, "src/machine/devices/virtio/parts.ts", STANDARD_VIRTIO_PARTS);
  return {
    parts: { gic: gic.parts, pl011: pl011.parts, virtio: virtio.parts },
    whose: [gic, pl011, virtio].flatMap(({ whose }) => whose),
  };
}

/** What the board decides itself, about time and firmware: chapter 6's, too. */
export const boardRulesOfStudent = (dir: string): Promise<Mine<BoardRules>> =>
  partsOfStudent(dir, "src/machine/board/parts.ts", STANDARD_BOARD_RULES);

/** The part that flattens the board's device tree, likewise. */
export const deviceTreePartsOfStudent = (dir: string): Promise<Mine<DeviceTreeParts>> =>
  partsOfStudent(dir, "src/formats/device-tree/parts.ts", STANDARD_DEVICE_TREE_PARTS);

/** The compiler's parts: chapter 7's. What is not theirs is left out, and is the compiler's own. */
export async function compilerPartsOfStudent(dir: string): Promise<Mine<CompilerParts>> {
  const rooms = await Promise.all(COMPILER_ROOMS.map((room) => partsOfStudent<CompilerParts>(dir, `src/compiler/${room}/parts.ts`, {})));
  return { parts: Object.assign({}, ...rooms.map(({ parts }) => parts)) as CompilerParts, whose: rooms.flatMap(({ whose }) => whose) };
}

/** The fast engine's parts: chapter 11's. What is not theirs is left out, and is the engine's own. */
export const jitPartsOfStudent = (dir: string): Promise<Mine<Partial<JitParts>>> =>
  partsOfStudent<Partial<JitParts>>(dir, "src/machine/jit/parts.ts", {});

/** The kernel's sources with the student's files in place of some of ours, and whose each is. */
export interface MyKernel {
  /** `ours` with theirs in it. */
  readonly within: (ours: SourceHost) => SourceHost;
  readonly whose: readonly PartOwner[];
}

/** The unikernel's parts: chapter 8's. They are not loaded, but compiled with the rest. */
export function kernelOfStudent(dir: string): MyKernel {
  const parts = EXERCISES.flatMap((row) => (row.kernel === undefined ? [] : [{ row, replaces: row.kernel.replaces, mine: isTheirs(dir, row.file) }]));
  const files = Object.entries(new WorkingCopy(dir).read()).map(([path, text]) => [`${WORK}/${path}`, text]);
  const overlays = parts.filter(({ mine }) => mine).map(({ row, replaces }) => ({ replaces, entry: `${WORK}/${row.file}`, name: row.exports.name }));
  return {
    within: (ours) => overlaid(ours, Object.fromEntries(files) as Record<string, string>, overlays),
    whose: parts.map(({ row, mine }) => ({ part: row.exports.name, file: row.file, mine })),
  };
}

const COMPILER_ROOMS = ["front", "optimize", "back", "link"] as const;

/** Needs ts-node, as every command has it. */
async function partsOfStudent<Parts extends object>(dir: string, from: string, ours: Parts): Promise<Mine<Parts>> {
  const rows = EXERCISES.filter((row) => row.kind === "part" && row.exports.from === from);
  const whose = rows.map((row) => ({ part: row.exports.name, file: row.file, mine: isTheirs(dir, row.file) }));
  const theirs: [string, Part][] = [];
  for (const { part, file, mine } of whose) if (mine) theirs.push([part, blaming(file, part, await load(dir, file, part))]);
  // Each has been held to be a function; that it is the right one is what `o2p check` says.
  return { parts: { ...ours, ...(Object.fromEntries(theirs) as Partial<Parts>) }, whose };
}

function isTheirs(dir: string, file: string): boolean {
  const copy = join(dir, file);
  return existsSync(copy) && readFileSync(copy, "utf8") !== readFileSync(join(COURSE_ROOT, "exercises", file), "utf8");
}

async function load(dir: string, file: string, part: string): Promise<Part> {
  let exported: unknown;
  try {
    exported = ((await import(join(dir, file))) as Readonly<Record<string, unknown>>)[part];
  } catch (fault) {
    throw new UserFault(`${file}: cannot be loaded: ${messageOf(fault)}; o2p check says more`);
  }
  if (typeof exported !== "function") throw new UserFault(`${file}: exports no function ${part}`);
  return exported as Part;
}

/** `part`, whose faults say whose they are. */
function blaming(file: string, part: string, call: Part): Part {
  return (...args) => {
    try {
      return call(...args);
    } catch (fault) {
      throw new UserFault(`${file}: ${part}() threw: ${messageOf(fault)}`);
    }
  };
}

const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault)).split("\n")[0]!;
