/**
 * What a kernel did on its way to a shell, measured: test/bench/linux/boot-timeline.ts looks at the machine every few
 * thousand instructions, walks the kernel's stack, and counts. linux-boot.json is what it has written.
 */
import boot from "./linux-boot.json";

export interface BootPart {
  readonly name: string;
  readonly title: string;
  /** What the kernel does there, and why. */
  readonly says: string;
  /** How many looks found it there, in each slice of the boot. */
  readonly looks: readonly number[];
  /** The functions that it was found in most often, with the share of this part's looks, in percent. */
  readonly functions: readonly (readonly [name: string, percent: number])[];
}

export interface BootLine {
  /** Instructions executed before it was printed. */
  readonly at: number;
  readonly text: string;
}

export interface BootData {
  readonly kernel: string;
  readonly machine: string;
  /** From the first instruction to the prompt. */
  readonly instructions: number;
  readonly parts: readonly BootPart[];
  readonly lines: readonly BootLine[];
}

/** JSON knows no pairs: the types are as the measurement has written them. */
export const linuxBoot = boot as unknown as BootData;
