// What Debian's kernel does on its way to a shell, by subsystem: npx ts-node test/bench/linux/boot-timeline.ts [FILE]
//
// Boots the kernel that `o2p images fetch linux` has brought, on one CPU, in virtual time, so that each run is the same.
// Every SLICE instructions it looks where the machine is, and walks the kernel's frame records (AAPCS64, "The Frame
// Pointer") to who called; the first of PARTS that knows one of the functions gets the look. Writes what
// src/site/widgets/boot-timeline shows.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Board } from "../../../src/machine/board/board";
import { prepareBoot } from "../../../src/machine/board/loaders/boot";
import { loadImage } from "../../../src/machine/board/loaders/load-image";
import { peek } from "../../../src/machine/cpu/stepping/peek";
import { type KernelSymbol, kernelSymbols } from "./kernel-symbols";

const SLICE = 20_000;
const COLUMNS = 240;
const MIB = 2 ** 20;
/** Where Linux 6.1 has itself, with 48-bit addresses and no KASLR. */
const KERNEL_BASE = 0xffff_8000_0800_0000n;
const MOST_FRAMES = 48;
/** A part of less than half a thousandth is left out. */
const FEWEST_LOOKS = 0.0005;
const MOST_INSTRUCTIONS = 3e9;
const PROMPT = /\n[^\n]*# (?:\x1b\[6n)?$/;
/** Kinds of symbols that are functions. */
const FUNCTIONS = "tTwW";

const OUTPUT = join(__dirname, "../../../src/site/widgets/boot-timeline/linux-boot.json");
const IMAGES = join(__dirname, "../../../.cache/images");

interface Part {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  /** A function of its own, on the stack. */
  readonly knows: RegExp;
}

/** In the order in which they are asked. */
const PARTS: readonly Part[] = [
  { name: "programs", title: "programs", knows: /^EL0$/,
    says: "At EL0: busybox, started as /init. It mounts, loads modules, and becomes the shell that asks what you want." },
  { name: "modules", title: "modules", knows: /^(load_module|__do_sys_init_module|__do_sys_finit_module|do_init_module)$/,
    says: "Drivers that are not in the kernel come from the RAM disk. Each is an ELF file: its sections are placed, its relocations done, its signature checked." },
  { name: "system calls", title: "system calls", knows: /^(el0_svc|el0t_64_sync_handler|el0_da|el0_ia|el0t_64_irq_handler)$/,
    says: "What the kernel does because a program asked, or touched a page that was not there yet." },
  { name: "initramfs", title: "unpacking the RAM disk", knows: /^(unpack_to_rootfs|do_populate_rootfs|populate_rootfs)$/,
    says: "The initial RAM disk is a compressed archive. Its files are made, one by one, in a file system that is in memory." },
  { name: "cryptography", title: "testing its cryptography", knows: /^(cryptomgr_test|alg_test|alg_test_\w+|crypto_kdf108_init|.*_selftest|.*_self_test)$/,
    says: "Every algorithm is tried on known answers before anybody may use it, with every length, alignment and way of cutting its input into pieces that somebody once got wrong. Most of the time goes to RSA: powers of numbers of thousands of bits, by hand." },
  { name: "certificates", title: "certificates", knows: /(x509|pkcs7|asymmetric|public_key|load_certificate|load_system_certificate|integrity_|restrict_link|key_create|mpi_|rsa_)/,
    says: "The keys that modules are signed with are compiled into the kernel. Each certificate is taken apart, and its own signature checked: arithmetic with numbers of 4,096 bits." },
  { name: "page-table check", title: "checking its page tables", knows: /^(ptdump_check_wx|mark_rodata_ro|debug_checkwx|free_initmem)$/,
    says: "Before the first program runs, the kernel walks all its own tables and looks for a page that can be written and executed. There must be none. Then it gives back what only the start needed." },
  { name: "tracing", title: "preparing to be traced", knows: /^(ftrace_\w+|trace_\w+_init|event_trace\w*|tracer_\w+|early_trace_init|trace_init|trace_event\w*|init_trace\w*|tracing_\w+)$/,
    says: "At the head of each of its 44,000 functions there is room for a call that reports it. All of them are found, sorted, and made ready." },
  { name: "patching", title: "patching itself", knows: /^(apply_\w*alternatives\w*|__apply_alternatives\w*|jump_label\w*|static_key\w*|aarch64_insn_\w+|multi_cpu_stop|setup_cpu_features|kaslr\w*)$/,
    says: "One kernel for all processors. Where it has two ways to do a thing, it replaces instructions in its own text by those that suit this processor, with all CPUs held." },
  { name: "memory", title: "memory", knows: /^(mem_init|memblock\w*|paging_init|bootmem_init|free_area_init\w*|build_all_zonelists|mm_init|kmem_cache_init\w*|page_alloc_init\w*|vmemmap\w*|sparse_init\w*|arm64_memblock_init|map_mem|create_mapping\w*|memmap_init\w*|setup_arch|numa_init\w*|kmem_cache_create\w*)$/,
    says: "It reads in the device tree how much there is, maps it, and makes a record for each page. Then there is an allocator, and after it everything else." },
  { name: "console", title: "printing", knows: /^(console_unlock|vprintk\w*|pl011_\w+|serial\w*|uart_\w+|univ8250\w*|register_console)$/,
    says: "Each letter waits for room in a FIFO of sixteen; ours always has some." },
  { name: "idle", title: "nothing to do", knows: /^(do_idle|cpu_startup_entry|default_idle_call|arch_cpu_idle)$/,
    says: "WFI: the machine sleeps until a timer. In this machine's virtual time that costs nothing, and is not counted." },
  { name: "interrupts", title: "interrupts and timers", knows: /^(el1_interrupt|el1h_64_irq\w*|gic_handle_irq|call_on_irq_stack|irq_exit\w*|__do_softirq|run_ksoftirqd|rcu_gp_kthread|rcu_\w+_kthread)$/,
    says: "The tick, 250 times a second of the machine's time, and the work that was put off until then." },
  { name: "devices", title: "drivers and subsystems", knows: /^(do_one_initcall|do_initcalls|driver_register|__driver_attach|bus_add_driver|of_platform\w*|device_add|deferred_probe\w*|platform_\w+|kernel_init_freeable|worker_thread|async_run_entry_fn|kthread_worker_fn|devtmpfs\w*)$/,
    says: "Hundreds of initcalls, in the order of their levels: file systems, network protocols, buses, and a driver for each node of the device tree that one knows." },
  { name: "start", title: "start", knows: /./,
    says: "What comes before, and between: the first page tables, the scheduler, the first threads." },
];

interface Look {
  readonly part: Part;
  readonly function: string;
}

/** Where the functions begin, by distance from the kernel's first byte. */
class Names {
  readonly #symbols: readonly KernelSymbol[];
  /** Where the Image is while the MMU is off. */
  readonly #image: number;

  constructor(image: Uint8Array, address: number) {
    this.#symbols = kernelSymbols(image).filter(({ kind }) => FUNCTIONS.includes(kind)).sort((a, b) => a.offset - b.offset);
    this.#image = address;
  }

  at(pc: bigint): string {
    const offset = Number(pc >= KERNEL_BASE ? pc - KERNEL_BASE : pc - BigInt(this.#image));
    let [low, high] = [0, this.#symbols.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#symbols[middle]!.offset <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#symbols[low - 1]?.name ?? "before the kernel";
  }
}

/** The functions that the CPU is in, the innermost first. */
function stackOf({ current: cpu, processors }: Board, names: Names): string[] {
  const { x } = cpu.state;
  if (((processors[0]!.system.pstate >> 2) & 3) === 0) return ["EL0"];
  const stack = [names.at(cpu.pc), names.at(x[30]!)];
  const word = (address: bigint): bigint | undefined => {
    const bytes = peek(cpu, address, 8);
    return bytes.includes(undefined) ? undefined : bytes.reduceRight((value: bigint, byte) => value * 256n + BigInt(byte!), 0n);
  };
  for (let frame = x[29]; frame !== undefined && frame >= KERNEL_BASE && stack.length < MOST_FRAMES; frame = word(frame)) {
    const caller = word(frame + 8n);
    if (caller === undefined || caller < KERNEL_BASE) break;
    stack.push(names.at(caller));
  }
  return stack;
}

function lookAt(board: Board, names: Names): Look {
  const stack = stackOf(board, names);
  return { part: PARTS.find(({ knows }) => stack.some((name) => knows.test(name)))!, function: stack[0]! };
}

interface Boot {
  readonly looks: readonly Look[];
  readonly lines: readonly { readonly at: number; readonly text: string }[];
  readonly instructions: number;
}

function boot(kernel: Uint8Array, initrd: Uint8Array): Boot {
  const description = { ramBytes: 512 * MIB, cpus: 1, gic: 2, bootargs: "console=ttyAMA0" } as const;
  let text = "\n";
  const lines: { at: number; text: string }[] = [];
  const board: Board = new Board({
    description,
    outside: {
      serial: (byte) => {
        text += String.fromCharCode(byte);
        if (byte !== 0x0a) return;
        const line = text.slice(text.lastIndexOf("\n", text.length - 2) + 1).replace(/[\r\n\x1b]/g, "");
        if (line !== "") lines.push({ at: board.time, text: line });
      },
    },
  });
  const { segments, entry, x0 } = prepareBoot(loadImage(kernel, description.ramBytes), description, initrd);
  board.start({ segments, entry, x0 });
  const names = new Names(kernel, Number(entry));
  const looks: Look[] = [];
  while (!PROMPT.test(text.slice(-80)) && board.time < MOST_INSTRUCTIONS) {
    board.run(SLICE);
    looks.push(lookAt(board, names));
    if (looks.length % 5000 === 0) process.stderr.write(`${board.time / 1e6} million instructions: ${lines.at(-1)?.text ?? ""}\n`);
  }
  return { looks, lines, instructions: board.time };
}

function summary({ looks, lines, instructions }: Boot): unknown {
  const column = (look: number): number => Math.min(COLUMNS - 1, Math.floor((look * COLUMNS) / looks.length));
  const parts = PARTS.map(({ name, title, says }) => {
    const counts = Array.from({ length: COLUMNS }, () => 0);
    const functions = new Map<string, number>();
    looks.forEach((look, i) => {
      if (look.part.name !== name) return;
      counts[column(i)]!++;
      functions.set(look.function, (functions.get(look.function) ?? 0) + 1);
    });
    const total = counts.reduce((sum, count) => sum + count, 0);
    const most = [...functions].sort((a, b) => b[1] - a[1]).slice(0, 5);
    return { name, title, says, looks: counts, functions: most.map(([each, count]) => [each, Math.round((100 * count) / total)]) };
  });
  const version = /Linux version (\S+)/.exec(lines.map(({ text }) => text).join("\n"))?.[1] ?? "Linux";
  const firstIn = ({ looks: counts }: { readonly looks: readonly number[] }): number => counts.findIndex((count) => count > 0);
  return {
    kernel: `Debian's Linux ${version}`, machine: "one CPU, GICv2, 512 MiB, virtual time", instructions,
    parts: parts.filter(({ looks: counts }) => counts.reduce((sum, count) => sum + count, 0) > FEWEST_LOOKS * looks.length).sort((a, b) => firstIn(a) - firstIn(b)),
    lines: lines.map(({ at, text }) => ({ at, text: text.replace(/^.*?(?=\[ +\d)/, "").slice(0, 110) })),
  };
}

const [output = OUTPUT] = process.argv.slice(2);
const measured = boot(readFileSync(join(IMAGES, "linux")), readFileSync(join(IMAGES, "initramfs.cpio.gz")));
writeFileSync(output, `${JSON.stringify(summary(measured))}\n`);
process.stderr.write(`${measured.instructions} instructions, ${measured.looks.length} looks: ${output}\n`);
