// --mine: a command runs on a decoder, a machine or a compiler whose parts are the student's where the student has written them.

import { UserFault } from "../base/fault";
import type { SourceHost } from "../compiler/front/program";
import type { CompilerParts } from "../compiler/parts";
import { boardRulesOfStudent, compilerPartsOfStudent, cpuPartsOfStudent, decoderPartsOfStudent, devicePartsOfStudent, deviceTreePartsOfStudent, jitPartsOfStudent, kernelOfStudent, type Mine, type PartOwner, processorPartsOfStudent } from "../course/exercises/mine";
import { WORK, workFolder } from "../course/root";
import type { DeviceTreeParts } from "../formats/device-tree/parts";
import type { BoardParts } from "../machine/board/board";
import type { CpuParts } from "../machine/cpu/parts";
import { Decoder } from "../machine/decoder/decoder";
import type { JitParts } from "../machine/jit/parts";
import type { EngineName } from "./boot/options";
import { ReaderGone } from "./output";

/** What a machine is built with. */
export interface MyMachine {
  readonly decoder: Decoder;
  readonly parts: CpuParts;
}

/** What a board is built with; what is left out is ours. */
export interface MyBoard {
  readonly decoder?: Decoder;
  readonly parts?: BoardParts;
  /** What makes the blob of its device tree. */
  readonly tree?: DeviceTreeParts;
  /** What its engine is made of, if it has one. */
  readonly engine?: Partial<JitParts>;
  /** Of the parts that are theirs: "field, walk". */
  readonly names: string;
}

/** Says on standard error whose the parts are, and runs `work`. What goes wrong in it is the parts' doing. */
export async function withMyParts(work: (decoder: Decoder) => Promise<void>): Promise<void> {
  const { parts, whose } = await decoderPartsOfStudent(workFolder());
  await blaming("the decoder", whose, () => work(new Decoder(parts)));
}

/** The same, for a command that runs programs. */
export async function withMyMachine(work: (mine: MyMachine) => Promise<void>): Promise<void> {
  const mine = await decoderPartsOfStudent(workFolder());
  const { parts, whose } = await cpuPartsOfStudent(workFolder());
  await blaming("the machine", [...mine.whose, ...whose], () => work({ decoder: new Decoder(mine.parts), parts }));
}

/**
 * The same, for a command that runs a board. An engine is held to our interpreter, so with one chapter 2's parts are ours.
 * In lockstep all but the engine's are: whatever differs then is the engine's doing.
 */
export async function withMyBoard(name: EngineName, work: (mine: MyBoard) => Promise<void>): Promise<void> {
  const board = name === "lockstep" ? undefined : await boardPartsOfStudent(name === "interpreter");
  const engine = name === "interpreter" ? undefined : await jitPartsOfStudent(workFolder());
  const whose = [...(board?.whose ?? []), ...(engine?.whose ?? [])];
  await blaming("the machine", whose, () =>
    work({ ...board?.parts, ...(engine && { engine: engine.parts }), names: namesOf(whose) }));
}

async function boardPartsOfStudent(hasCpu: boolean): Promise<Mine<Omit<MyBoard, "engine" | "names">>> {
  const dir = workFolder();
  const decoder = await decoderPartsOfStudent(dir);
  const processor = await processorPartsOfStudent(dir, hasCpu);
  const devices = await devicePartsOfStudent(dir);
  const rules = await boardRulesOfStudent(dir);
  const tree = await deviceTreePartsOfStudent(dir);
  return {
    parts: {
      decoder: new Decoder(decoder.parts),
      parts: { ...rules.parts, processor: processor.parts, devices: devices.parts },
      tree: tree.parts,
    },
    whose: [decoder, processor, devices, rules, tree].flatMap(({ whose }) => whose),
  };
}

/** What a program is compiled by, and with. */
export interface MyCompiler {
  readonly parts: CompilerParts;
  /** The kernel's sources, with theirs in place of some. */
  readonly within: (ours: SourceHost) => SourceHost;
}

/** The same, for a command that compiles: with a compiler of their parts, and a kernel of their parts in what it makes. */
export async function withMyCompiler<T>(work: (mine: MyCompiler) => T): Promise<T> {
  const { parts, whose } = await compilerPartsOfStudent(workFolder());
  const kernel = kernelOfStudent(workFolder());
  for (const owner of kernel.whose) console.error(line(owner));
  return blaming("the compiler", whose, () => work({ parts, within: kernel.within }));
}

async function blaming<T>(what: string, whose: readonly PartOwner[], work: () => T | Promise<T>): Promise<T> {
  for (const owner of whose) console.error(line(owner));
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof UserFault || fault instanceof ReaderGone || !whose.some(({ mine }) => mine)) throw fault;
    throw new UserFault(`with your ${namesOf(whose)} ${what} fails: ${fault instanceof Error ? fault.message : String(fault)}; o2p check says which is wrong`);
  }
}

const namesOf = (whose: readonly PartOwner[]): string => whose.filter(({ mine }) => mine).map(({ part }) => part).join(", ");

const line = ({ part, file, mine }: PartOwner): string => `${part.padEnd(34)} ${mine ? `yours, ${WORK}/${file}` : "ours"}`;
