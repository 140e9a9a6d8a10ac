// The way of Linux's start, in instructions: when it comes to certain functions, to each initcall, to each line that it
// prints; and, by looking now and then, which functions it is in.

import { Traps } from "../../../src/machine/cpu/stepping/traps";
import { linuxBoard } from "./linux-board";

export interface Mark {
  /** Executed before it. */
  readonly instructions: number;
  readonly name: string;
}

export interface BootMarks {
  readonly functions: readonly Mark[];
  readonly initcalls: readonly Mark[];
  readonly lines: readonly Mark[];
  /** Looks that found the kernel in a function, or "a program" outside of it. */
  readonly looks: ReadonlyMap<string, number>;
  readonly end: number;
}

/** The steps of start_kernel() and of the kernel's first thread (Linux 6.1, init/main.c), as far as they are functions. */
const FUNCTIONS = [
  "__primary_switched", "start_kernel", "setup_arch", "early_init_dt_scan", "jump_label_init", "paging_init", "bootmem_init", "unflatten_device_tree", "setup_per_cpu_areas",
  "build_all_zonelists", "vfs_caches_init_early", "trap_init", "mem_init", "kmem_cache_init", "ftrace_init", "sched_init", "radix_tree_init", "workqueue_init_early", "rcu_init",
  "init_IRQ", "time_init", "console_init", "sched_clock_register", "calibrate_delay", "fork_init", "security_init", "vfs_caches_init", "rest_init", "kernel_init", "smp_prepare_cpus",
  "workqueue_init", "smp_init", "sched_init_smp", "page_alloc_init_late", "driver_init", "free_initmem", "run_init_process",
] as const;
/** Calls an initcall, whose address is in X0. */
const INITCALL = "do_one_initcall";

const LOOK_EVERY = 20_000;
const NEWLINE = 10;
const SHELL = /built-in shell \(ash\)/;

/** Until the shell greets; `say` hears each line. */
export function bootMarks(say: (line: string) => void): BootMarks {
  const lines: Mark[] = [];
  let line = "";
  let hasShell = false;
  const { board, map } = linuxBoard((byte) => {
    if (byte !== NEWLINE) {
      line += String.fromCharCode(byte);
      return;
    }
    lines.push({ instructions: board.time, name: line.trimEnd() });
    say(`${board.time} ${line.trimEnd()}`);
    hasShell ||= SHELL.test(line);
    line = "";
  });
  const traps = new Traps(board);
  for (const name of [...FUNCTIONS, INITCALL]) {
    const address = map.addressOf(name);
    if (address !== undefined) traps.addBreakpoint(address);
  }
  const [functions, initcalls]: [Mark[], Mark[]] = [[], []];
  const looks = new Map<string, number>();
  while (!hasShell) {
    traps.arm(true);
    const stop = board.run(LOOK_EVERY);
    const { pc, state } = board.current;
    if (stop.kind === "halted") {
      const name = map.nameAt(pc)!;
      if (name === INITCALL) initcalls.push({ instructions: board.time, name: map.nameAt(state.x[0]!) ?? "a module's" });
      else functions.push({ instructions: board.time, name });
    } else {
      const name = map.nameAt(pc) ?? "a program";
      looks.set(name, (looks.get(name) ?? 0) + 1);
    }
  }
  return { functions, initcalls, lines, looks, end: board.time };
}
