// What an instruction touches: which registers it reads and writes, whether it may need the
// interpreter after all, and where it goes on. It is asked of the semantics themselves, by an
// executor whose values are nothing but a distance from PC, if they are one.

import type { Instruction } from "../cpu/code-cache";
import type { Run } from "../cpu/run";
import type { Operations, PstateField, Sum, SystemEncoding } from "../cpu/operations";
import { type DirectSystem, isDaif, isZeroBlock, maintenanceOf, setsDaif } from "./system-cells";

/** Where the CPU goes on behind an instruction. */
export type Flow =
  /** At the next. */
  | "next"
  /** Elsewhere; or only if a condition holds. */
  | "branch" | "branch if"
  /** Out of compiled code: an exception, or the return from one. */
  | "leave";

export interface Footprint {
  /** Bit n: Xn; bit 31: SP. */
  readonly reads: number;
  readonly writes: number;
  readonly readsFlags: boolean;
  readonly writesFlags: boolean;
  readonly flow: Flow;
  /** Of a branch: how far from here, if the instruction says so itself. */
  readonly distance: number | undefined;
  /** It may come to something that only the interpreter can do: a fault, a device, a trap. */
  readonly mayBeSlow: boolean;
  /** It computes with floating point, as FPCR says and FPSR remembers. */
  readonly usesFp: boolean;
  /** It is about the system: the interpreter does it, and may change any register. */
  readonly isSystem: boolean;
}

/** A value: how far it is from PC, if that is known; or the number it is. */
interface Value {
  readonly fromPc?: number;
  readonly constant?: bigint;
}

const UNKNOWN: Value = {};
const SUM: Sum<Value> = { value: UNKNOWN, nzcv: UNKNOWN };

/** `direct`: what of the system need not be the interpreter's. */
export function footprintOf({ execute, operands }: Instruction, direct: DirectSystem): Footprint {
  const tracer = new Tracer(direct);
  execute(tracer as Operations<Value> as unknown as Run, operands);
  return tracer.footprint;
}

class Tracer implements Operations<Value> {
  readonly trapsFp = false;
  #reads = 0;
  #writes = 0;
  #readsFlags = false;
  #writesFlags = false;
  #flow: Flow = "next";
  #distance: number | undefined;
  #mayBeSlow = false;
  #usesFp = false;
  #isSystem = false;
  readonly #direct: DirectSystem;

  constructor(direct: DirectSystem) {
    this.#direct = direct;
  }

  get footprint(): Footprint {
    return {
      reads: this.#reads, writes: this.#writes, readsFlags: this.#readsFlags,
      writesFlags: this.#writesFlags, flow: this.#flow, distance: this.#distance,
      mayBeSlow: this.#mayBeSlow, usesFp: this.#usesFp, isSystem: this.#isSystem,
    };
  }

  readX(n: number): Value {
    if (n !== 31) this.#reads |= 1 << n;
    return n === 31 ? { constant: 0n } : UNKNOWN;
  }

  readXOrSp(n: number): Value {
    this.#reads |= 1 << n;
    return UNKNOWN;
  }

  readBase(n: number): Value {
    this.#mayBeSlow ||= n === 31;
    return this.readXOrSp(n);
  }

  writeX(n: number): void {
    if (n !== 31) this.#writes |= 1 << n;
  }

  writeXOrSp(n: number): void {
    this.#writes |= 1 << n;
  }

  readV(): Value { return UNKNOWN; }
  writeV(): void { /* Vector registers stay in memory. */ }

  readNzcv(): Value {
    this.#readsFlags = true;
    return UNKNOWN;
  }

  writeNzcv(): void {
    this.#writesFlags = true;
  }

  readPc(): Value { return { fromPc: 0 }; }

  load(): Value { return this.#slow(); }
  store(): void { this.#slow(); }
  loadExclusive(): Value { return this.#slow(); }
  storeExclusive(): Value { return this.#slow(); }
  clearExclusive(): void { this.#slow(); }

  constant(value: number | bigint): Value { return { constant: BigInt(value) }; }

  add(_size: number, x: Value, y: Value): Value {
    if (x.fromPc === undefined || y.constant === undefined) return UNKNOWN;
    return { fromPc: x.fromPc + Number(BigInt.asIntN(64, y.constant)) };
  }

  sub(): Value { return UNKNOWN; }
  mul(): Value { return UNKNOWN; }
  divide(): Value { return UNKNOWN; }
  and(): Value { return UNKNOWN; }
  or(): Value { return UNKNOWN; }
  xor(): Value { return UNKNOWN; }
  not(): Value { return UNKNOWN; }
  shift(): Value { return UNKNOWN; }
  addWithCarry(): Sum<Value> { return SUM; }
  extend(): Value { return UNKNOWN; }
  bits(): Value { return UNKNOWN; }
  join(): Value { return UNKNOWN; }
  call(): Value { return UNKNOWN; }
  saturate(): Value { return this.#slow(); }
  fp(): Value { return this.#float(); }
  fpCompare(): Value { return this.#float(); }
  compare(): Value { return UNKNOWN; }

  conditionHolds(): Value {
    this.#readsFlags = true;
    return UNKNOWN;
  }

  select(): Value { return UNKNOWN; }

  choose(_condition: Value, whenTrue: () => Value, whenFalse: () => Value): Value {
    whenTrue();
    whenFalse();
    return UNKNOWN;
  }

  let(_name: string, value: Value): Value { return value; }

  map(_size: number, _count: number, f: (...elements: Value[]) => Value, ...v: Value[]): Value {
    f(...v.map(() => UNKNOWN));
    return UNKNOWN;
  }

  reduce(_size: number, _count: number, f: (x: Value, y: Value) => Value): Value {
    f(UNKNOWN, UNKNOWN);
    return UNKNOWN;
  }

  element(): Value { return UNKNOWN; }
  withElement(): Value { return UNKNOWN; }
  duplicate(): Value { return UNKNOWN; }
  shuffle(): Value { return UNKNOWN; }
  widen(): Value { return UNKNOWN; }
  narrow(): Value { return UNKNOWN; }

  branch(target: Value): void {
    this.#flow = "branch";
    this.#distance = target.fromPc;
  }

  branchIf(_condition: Value, target: Value): void {
    this.#flow = "branch if";
    this.#distance = target.fromPc;
  }

  raise(): void { this.#leave(); }
  raiseAfter(): void { this.#leave(); }
  exceptionReturn(): void { this.#leave(); }

  hint(hint: string): void {
    if (hint !== "NOP") this.#system();
  }

  barrier(): void { /* Instructions are executed in order. */ }

  readSystem(encoding: SystemEncoding): Value {
    const cell = this.#direct.findCell(encoding);
    if (cell === undefined) this.#system();
    else if (cell.needs !== undefined) this.#mayBeSlow = true;
    return UNKNOWN;
  }

  writeSystem(encoding: SystemEncoding): void {
    if (this.#direct.mayMask && isDaif(encoding)) this.#slow();
    else this.#system();
  }

  system(encoding: SystemEncoding): void {
    const maintenance = this.#direct.maintains ? maintenanceOf(encoding) : undefined;
    if (maintenance === "nothing") return;
    if (maintenance === "translated") this.#slow();
    else if (this.#direct.zeroes !== "never" && isZeroBlock(encoding)) this.#slow();
    else this.#system();
  }

  writePstate(field: PstateField): void {
    if (this.#direct.mayMask && setsDaif(field) !== undefined) this.#slow();
    else this.#system();
  }

  #slow(): Value {
    this.#mayBeSlow = true;
    return UNKNOWN;
  }

  #float(): Value {
    this.#usesFp = true;
    return this.#slow();
  }

  #system(): void {
    this.#isSystem = true;
    this.#mayBeSlow = true;
  }

  #leave(): void {
    this.#flow = "leave";
    this.#system();
  }
}
