// What a program finds on its stack (System V ABI; Linux, fs/binfmt_elf.c).
//
//   sp -> argc, argv[0] ... , 0, envp[0] ... , 0, auxv (tag, value) ... , AT_NULL 0
//         ... 16 bytes for AT_RANDOM, the strings, the program's path    top

import type { VirtAddr } from "../../base/word";
import { refuse } from "./errors";
import { hwcap, hwcap2 } from "./hwcap";
import type { Loaded } from "./loader";
import { STACK_TOP } from "./loader";
import { bytesOf } from "./user-memory";
import { PROGRAM_HEADER_SIZE } from "../../formats/elf/structures";
import { PAGE } from "../../machine/cpu/layout";

/** include/uapi/linux/auxvec.h */
const AT = {
  NULL: 0, PHDR: 3, PHENT: 4, PHNUM: 5, PAGESZ: 6, BASE: 7, FLAGS: 8, ENTRY: 9, UID: 11, EUID: 12, GID: 13, EGID: 14,
  PLATFORM: 15, HWCAP: 16, CLKTCK: 17, SECURE: 23, RANDOM: 25, HWCAP2: 26, EXECFN: 31,
} as const;

/** ARG_MAX: what arguments and environment may take. */
const MOST_BYTES = 128 * 1024;
const CLOCK_TICKS = 100n;

export interface Start {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: readonly string[];
  readonly uid: number;
  readonly gid: number;
  /** 16 bytes. */
  readonly random: Uint8Array;
}

/** Writes it all, and returns the stack pointer. */
export function makeStack({ memory, program }: Loaded, start: Start): VirtAddr {
  let top = STACK_TOP;
  const push = (bytes: Uint8Array): VirtAddr => {
    top -= BigInt(bytes.length);
    if (top < STACK_TOP - BigInt(MOST_BYTES)) refuse("E2BIG");
    memory.write(top, bytes);
    return top;
  };
  const pushText = (text: string): VirtAddr => push(bytesOf(`${text}\0`));

  const path = pushText(start.path);
  const platform = pushText("aarch64");
  const env = start.env.toReversed().map(pushText).reverse();
  const args = start.args.toReversed().map(pushText).reverse();
  const random = push(start.random);
  const [uid, gid] = [BigInt(start.uid), BigInt(start.gid)];
  const vector: readonly (readonly [tag: number, value: bigint])[] = [
    [AT.PHDR, program.headers], [AT.PHENT, BigInt(PROGRAM_HEADER_SIZE)], [AT.PHNUM, BigInt(program.headerCount)],
    [AT.PAGESZ, BigInt(PAGE)], [AT.BASE, program.interpreter], [AT.FLAGS, 0n], [AT.ENTRY, program.entry],
    [AT.UID, uid], [AT.EUID, uid], [AT.GID, gid], [AT.EGID, gid], [AT.SECURE, 0n],
    [AT.HWCAP, hwcap()], [AT.HWCAP2, hwcap2()], [AT.CLKTCK, CLOCK_TICKS], [AT.PLATFORM, platform],
    [AT.RANDOM, random], [AT.EXECFN, path], [AT.NULL, 0n],
  ];
  const words = [BigInt(args.length), ...args, 0n, ...env, 0n, ...vector.flatMap(([tag, value]) => [BigInt(tag), value])];
  const sp = (top - BigInt(8 * words.length)) & ~15n;
  memory.writeU64(sp, ...words);
  return sp;
}
