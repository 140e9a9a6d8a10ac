import type { CpuParts } from "../../../machine/cpu/parts";
import { type Piece, pieces as ours } from "../../../machine/cpu/pieces";
import type { Case, Trial } from "../exercise";
import { address as hex } from "./notation";

type Pieces = CpuParts["pieces"];

const WHOLE: readonly Case<Pieces>[] = [
  { args: [0x1000n, 8], want: [{ address: 0x1000n, bytes: 8, done: 0 }],  why: "a page begins there, and that is no crossing" },
  { args: [0x1234n, 8], want: [{ address: 0x1234n, bytes: 8, done: 0 }],  why: "in the middle of a page" },
  { args: [0x1ff8n, 8], want: [{ address: 0x1ff8n, bytes: 8, done: 0 }],  why: "its last byte is the page's last" },
  { args: [0x1fffn, 1], want: [{ address: 0x1fffn, bytes: 1, done: 0 }],  why: "one byte never crosses anything" },
  { args: [0x1ff0n, 16], want: [{ address: 0x1ff0n, bytes: 16, done: 0 }], why: "sixteen bytes, up to the border" },
];

const CUT: readonly Case<Pieces>[] = [
  {
    args: [0x1ffcn, 8], why: "four bytes here, four there",
    want: [{ address: 0x1ffcn, bytes: 4, done: 0 }, { address: 0x2000n, bytes: 4, done: 4 }],
  },
  {
    args: [0x1fffn, 8], why: "one here, seven there",
    want: [{ address: 0x1fffn, bytes: 1, done: 0 }, { address: 0x2000n, bytes: 7, done: 1 }],
  },
  {
    args: [0x1ff9n, 8], why: "seven here, one there",
    want: [{ address: 0x1ff9n, bytes: 7, done: 0 }, { address: 0x2000n, bytes: 1, done: 7 }],
  },
  {
    args: [0x2fffn, 2], why: "the least that can cross",
    want: [{ address: 0x2fffn, bytes: 1, done: 0 }, { address: 0x3000n, bytes: 1, done: 1 }],
  },
  {
    args: [0x1ff1n, 64], why: "fifteen here, forty-nine there",
    want: [{ address: 0x1ff1n, bytes: 15, done: 0 }, { address: 0x2000n, bytes: 49, done: 15 }],
  },
];

const FAR: readonly Case<Pieces>[] = [
  {
    args: [0xffff_8000_0000_1ffen, 4], why: "a kernel's address: no number of JavaScript's holds it",
    want: [{ address: 0xffff_8000_0000_1ffen, bytes: 2, done: 0 }, { address: 0xffff_8000_0000_2000n, bytes: 2, done: 2 }],
  },
  {
    args: [0xffff_ffff_ffff_fffdn, 8], why: "behind the last address comes address 0",
    want: [{ address: 0xffff_ffff_ffff_fffdn, bytes: 3, done: 0 }, { address: 0n, bytes: 5, done: 3 }],
  },
  { args: [0xffff_ffff_ffff_fff8n, 8], want: [{ address: 0xffff_ffff_ffff_fff8n, bytes: 8, done: 0 }], why: "up to the last address, and not beyond" },
];

export const crossing: Trial<Pieces> = {
  show: {
    call: (address, bytes) => `pieces(${hex(address)}, ${bytes})`,
    answer: (answer) => answer.map(pieceText).join(", then ") || "no piece",
  },
  properties: [
    { title: "leaves an access within a page in one piece", cases: () => WHOLE },
    { title: "cuts where the next page begins", cases: () => CUT },
    { title: "does so anywhere in 64 bits", cases: () => FAR },
    {
      title: "agrees with the reference around borders",
      cases: (draw) => draw.times(400, (): Case<Pieces> => {
        const border = draw.bigBits(52) << 12n;
        const args = [BigInt.asUintN(64, border + BigInt(draw.between(-70, 8))), draw.pick([1, 2, 4, 8, 16, 32, 64])] as const;
        return { args, want: ours(...args) };
      }),
    },
  ],
};

const pieceText = ({ address, bytes, done }: Piece): string => `${bytes} at ${hex(address)} (${done} before it)`;
