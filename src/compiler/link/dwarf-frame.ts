// .debug_frame: where a function's caller is found, at each of its instructions (DWARF 4, section
// 6.4). The canonical frame address, CFA, is what SP was before the call; registers that were saved
// are found from it.
//
//   CFA        the caller's frame
//   CFA - n    saved X19 ...
//   SP, FP  -> the caller's FP, LR

import { ByteWriter, counted } from "./byte-writer";
import type { PlacedFunction } from "./linked";

const DW_CFA_advance_loc4 = 0x04;
const DW_CFA_undefined = 0x07;
const DW_CFA_remember_state = 0x0a;
const DW_CFA_restore_state = 0x0b;
const DW_CFA_def_cfa = 0x0c;
const DW_CFA_offset = 0x80;
const DW_CFA_restore = 0xc0;

const FP = 29;
const LR = 30;
const SP = 31;

const CODE_ALIGNMENT = 4;
const DATA_ALIGNMENT = -8;
const NO_CIE = 0xffff_ffff;

export function debugFrame(functions: readonly PlacedFunction[]): Uint8Array {
  const to = new ByteWriter();
  to.bytes(commonEntry());
  for (const each of functions) to.bytes(frameEntry(each));
  return to.take();
}

/** What holds of all functions where they start: CFA is SP. */
function commonEntry(): Uint8Array {
  return counted((to) => {
    const version = 4;
    to.u32(NO_CIE).u8(version).text("").u8(8).u8(0)
      .uleb(CODE_ALIGNMENT).sleb(DATA_ALIGNMENT).uleb(LR);
    to.u8(DW_CFA_def_cfa).uleb(SP).uleb(0);
  }, 8);
}

/**
 * Behind the prologue, all is where `saved` says until the function ends: nobody asks in an
 * epilogue. But for stubs that make a frame of their own.
 */
function frameEntry({ address, compiled }: PlacedFunction): Uint8Array {
  const { words, frameBytes, prologueBytes, saved, stubs = [] } = compiled;
  const pair = [{ register: FP, offset: 0 }, { register: LR, offset: 8 }];
  const inFrame = frameBytes === 0 ? [] : [...pair, ...saved];
  return counted((to) => {
    let at = 0;
    const advance = (offset: number): void => {
      if (offset > at) to.u8(DW_CFA_advance_loc4).u32((offset - at) / CODE_ALIGNMENT);
      at = offset;
    };
    const hold = (base: number, bytes: number, registers: typeof inFrame): void => {
      to.u8(DW_CFA_def_cfa).uleb(base).uleb(bytes);
      for (const { register, offset } of registers) {
        to.u8(DW_CFA_offset | register).uleb((bytes - offset) / -DATA_ALIGNMENT);
      }
    };
    to.u32(0).u64(address).u64(BigInt(4 * words.length));
    if (compiled.isOutermost === true) to.u8(DW_CFA_undefined).uleb(LR);
    if (frameBytes > 0) {
      advance(prologueBytes);
      hold(FP, frameBytes, inFrame);
    }
    for (const { begin, end } of stubs) {
      advance(begin);
      to.u8(DW_CFA_remember_state).u8(DW_CFA_def_cfa).uleb(SP).uleb(0);
      for (const { register } of inFrame) to.u8(DW_CFA_restore | register);
      advance(begin + CODE_ALIGNMENT);
      hold(SP, 16, pair);
      advance(end);
      to.u8(DW_CFA_restore_state);
    }
  }, 8);
}
