// The tables that the processor uses, read by a program that knows nothing of those who write them:
// from TTBR0_EL1 and TTBR1_EL1, 39 bits each, 4 KiB (Arm ARM, "VMSAv8-64 translation table format
// descriptors").

import { load64 } from "../../../src/unikernel/metal/memory";
import { readSystemRegister } from "../../../src/unikernel/metal/system-register";
import { plus } from "../../../src/unikernel/metal/word";

const LINEAR = 0xffff_ff80_0000_0000n;
const ADDRESS = 0xffff_ffff_f000n;
const READ_ONLY = 0x80n;
/** UXN and PXN: nobody may execute it. */
const NEVER = 0x60_0000_0000_0000n;

export class TableWalk {
  /** Both first ones among them. */
  tables = 0;
  /** Below the first, without a valid entry. */
  emptyTables = 0;
  /** Of pages and blocks: how many, and how many that are writable and executable. */
  leaves = 0;
  dangerous = 0;

  constructor() {
    this.#walk(readSystemRegister("TTBR0_EL1") & ADDRESS, 1);
    this.#walk(readSystemRegister("TTBR1_EL1") & ADDRESS, 1);
  }

  #walk(table: bigint, level: number): void {
    this.tables++;
    let valid = 0;
    for (let i = 0n; i < 4096n; i = plus(i, 8n)) {
      const descriptor = load64(plus(LINEAR, plus(table, i)));
      if ((descriptor & 1n) === 0n) continue;
      valid++;
      if (level < 3 && (descriptor & 2n) !== 0n) this.#walk(descriptor & ADDRESS, level + 1);
      else this.#look(descriptor);
    }
    if (valid === 0 && level > 1) this.emptyTables++;
  }

  #look(descriptor: bigint): void {
    this.leaves++;
    const isWritable = (descriptor & READ_ONLY) === 0n;
    if (isWritable && (descriptor & NEVER) !== NEVER) this.dangerous++;
  }
}
