/**
 * Where a kernel executed on its way to a shell, measured: test/bench/linux/boot-heat.ts runs it on chapter 11's engine
 * and writes linux-heat.json. A cell is a letter.
 */
import heat from "./linux-heat.json";

export interface HeatBand {
  /** Where in the kernel's image it begins; or what is not in the image. */
  readonly title: string;
  readonly instructions: number;
  readonly interpretedInstructions: number;
  /** A letter a column: how much of the column was executed here, n being 2^(n - 1) thousandths at most. Empty: nothing ever. */
  readonly heat: string;
  /** How many tenths of that were interpreted. */
  readonly interpreted: string;
  /** The functions it was in most, with their share of the band, in percent. */
  readonly functions: readonly (readonly [name: string, percent: number])[];
}

export interface HeatData {
  readonly kernel: string;
  readonly machine: string;
  /** From the first instruction to the prompt. */
  readonly instructions: number;
  /** What the engine has made: blocks, the kernel's instructions in them, modules and bytes of WebAssembly. */
  readonly compiled: { readonly blocks: number; readonly instructions: number; readonly modules: number; readonly bytes: number };
  /** Of each column, in thousandths. */
  readonly interpreted: readonly number[];
  readonly bands: readonly HeatBand[];
  readonly lines: readonly { readonly at: number; readonly text: string }[];
}

/** JSON knows no pairs: the types are as the measurement has written them. */
export const linuxHeat = heat as unknown as HeatData;
