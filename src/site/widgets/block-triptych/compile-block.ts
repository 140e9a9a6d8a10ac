/**
 * A program as chapter 11's engine compiles it: the function of WebAssembly, cut up by the instructions it comes from. The
 * engine itself is asked, region.ts and translate.ts; how far its code has come before and behind an instruction is seen
 * by standing in that instruction's place. Pure.
 */
import { meaningOf, undefinedMeaning } from "../../../machine/cpu/meanings";
import type { CodePage, Instruction } from "../../../machine/cpu/code-cache";
import { standardDecoder } from "../../../machine/decoder/decoder";
import { type Block, findBlocks } from "../../../machine/jit/blocks";
import { footprintOf } from "../../../machine/jit/footprint";
import { writeRegion } from "../../../machine/jit/region";
import { directSystemAt } from "../../../machine/jit/system-cells";
import type { RegionLocals } from "../../../machine/jit/site";
import { FLAGS_FUNCTION, Translate } from "../../../machine/jit/translate";
import { functionText, type TextLine, type TextNames } from "../../../machine/jit/wasm/text";
import { type Program, ramBase } from "../machine/program";

/** What the engine has written for one instruction. */
export interface Mark {
  /** From the program's beginning, in bytes. */
  readonly place: number;
  /** Bytes of the function's body: what the semantics have asked for. None: they could not be expressed, and `start` may be too far. */
  readonly start: number;
  readonly end: number;
}

export interface CompiledBlocks {
  readonly blocks: readonly Block[];
  /** In the order in which they were written. */
  readonly marks: readonly Mark[];
  readonly lines: readonly TextLine[];
  readonly body: Uint8Array;
}

const pageBytes = 4096;
const mostBlocks = 8;
const level = 1;

/** As CodeSpace does it for a program at EL1, with the MMU on, all of which has been executed once. */
export function compileBlocks(program: Program): CompiledBlocks {
  const seen: Mark[] = [];
  const locals: { known?: RegionLocals } = {};
  const direct = directSystemAt(level);
  const page = pageOf(program, (place, translate, write) => {
    locals.known = translate.locals;
    const { code } = translate.writer;
    const start = code.length;
    seen.push({ place, start, end: start });
    write(); // What cannot be expressed throws, and leaves nothing.
    seen[seen.length - 1] = { place, start, end: code.length };
  });
  const blocks = findBlocks(page, headsOf(page), mostBlocks, (instruction) => footprintOf(instruction, direct));
  const starts = new Set(blocks.map(({ place }) => place));
  const { body } = writeRegion({
    blocks, entries: headsOf(page).filter((place) => starts.has(place)), ram: 0,
    path: { level, uao: false, strict: false }, trapsFp: false, direct, isBlockwise: false, parts: {},
  });
  const { lines } = functionText(body, namesOf(blocks, locals.known));
  const shift = lines[0]?.start ?? 0;
  const marks = seen.map(({ place, start, end }): Mark => ({ place, start: start + shift, end: end + shift }));
  return { blocks, marks, lines, body };
}

type Watch = (place: number, translate: Translate, write: () => void) => void;

/** The program's instructions, each of which says when it is translated. */
function pageOf({ bytes, lines }: Program, watch: Watch): CodePage {
  const page: CodePage = Array.from<undefined>({ length: pageBytes / 4 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const { address, says } of lines) {
    const place = Number((address ?? 0n) - BigInt(ramBase));
    if (says === undefined || place < 0 || place >= pageBytes) continue;
    const word = view.getUint32(place, true);
    const { operands, execute } = meaningOf(standardDecoder(), word) ?? undefinedMeaning(word);
    page[place / 4] = { word, operands, execute: watched(execute, (translate, write) => watch(place, translate, write)) };
  }
  return page;
}

/** The engine executes an instruction more than once, and with other executors: only the one that writes is watched. */
function watched(execute: Instruction["execute"], watch: (translate: Translate, write: () => void) => void): Instruction["execute"] {
  return (m, operands) => {
    const asked: unknown = m;
    if (asked instanceof Translate) watch(asked, () => execute(m, operands));
    else execute(m, operands);
  };
}

const BL = 0b100101;

/** Where the program begins, and where calls come back to. */
function headsOf(page: CodePage): number[] {
  const behindCalls = page.flatMap((instruction, i) => (instruction !== undefined && instruction.word >>> 26 === BL ? [4 * (i + 1)] : []));
  return [0, ...behindCalls.filter((place) => page[place / 4] !== undefined)];
}

function namesOf(blocks: readonly Block[], locals: RegionLocals | undefined): TextNames {
  if (locals === undefined) return {};
  const used = blocks.flatMap(({ steps }) => steps).reduce((all, { footprint: { reads, writes } }) => all | reads | writes, 0);
  const registers = Array.from({ length: 32 }, (_, n) => n).filter((n) => ((used >>> n) & 1) !== 0);
  const names = new Map<number, string>([
    [locals.cpu, "cpu"], [locals.room, "room"], [locals.base, "base"], [locals.base + 1, "entry"],
    ...registers.map((n) => [locals.register(n), n === 31 ? "sp" : `x${n}`] as const),
    [locals.flagsKind, "flags.kind"], [locals.flagsX, "flags.x"], [locals.flagsY, "flags.y"], [locals.fpMode, "fp.mode"],
  ]);
  // Between the registers and the flags are those that say how the function ends, and where it may (region.ts).
  ["left", "status", "pc", "tried"].forEach((name, i) => { names.set(locals.flagsKind - 4 + i, name); });
  return {
    local: (index) => names.get(index) ?? `t${index - locals.fpMode - 1}`,
    function: (index) => (index === FLAGS_FUNCTION ? "flags" : index === 0 ? "interpret" : undefined),
  };
}
