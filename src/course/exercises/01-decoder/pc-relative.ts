import type { DecoderParts } from "../../../machine/decoder/parts";
import { pcRelative as ours } from "../../../machine/decoder/pc-relative";
import type { Case, Trial } from "../exercise";
import { register } from "../notation";

type PcRelative = DecoderParts["pcRelative"];

/** From the listing of `hello`, as llvm-objdump 14 prints it. */
const FROM_HELLO: readonly Case<PcRelative>[] = [
  { args: [0x20114cn, 0x28, false], want: 0x201174n, why: "20114c: bl 0x201174, 40 bytes forward" },
  { args: [0x20117cn, -4, false],   want: 0x201178n, why: "20117c: cbnz w2, 0x201178, 4 bytes back" },
  { args: [0x201160n, -32, false],  want: 0x201140n, why: "201160: adr x0, 0x201140, 32 bytes back" },
  { args: [0x201140n, -1, true],    want: 0x200000n, why: "201140: adrp x1, 0x200000, one page back" },
];

const PAGES: readonly Case<PcRelative>[] = [
  { args: [0x1234n, 0, true],         want: 0x1000n,      why: "no page away is the start of pc's own" },
  { args: [0x1fffn, 1, true],         want: 0x2000n,      why: "the next page, however far into this one pc is" },
  { args: [0x2000n, 1, true],         want: 0x3000n,      why: "pc is where a page starts" },
  { args: [0x40_0ffcn, -1, true],     want: 0x3f_f000n },
  { args: [0x1000n, 0xfffff, true],   want: 0x1_0000_0000n, why: "the last page that ADRP reaches is 4 GiB away: more than 32 bits of bytes" },
  { args: [0x7_0000_0abcn, -0x100000, true], want: 0x6_0000_0000n, why: "the first page that ADRP reaches, 4 GiB back" },
];

const BYTES: readonly Case<PcRelative>[] = [
  { args: [0x1234n, 0, false],        want: 0x1234n,      why: "an instruction that branches to itself" },
  { args: [0x1fffn, 1, false],        want: 0x2000n },
  { args: [0x7fff_ffff_fffcn, 0x7fffffc, false], want: 0x8000_07ff_fff8n, why: "the end of B's reach" },
  { args: [0xffff_8000_0008_1234n, 0x10, false], want: 0xffff_8000_0008_1244n, why: "a kernel's address: no double holds it exactly" },
];

const WRAPPING: readonly Case<PcRelative>[] = [
  { args: [0x1000n, -0x1004, false],              want: 0xffff_ffff_ffff_fffcn, why: "back past 0" },
  { args: [0xffff_ffff_ffff_fffcn, 4, false],     want: 0n,                     why: "forward past 2^64 - 1" },
  { args: [0x1234n, -2, true],                    want: 0xffff_ffff_ffff_f000n, why: "one page back past 0" },
  { args: [0xffff_ffff_ffff_f123n, 1, true],      want: 0n,                     why: "one page forward past 2^64 - 1" },
];

export const pcRelative: Trial<PcRelative> = {
  show: {
    call: (pc, offset, page) => `pcRelative(${register(pc, 64)}, ${offset}, ${page}): ${offset} ${page ? "pages" : "bytes"}`,
    answer: (answer) => register(answer, 64),
  },
  properties: [
    { title: "names the addresses of a program", cases: () => FROM_HELLO },
    { title: "counts pages from the start of pc's own", cases: () => PAGES },
    { title: "counts bytes from pc", cases: () => BYTES },
    { title: "wraps around at 2^64", cases: () => WRAPPING },
    {
      title: "agrees with the reference anywhere",
      cases: (draw) => draw.times(500, (): Case<PcRelative> => {
        const pc = draw.bigBits(draw.pick([16, 32, 48, 64]));
        const page = draw.below(2) === 1;
        const offset = page ? draw.between(-0x100000, 0xfffff) : draw.between(-0x8000000, 0x7ffffff);
        return { args: [pc, offset, page], want: ours(pc, offset, page) };
      }),
    },
  ],
};
