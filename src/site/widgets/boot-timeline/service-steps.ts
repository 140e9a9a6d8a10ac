/** What each step of the kernel's boot does, and where it stands. The names are IncludeOS's; the kernel passes them to its boot log. */

export interface StepText {
  readonly name: string;
  /** In the repository. */
  readonly file: string;
  readonly says: string;
}

const boot = "src/unikernel/boot";

export const stepTexts: readonly StepText[] = [
  { name: "_start", file: `${boot}/entry.ts`, says: "Exceptions are masked, the device tree's address is kept, EL2 is left for EL1, floating point is switched on." },
  { name: "__arch_start", file: `${boot}/entry.ts`, says: "One translation table with two blocks of 1 GiB, MMU and caches on, a jump to the upper half, stacks. IncludeOS's long_mode on x86." },
  { name: "__init_serial1", file: `${boot}/init-serial1.ts`, says: "The serial port, where the device tree has it: from here on the kernel can say what is wrong." },
  { name: "__init_sanity_checks", file: `${boot}/init-sanity-checks.ts`, says: "CRC-32 of code and constants against the linker's: is this the image that was built?" },
  { name: "_move_symbols", file: `${boot}/move-symbols.ts`, says: "The table of functions and lines, which stands where .bss will be, is moved behind the stack, for stack traces." },
  { name: "_init_bss", file: `${boot}/init-bss.ts`, says: "Variables without a first value become zero." },
  { name: "OS::init_heap", file: `${boot}/init-heap.ts`, says: "What memory there is, by the device tree; pages to be given out; the kernel's own page tables; a heap. Nothing before it allocates." },
  { name: "_init_syscalls", file: `${boot}/init-syscalls.ts`, says: "The table of system calls, which SVC comes to." },
  { name: "idt_initialize_for_cpu", file: `${boot}/idt-initialize.ts`, says: "Vectors that save whole frames, in place of those that only say what happened." },
  { name: "_init_elf_parser", file: `${boot}/init-elf-parser.ts`, says: "The kernel's own ELF header is read, and held against where it really is." },
  { name: "Elf_binary<Elf64>", file: `${boot}/init-elf-parser.ts`, says: "The same of its program headers: what a loader of programs will need." },
  { name: "RNG::init", file: `${boot}/rng-init.ts`, says: "Random numbers, from the device tree's rng-seed and the counter; never from a constant." },
  { name: "__libc_start_main", file: `${boot}/libc-start-main.ts`, says: "Arguments, environment and the auxiliary vector are laid out as a C program finds them; then kernel_main is called." },
  { name: "OS::start", file: `${boot}/os-start.ts`, says: "Interrupt controller, timer, clock, and the list of virtio devices, each as the device tree names it." },
  { name: "OS::post_start", file: `${boot}/kernel-main.ts`, says: "The service's own start()." },
  { name: "kernel_sanity_checks", file: `${boot}/kernel-main.ts`, says: "Code and constants again: has whoever started written where nothing is to be written?" },
  { name: "OS::event_loop", file: "src/unikernel/events/event-loop.ts", says: "Events are done as they come, and the processor sleeps between them; with nothing left to wait for, the machine is switched off." },
];
