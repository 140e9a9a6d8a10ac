// What Debian's kernel says of the computer that it runs on, asked at busybox's shell; and how two answers may differ.

import type { Dialogue } from "../../cli/dialogue";

export interface Told {
  readonly uname: string;
  readonly cpuinfo: string;
  readonly interrupts: string;
  /** With the level of each line: "<6>[    0.000000] Booting Linux ...". */
  readonly dmesg: string;
}

/** Seconds of this computer's time, which others may share: a shell takes two minutes with it all to oneself. */
export const PATIENCE = 1800;

export async function untilShell(computer: Dialogue): Promise<void> {
  await computer.until(/built-in shell \(ash\)[^]*?\n# /, PATIENCE);
}

export async function ask(computer: Dialogue): Promise<Told> {
  const tell = async (command: string): Promise<string> => (await computer.run(command, PATIENCE)).output;
  return {
    uname: await tell("uname -a"),
    cpuinfo: await tell("cat /proc/cpuinfo"),
    interrupts: await tell("cat /proc/interrupts"),
    dmesg: await tell("dmesg -r"),
  };
}

/** Answers the exit status. */
export async function switchOff(computer: Dialogue): Promise<number | null> {
  computer.type("poweroff\r");
  await computer.until(/reboot: Power down/, PATIENCE);
  return await computer.ended(PATIENCE);
}

const WARNING = 4;

interface Line {
  readonly level: number;
  readonly text: string;
}

/** Without the times, and with "N" for numbers: sizes, times and addresses depend on the run. */
export function linesOf(dmesg: string): Line[] {
  return dmesg.split("\n").flatMap((line): Line[] => {
    const parts = /^<(\d+)>\[ *\d+\.\d+\] (.*)$/.exec(line);
    if (parts === null) return [];
    return [{ level: Number(parts[1]) & 7, text: parts[2]!.replace(/\b(0x)?[0-9a-f]*\d[0-9a-f]*\b/g, "N") }];
  });
}

/** What `ours` says and `theirs` does not. */
export function onlyIn(ours: string, theirs: string, most = 7): string[] {
  const known = new Set(linesOf(theirs).map(({ text }) => text));
  return linesOf(ours).filter(({ level, text }) => level <= most && !known.has(text)).map(({ text }) => text);
}

export const warningsOnlyIn = (ours: string, theirs: string): string[] => onlyIn(ours, theirs, WARNING);

/** "fp asimd ...", as the first CPU has it. */
export const featuresOf = (cpuinfo: string): string[] => /^Features\s*: (.*)$/m.exec(cpuinfo)?.[1]!.trim().split(" ") ?? [];

export const cpusIn = (cpuinfo: string): number => cpuinfo.match(/^processor\s*:/gm)?.length ?? 0;

export interface InterruptCount {
  /** Its line at the controller, and how it is triggered: "GIC-0 27 Level". */
  readonly line: string;
  readonly count: number;
}

/** By the driver's name. */
export function interruptsIn(interrupts: string): Map<string, InterruptCount> {
  const rows = interrupts.split("\n").flatMap((row): [string, InterruptCount][] => {
    const parts = /^ *\d+:((?: +\d+)+) +(\S+ +\d+ +(?:Level|Edge)) +(.*)$/.exec(row);
    if (parts === null) return [];
    const count = parts[1]!.trim().split(/ +/).reduce((sum, each) => sum + Number(each), 0);
    return [[parts[3]!, { line: parts[2]!.replace(/ +/g, " "), count }]];
  });
  return new Map(rows);
}
