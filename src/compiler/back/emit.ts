// The last step: words. Blocks one after the other, a jump to the next one left out; branches get
// their distances when all blocks have their places; behind the last block stand the stubs of the
// traps, one for each line that may trap, so that the return address names the line.

import { bug } from "../../base/bug";
import { standardEncoder } from "../../machine/decoder/assembler";
import type { Place } from "../ir/function";
import type { Trap } from "../ir/operation";
import type { CodeRelocation, CodeRelocationKind, Handler } from "./compiled";
import { constantInstructions, constantSteps } from "./constants";
import { type Fields, type RowName, signedField, wordOf } from "./encode";
import type { Frame } from "./frame";
import {
  FP, LR, type MachineBlock, type MachineInstruction, type Register, row, SCRATCH, SP, type Test,
  ZERO,
} from "./machine";
import type { BackParts } from "./parts";
import type { PhysicalBlock } from "./physical";

/** What is called for a trap: it has the code. It does not return. */
export const trapSymbol = (trap: Trap): string => `trap/${trap}`;

/** X18, which nothing else uses; below it calls stop. */
const STACK_LIMIT: Register = 18;
const UXTX = 3;
const LO = 3;

/** As ./compile.ts has them. */
interface Options {
  readonly isNear?: boolean;
  readonly isUnchecked?: boolean;
}

/** Where a function's end is that others jump to. */
const END = { isEnd: true } as const;

type Target = MachineBlock | Stub | typeof END;

/** Where a trap is raised. */
interface Stub {
  readonly trap: Trap;
  readonly at: Place;
  /** Before the function has made its frame. */
  readonly isEarly?: boolean;
}

/** A branch whose distance is open. */
interface Branch {
  /** The word's number. */
  readonly from: number;
  readonly row: RowName;
  readonly fields: Fields;
  readonly target: Target;
  /** The test's number, if it is one. */
  readonly test: number | undefined;
}

/** The field that holds each branch's distance in words. */
const DISTANCE: Readonly<Record<string, readonly [field: string, width: number]>> = {
  "B": ["imm26", 26], "B.cond": ["imm19", 19], "CBZ": ["imm19", 19], "CBNZ": ["imm19", 19],
  "TBZ": ["imm14", 14], "TBNZ": ["imm14", 14],
};

const OPPOSITE_ROW = { "CBZ": "CBNZ", "CBNZ": "CBZ", "TBZ": "TBNZ", "TBNZ": "TBZ" } as const;

export interface Code {
  readonly words: number[];
  readonly relocations: CodeRelocation[];
  readonly lines: { readonly offset: number; readonly at: Place }[];
  readonly handlers: Handler[];
  readonly stubs: { readonly begin: number; readonly end: number }[];
  readonly prologueBytes: number;
}

/**
 * TBZ reaches 32 KiB, B.cond 1 MiB. What does not reach where it goes becomes two instructions,
 * which may move others out of reach: so again, until all do.
 */
export function emit(
  blocks: readonly PhysicalBlock[], frame: Frame, at: Place,
  steps: BackParts["constantSteps"] = constantSteps, options: Options = {},
): Code {
  const far = new Set<number>();
  for (;;) {
    const code = new Emission(frame, far, steps, options).run(blocks, at);
    if (code !== undefined) return code;
  }
}

class Emission {
  readonly #frame: Frame;
  /** Of the tests, those that cannot reach where they go; more of them are found. */
  readonly #far: Set<number>;
  readonly #steps: BackParts["constantSteps"];
  /** Whether ADR reaches every symbol: 1 MiB. */
  readonly #isNear: boolean;
  readonly #checksStack: boolean;
  readonly #words: number[] = [];
  readonly #relocations: CodeRelocation[] = [];
  readonly #lines: { offset: number; at: Place }[] = [];
  readonly #branches: Branch[] = [];
  readonly #stubs: Stub[] = [];
  readonly #made = new Map<string, number>();
  readonly #framed: { begin: number; end: number }[] = [];
  readonly #places = new Map<Target, number>();
  readonly #calls: { readonly returnsTo: number; readonly handler: MachineBlock }[] = [];

  #tests = 0;

  constructor(
    frame: Frame, far: Set<number>, steps: BackParts["constantSteps"], options: Options,
  ) {
    this.#frame = frame;
    this.#far = far;
    this.#steps = steps;
    this.#isNear = options.isNear === true;
    this.#checksStack = options.isUnchecked !== true;
  }

  /** Undefined if a branch cannot reach where it goes. */
  run(blocks: readonly PhysicalBlock[], at: Place): Code | undefined {
    this.#line(at);
    const { isLarge } = this.#frame;
    if (isLarge) this.#checkStack({ trap: "stack", at, isEarly: true });
    for (const each of this.#frame.prologue()) this.#row(each.row, each.fields);
    const prologueBytes = this.#offset;
    if (this.#frame.bytes > 0 && !isLarge && this.#checksStack) {
      this.#checkStack({ trap: "stack", at });
    }
    blocks.forEach((each, i) => { this.#block(each, blocks[i + 1]?.block); });
    for (const stub of this.#stubs) this.#shared(stub);
    const unreached = this.#branches.filter((branch) => !this.#patch(branch));
    for (const { test } of unreached) this.#far.add(test ?? bug("a function of 128 MiB"));
    if (unreached.length > 0) return undefined;
    return {
      words: this.#words, relocations: this.#relocations, lines: this.#lines, prologueBytes,
      stubs: this.#framed,
      handlers: this.#calls.map(({ returnsTo, handler }) =>
        ({ returnsTo, handler: 4 * this.#places.get(handler)! })),
    };
  }

  /** X18 is where the stack ends, less what a panic needs. A large frame may reach below that. */
  #checkStack(stub: Stub): void {
    this.#stubs.push(stub);
    if (stub.isEarly === true) {
      for (const each of this.#frame.lowered(SCRATCH)) this.#row(each.row, each.fields);
      const Rm = STACK_LIMIT;
      this.#row("SUBS (shifted register)", { sf: 1, shift: 0, Rm, imm6: 0, Rn: SCRATCH, Rd: ZERO });
    } else {
      const { fields } = row("SUBS (extended register)", {
        sf: 1, Rm: STACK_LIMIT, option: UXTX, imm3: 0, Rn: SP, Rd: ZERO,
      });
      this.#row("SUBS (extended register)", fields);
    }
    this.#test({ row: "B.cond", fields: { cond: LO } }, stub);
  }

  get #offset(): number {
    return 4 * this.#words.length;
  }

  #block({ block, instructions, exit }: PhysicalBlock, next: MachineBlock | undefined): void {
    this.#places.set(block, this.#words.length);
    for (const each of instructions) {
      this.#line(each.at);
      this.#instruction(each);
    }
    this.#line(exit.at);
    switch (exit.op) {
      case "jump":
        if (exit.to !== next) this.#branch("B", {}, exit.to);
        break;
      case "branch":
        if (exit.then === next) this.#test(opposite(exit.test), exit.otherwise);
        else {
          this.#test(exit.test, exit.then);
          if (exit.otherwise !== next) this.#branch("B", {}, exit.otherwise);
        }
        break;
      case "return": this.#return(); break;
      case "trap": this.#stub({ trap: exit.trap, at: exit.at }); break;
      case "none": break;
    }
  }

  /** In an image that is to be small, a long end stands there once. */
  #return(): void {
    const epilogue = this.#frame.epilogue();
    if (this.#isNear && epilogue.length > 0) {
      if (this.#places.has(END)) return this.#branch("B", {}, END);
      this.#places.set(END, this.#words.length);
    }
    for (const each of epilogue) this.#row(each.row, each.fields);
    this.#row("RET", { Rn: LR });
  }

  #instruction(instruction: MachineInstruction): void {
    switch (instruction.op) {
      case "row": {
        const { row: name, fields, traps, at } = instruction;
        if (traps === undefined) return this.#row(name, fields);
        const stub = { trap: traps, at };
        this.#stubs.push(stub);
        return this.#test({ row: name as Test["row"], fields }, stub);
      }
      case "move": {
        const { from, to } = instruction;
        const fields = { sf: 1, shift: 0, Rm: from, imm6: 0, Rn: ZERO, Rd: to };
        return this.#row("ORR (shifted register)", fields);
      }
      case "constant":
        for (const each of constantInstructions(instruction.value, instruction.to, this.#steps)) {
          this.#row(each.row, each.fields);
        }
        return;
      case "address": return this.#address(instruction.symbol, instruction.to);
      case "load near": {
        const { symbol, to } = instruction;
        return this.#relocated("LD_PREL_LO19", symbol, "LDR (literal)", { x: 1, imm19: 0, Rt: to });
      }
      case "load slot": case "store slot": {
        const isLoad = instruction.op === "load slot";
        const Rt = isLoad ? instruction.to : instruction.from;
        return this.#slot(isLoad ? "LDR" : "STR", this.#frame.offsetOf(instruction.slot) / 8, Rt);
      }
      case "catch": return this.#row("ADD (immediate)", { sf: 1, sh: 0, imm12: 0, Rn: FP, Rd: SP });
      case "call": {
        const { callee, handler } = instruction;
        if (typeof callee === "string") this.#call(callee);
        else this.#row("BLR", { Rn: callee });
        if (handler !== undefined) this.#calls.push({ returnsTo: this.#offset, handler });
        return;
      }
      case "assembly": return this.#assembly(instruction);
      case "enter": bug("parameters have been moved");
    }
  }

  #row(name: RowName, fields: Fields): void {
    this.#words.push(wordOf(name, fields));
  }

  /** The frame's word of that number. LR is in the frame too, and so is free to reach far words. */
  #slot(name: "LDR" | "STR", word: number, Rt: Register): void {
    const far = word >> 12;
    if (far > 0) this.#row("ADD (immediate)", { sf: 1, sh: 1, imm12: 8 * far, Rn: SP, Rd: LR });
    const fields = { x: 1, imm12: word & 0xfff, Rn: far > 0 ? LR : SP, Rt };
    this.#row(`${name} (immediate, unsigned offset)`, fields);
  }

  #relocated(kind: CodeRelocationKind, symbol: string, name: RowName, fields: Fields): void {
    this.#relocations.push({ offset: this.#offset, kind, symbol });
    this.#row(name, fields);
  }

  #address(symbol: string, Rd: Register): void {
    if (this.#isNear) {
      return this.#relocated("ADR_PREL_LO21", symbol, "ADR", { immlo: 0, immhi: 0, Rd });
    }
    this.#relocated("ADR_PREL_PG_HI21", symbol, "ADRP", { immlo: 0, immhi: 0, Rd });
    const fields = { sf: 1, sh: 0, imm12: 0, Rn: Rd, Rd };
    this.#relocated("ADD_ABS_LO12_NC", symbol, "ADD (immediate)", fields);
  }

  #call(symbol: string): void {
    this.#relocated("CALL26", symbol, "BL", { imm26: 0 });
  }

  #assembly({ text, args, result }: Extract<MachineInstruction, { op: "assembly" }>): void {
    const register = (name: string): Register => (name === "result" ? result : args[Number(name)])
      ?? bug(`{${name}} of "${text}"`);
    const filled = text.replace(/([wx]?)\{(\w+)\}/g,
      (_, letter: string, name: string) => named(letter === "" ? "x" : letter, register(name)));
    for (const line of filled.split(/[;\n]/).filter((each) => each.trim() !== "")) {
      const encoded = standardEncoder().encode(line, { pc: undefined });
      if (typeof encoded !== "number") bug(`"${line}": ${encoded.message}`);
      this.#words.push(encoded);
    }
  }

  /** A report has a trap and a line: where both are the same, one stub does. */
  #shared(stub: Stub): void {
    const { trap, at: { file, line }, isEarly = false } = stub;
    const key = `${trap} ${file}:${line} ${isEarly}`;
    const known = this.#made.get(key);
    if (known === undefined) {
      this.#made.set(key, this.#words.length);
      this.#stub(stub);
    } else this.#places.set(stub, known);
  }

  /** A frame, if there is none: the stack trace finds the caller by it. */
  #stub(stub: Stub): void {
    this.#places.set(stub, this.#words.length);
    this.#line(stub.at);
    const begin = this.#offset;
    const isFramed = this.#frame.bytes > 0 && stub.isEarly !== true;
    if (!isFramed) {
      const imm7 = signedField(-2, 7);
      const { fields } = row("STP (pre-index)", { x: 1, imm7, Rt2: LR, Rn: SP, Rt: FP });
      this.#row("STP (pre-index)", fields);
      this.#row("ADD (immediate)", { sf: 1, sh: 0, imm12: 0, Rn: SP, Rd: FP });
    }
    this.#call(trapSymbol(stub.trap));
    if (!isFramed) this.#framed.push({ begin, end: this.#offset });
  }

  #line(at: Place): void {
    const last = this.#lines.at(-1);
    if (last?.offset === this.#offset) this.#lines.pop();
    const before = this.#lines.at(-1)?.at;
    const isSame = before !== undefined && before.file === at.file
      && before.line === at.line && before.column === at.column;
    if (!isSame) this.#lines.push({ offset: this.#offset, at });
  }

  // ---- branches

  #branch(name: RowName, fields: Fields, target: Target, test?: number): void {
    this.#branches.push({ from: this.#words.length, row: name, fields, target, test });
    this.#words.push(0);
  }

  /** A conditional branch; or, if that does not reach, its opposite around one that does. */
  #test(test: Test, target: Target): void {
    const number = this.#tests++;
    if (!this.#far.has(number)) return this.#branch(test.row, test.fields, target, number);
    const { row: name, fields } = opposite(test);
    const [field] = DISTANCE[name]!;
    this.#row(name, { ...fields, [field]: 2 });
    this.#branch("B", {}, target);
  }

  /** Whether it could be done. */
  #patch({ from, row: name, fields, target }: Branch): boolean {
    const to = this.#places.get(target) ?? bug("a branch to nowhere");
    const [field, width] = DISTANCE[name]!;
    const distance = to - from;
    if (distance < -(2 ** (width - 1)) || distance >= 2 ** (width - 1)) return false;
    this.#words[from] = wordOf(name, { ...fields, [field]: signedField(distance, width) });
    return true;
  }
}

/** As an instruction's text has it: what holds 0 has a name of its own. */
function named(letter: string, register: Register): string {
  return `${letter}${register === ZERO ? "zr" : register}`;
}

/** The test that holds where `test` does not. */
function opposite({ row: name, fields }: Test): Test {
  return name === "B.cond"
    ? { row: name, fields: { cond: fields["cond"]! ^ 1 } }
    : { row: OPPOSITE_ROW[name], fields };
}
