// What the registers do that have a bit for each interrupt, on one bank. Enabling, pending and
// active come in pairs, one that sets and one that clears, so that no CPU ever reads, changes and
// writes back a bit that another one owns.

import { configurationOf, edgesIn } from "./configuration";
import type { InterruptBank } from "./interrupt-bank";

/** SGIs have neither a line nor a switch: a CPU makes them, and they are always edges. */
export const sgisOf = (bank: InterruptBank): number => bank.first === 0 ? 0xffff : 0;

interface BankRegister {
  readonly read: (bank: InterruptBank) => number;
  readonly write: (bank: InterruptBank, value: number) => void;
}

const readEnabled = (bank: InterruptBank): number => bank.enabled;
const readPending = (bank: InterruptBank): number => bank.pending;
const readActive = (bank: InterruptBank): number => bank.active;

export const BANK_REGISTERS = {
  group: {
    read: (bank) => bank.groups,
    write: (bank, value) => { bank.groups = value; },
  },
  setEnable: {
    read: readEnabled,
    write: (bank, value) => { bank.enabled |= value; },
  },
  clearEnable: {
    read: readEnabled,
    write: (bank, value) => { bank.enabled &= ~value; },
  },
  setPending: {
    read: readPending,
    write: (bank, value) => { bank.latch(value); },
  },
  clearPending: {
    read: readPending,
    write: (bank, value) => { bank.unlatch(value); },
  },
  setActive: {
    read: readActive,
    write: (bank, value) => { bank.active |= value; },
  },
  clearActive: {
    read: readActive,
    write: (bank, value) => { bank.active &= ~value; },
  },
} as const satisfies Readonly<Record<string, BankRegister>>;

/** GICD_ICFGR of the lower (0) or upper (1) half of a bank. */
export const readConfiguration = (bank: InterruptBank, half: number): number =>
  configurationOf((bank.edges >>> (16 * half)) & 0xffff);

export function writeConfiguration(bank: InterruptBank, half: number, value: number): void {
  const mask = 0xffff << (16 * half);
  const edges = edgesIn(value) << (16 * half);
  bank.edges = (bank.edges & ~mask) | edges | sgisOf(bank);
}
