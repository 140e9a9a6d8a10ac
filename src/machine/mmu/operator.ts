// What DC, IC, AT and TLBI do to an MMU, for a program that may use them: chapter 3 has seen to
// that. The tables say what each one asks or removes; here it is done.

import { bug } from "../../base/bug";
import type { VirtAddr } from "../../base/word";
import { type Fault, GuestException } from "../cpu/exception";
import type { OperationName, Operator } from "../sysregs/operations";
import { ADDRESS_TRANSLATIONS, type Answer, type Question } from "./address-translation";
import { CACHE_OPERATIONS, type Need, ZERO_BLOCK } from "./cache-maintenance";
import { INVALIDATIONS, type Invalidation } from "./tlb-invalidation";

/** What is asked of an address. */
export interface Wish {
  /** maintain: DC CVAC and its like (permissions.ts). */
  readonly purpose: "read" | "write" | "fetch" | "maintain";
  /** With EL0's rights. */
  readonly unprivileged: boolean;
  /** Whether PSTATE.PAN counts. */
  readonly heedsPan: boolean;
}

/** What the operations need of an MMU. */
export interface Operated {
  /** Whether it is EL0 that asks. */
  isEl0(): boolean;
  /** Where an address leads, if it may be used so. */
  answer(address: VirtAddr, wish: Wish): Answer | Fault;
  /** On this CPU, or on all that hear it. */
  invalidate(invalidation: Invalidation, scope: "this" | "inner shareable"): void;
  /** PAR_EL1 becomes what the answer is. */
  report(answer: Answer | Fault): void;
  zero(address: VirtAddr, bytes: number): void;
}

type Operation = (mmu: Operated, Xt: bigint) => void;

export class MmuOperator implements Operator {
  readonly #mmu: Operated;
  readonly #operations = operations();

  constructor(mmu: Operated) {
    this.#mmu = mmu;
  }

  operate(name: OperationName, Xt: bigint): void {
    const operation = this.#operations.get(name) ?? bug(`the MMU has no ${name}`);
    operation(this.#mmu, Xt);
  }
}

/** A row's meaning for each name. */
function operations(): ReadonlyMap<string, Operation> {
  const all = new Map<string, Operation>([
    ["DC ZVA", (mmu, Xt) => { mmu.zero(Xt, ZERO_BLOCK); }],
  ]);
  for (const [form, question] of Object.entries(ADDRESS_TRANSLATIONS)) {
    all.set(`AT ${form}`, (mmu, Xt) => { ask(mmu, Xt, question); });
  }
  for (const [form, what] of Object.entries(INVALIDATIONS)) {
    all.set(`TLBI ${form}`, (mmu, Xt) => { mmu.invalidate(what(Xt), "this"); });
    all.set(`TLBI ${form}IS`, (mmu, Xt) => { mmu.invalidate(what(Xt), "inner shareable"); });
  }
  for (const [name, need] of Object.entries(CACHE_OPERATIONS)) {
    all.set(name, (mmu, Xt) => { maintain(mmu, Xt, need); });
  }
  return all;
}

/** AT. A fault is an answer like any other, except where memory itself gave none. */
function ask(mmu: Operated, address: VirtAddr, question: Question): void {
  const answer = mmu.answer(address, question);
  if (answer.kind === "external") abort(address, answer);
  mmu.report(answer);
}

/** DC and IC. */
function maintain(mmu: Operated, address: VirtAddr, need: Need): void {
  if (need === "nothing") return;
  const wish = { purpose: need, unprivileged: mmu.isEl0(), heedsPan: false };
  const answer = mmu.answer(address, wish);
  if (answer.kind !== "found") abort(address, answer);
}

/** ESR_EL1 calls what maintenance does a write, whatever it is (WnR). */
function abort(address: VirtAddr, fault: Fault): never {
  throw new GuestException({
    kind: "data abort", address, write: true, fault, maintenance: true,
  });
}
