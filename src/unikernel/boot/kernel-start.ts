// kernel_start: IncludeOS's steps, in their order and under their names, from the first instruction
// in TypeScript to kernel_main. Each is a file of this folder.
//
// 1. Before _init_bss, variables of .bss are rubbish, and what is written to them is lost: whatever
//    is kept from before is an object, which is in .data, or lies in memory of its own.
// 2. Before OS::init_heap nothing allocates.

import { deviceTree } from "../device-tree/flattened-tree";
import { findFirmware } from "../drivers/psci";
import { physicalOf, UPPER_HALF } from "../memory/layout";
import { useKernelMap } from "../memory/kernel-map";
import { symbol } from "../metal/linker";
import { readSystemRegister } from "../metal/system-register";
import { plus } from "../metal/word";
import { powerOff } from "../runtime/power";
import { beginBootLog, step, stepAt } from "./boot-log";
import { idt_initialize_for_cpu } from "./idt-initialize";
import { _init_bss } from "./init-bss";
import { _init_elf_parser, Elf_binary } from "./init-elf-parser";
import { init_heap, memoryEnd } from "./init-heap";
import { __init_sanity_checks } from "./init-sanity-checks";
import { __init_serial1 } from "./init-serial1";
import { _init_syscalls } from "./init-syscalls";
import { kernel_main } from "./kernel-main";
import { __libc_start_main } from "./libc-start-main";
import { _move_symbols } from "./move-symbols";
import { RNG_init } from "./rng-init";

const GIB = 0x4000_0000n;
/** Physical addresses have a place in the upper half up to here. */
const BOARD_END = 0x80_0000_0000n;

/** `tree` is where the loader says the device tree is; the others, what the counter said when. */
export function kernel_start(tree: bigint, startedAt: bigint, archStartedAt: bigint): never {
  beforeHeap(tree, startedAt, archStartedAt);
  afterHeap();
  return powerOff();
}

/** @noalloc */
function beforeHeap(tree: bigint, startedAt: bigint, archStartedAt: bigint): void {
  beginBootLog(startedAt);
  stepAt("_start", archStartedAt);
  stepAt("__arch_start", readSystemRegister("CNTVCT_EL0"));
  openDeviceTree(tree);
  findFirmware();
  __init_serial1();
  step("__init_serial1");
  __init_sanity_checks();
  step("__init_sanity_checks");
  const free_mem_begin = _move_symbols();
  step("_move_symbols");
  _init_bss();
  step("_init_bss");
  init_heap(physicalOf(free_mem_begin), memoryEnd());
  useKernelMap();
  step("OS::init_heap");
}

function afterHeap(): void {
  _init_syscalls();
  step("_init_syscalls");
  idt_initialize_for_cpu(0);
  step("idt_initialize_for_cpu");
  _init_elf_parser();
  step("_init_elf_parser");
  Elf_binary();
  step("Elf_binary<Elf64>");
  RNG_init();
  step("RNG::init");
  __libc_start_main(kernel_main);
}

/** Only the GiB that holds the image is mapped. @noalloc */
function openDeviceTree(physical: bigint): void {
  const image = symbol("link/image");
  const begin = BigInt.asUintN(64, image - (image & (GIB - 1n)));
  const address = physical < BOARD_END ? plus(UPPER_HALF, physical) : 0n;
  if (address >= begin) deviceTree.open(address, plus(begin, GIB));
}
