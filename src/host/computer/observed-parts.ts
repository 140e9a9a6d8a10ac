// A board's parts with somebody listening at them: what a trace and a count need to know passes through parts anyway,
// so that nothing else has to be changed, and a machine that nobody observes pays nothing.

import type { VirtAddr } from "../../base/word";
import type { BoardParts } from "../../machine/board/board";
import { type PsciAnswer, type PsciArguments, psci } from "../../machine/board/psci";
import type { Cause } from "../../machine/cpu/exception";
import { STANDARD_EXCEPTION_PARTS } from "../../machine/exceptions/standard-parts";
import { STANDARD_MMU_PARTS } from "../../machine/mmu/standard-parts";
import { type Level, levelOf } from "../../machine/sysregs/pstate";

export interface TakenException {
  readonly cause: Cause;
  readonly level: Level;
  /** The instruction that could not be completed, or would have come next; and where it goes on. */
  readonly pc: VirtAddr;
  readonly vector: VirtAddr;
}

export interface PartsObserver {
  exception?(taken: TakenException): void;
  psci?(call: PsciArguments, answer: PsciAnswer): void;
  /** The TLB did not know an address. */
  walk?(): void;
}

/** `parts`, where they are given, else ours; `observer` hears what they are asked. */
export function observedParts(observer: PartsObserver, parts: BoardParts = {}): BoardParts {
  const { processor = {} } = parts;
  const exceptions = processor.exceptions ?? STANDARD_EXCEPTION_PARTS;
  const mmu = processor.mmu ?? STANDARD_MMU_PARTS;
  const firmware = parts.psci ?? psci;
  let found: { readonly cause: Cause; readonly pc: VirtAddr } | undefined;
  return {
    ...parts,
    processor: {
      ...processor,
      exceptions: {
        ...exceptions,
        preferredReturn(cause, pc) {
          found = { cause, pc };
          return exceptions.preferredReturn(cause, pc);
        },
        vectorOf(vbar, pstate, kind) {
          const vector = exceptions.vectorOf(vbar, pstate, kind);
          if (found !== undefined) observer.exception?.({ ...found, level: levelOf(pstate), vector });
          return vector;
        },
      },
      mmu: {
        ...mmu,
        walk(...request) {
          observer.walk?.();
          return mmu.walk(...request);
        },
      },
    },
    psci(call, isOn) {
      const answer = firmware(call, isOn);
      observer.psci?.(call, answer);
      return answer;
    },
  };
}
