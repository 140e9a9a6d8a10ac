// What the programs are asked to do. QEMU has answered it once (record.ts), and answers it again where it
// is installed (compare-programs.ts).

import type { ProgramName } from "./programs";

export interface ProgramCase {
  readonly name: string;
  readonly program: ProgramName;
  readonly args: readonly string[];
  /** A file of scripts/, as standard input. */
  readonly input?: string;
  /** What `npm test` does not wait for. */
  readonly long?: boolean;
}

const COUNT = "s=0; i=0; while [ $i -lt 2000 ]; do i=$((i + 1)); s=$((s + i * i)); done; echo $s";
const SUM = "local s = 0.0 for i = 1, 300000 do s = s + 1 / (i * i) end print(s)";
const FIB = "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end print(fib(24))";

export const CASES: readonly ProgramCase[] = [
  // name             program             arguments, or a script of scripts/
  { name: "shell",      program: "busybox", args: ["sh"],     input: "shell.sh" },
  { name: "pipes",      program: "busybox", args: ["sh"],     input: "pipes.sh" },
  { name: "awk",        program: "busybox", args: ["sh"],     input: "awk.sh" },
  { name: "lua",        program: "lua",     args: ["-", "x"], input: "lua.lua" },
  { name: "bash",       program: "bash",    args: ["-s"],     input: "bash.sh" },
  { name: "perl",       program: "perl",    args: ["-"],      input: "perl.pl" },
  { name: "sqlite",     program: "sqlite3", args: [],         input: "sqlite.sql" },
  { name: "bc",         program: "bc",      args: ["-lq"],    input: "numbers.bc" },
  { name: "no applet",  program: "busybox", args: ["nothing"] },
  { name: "sums",       program: "busybox", args: ["sh"],     input: "sums.sh",  long: true },
  { name: "shell loop", program: "busybox", args: ["sh", "-c", COUNT],           long: true },
  { name: "lua sum",    program: "lua",     args: ["-e", SUM],                   long: true },
  { name: "lua calls",  program: "lua",     args: ["-e", FIB],                   long: true },
];
