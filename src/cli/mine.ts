// --mine: a command runs on a decoder, a machine or a compiler whose parts are the student's where the student has written them.

import { UserFault } from "../base/fault";
import type { SourceHost } from "../compiler/front/program";
import type { CompilerParts } from "../compiler/parts";
import { boardRulesOfStudent, compilerPartsOfStudent, cpuPartsOfStudent, decoderPartsOfStudent, devicePartsOfStudent, deviceTreePartsOfStudent, kernelOfStudent, type PartOwner, processorPartsOfStudent } from "../course/exercises/mine";
import { WORK, workFolder } from "../course/root";
import type { DeviceTreeParts } from "../formats/device-tree/parts";
import type { BoardParts } from "../machine/board/board";
import type { CpuParts } from "../machine/cpu/parts";
import { Decoder } from "../machine/decoder/decoder";
import { ReaderGone } from "./output";

/** What a machine is built with. */
export interface MyMachine {
  readonly decoder: Decoder;
  readonly parts: CpuParts;
}

/** What a board is built with. */
export interface MyBoard {
  readonly decoder: Decoder;
  readonly parts: BoardParts;
  /** What makes the blob of its device tree. */
  readonly tree: DeviceTreeParts;
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

/** The same, for a command that runs a board. */
export async function withMyBoard(work: (mine: MyBoard) => Promise<void>): Promise<void> {
  const mine = await decoderPartsOfStudent(workFolder());
  const processor = await processorPartsOfStudent(workFolder());
  const devices = await devicePartsOfStudent(workFolder());
  const rules = await boardRulesOfStudent(workFolder());
  const tree = await deviceTreePartsOfStudent(workFolder());
  const parts = { ...rules.parts, processor: processor.parts, devices: devices.parts };
  const whose = [mine, processor, devices, rules, tree].flatMap((each) => each.whose);
  await blaming("the machine", whose, () => work({ decoder: new Decoder(mine.parts), parts, tree: tree.parts }));
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
    const names = whose.filter(({ mine }) => mine).map(({ part }) => part).join(", ");
    throw new UserFault(`with your ${names} ${what} fails: ${fault instanceof Error ? fault.message : String(fault)}; o2p check says which is wrong`);
  }
}

const line = ({ part, file, mine }: PartOwner): string => `${part.padEnd(34)} ${mine ? `yours, ${WORK}/${file}` : "ours"}`;
