import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { hex } from "./notation";
import type { ClaimRow, SystemQuestions } from "./questions";

type Claims = SystemQuestions["claims"];
type Registers = Readonly<Record<string, bigint>>;

const row = (feature: string, register: string, low: number, atLeast: number, sign: "signed" | "unsigned" = "unsigned"): ClaimRow =>
  ({ feature, register, low, atLeast, signed: sign === "signed" });

const [PFR0, ISAR0, ISAR1] = ["ID_AA64PFR0_EL1", "ID_AA64ISAR0_EL1", "ID_AA64ISAR1_EL1"] as const;
const [MMFR0, MMFR1] = ["ID_AA64MMFR0_EL1", "ID_AA64MMFR1_EL1"] as const;

/** Arm ARM, the descriptions of these registers. */
const ROWS: readonly ClaimRow[] = [
  row("FEAT_AES", ISAR0, 4, 1),
  row("FEAT_PMULL", ISAR0, 4, 2),
  row("FEAT_SHA256", ISAR0, 12, 1),
  row("FEAT_SHA512", ISAR0, 12, 2),
  row("FEAT_CRC32", ISAR0, 16, 1),
  row("FEAT_LSE", ISAR0, 20, 2),
  row("FEAT_DotProd", ISAR0, 44, 1),
  row("FEAT_FlagM", ISAR0, 52, 1),
  row("FEAT_FlagM2", ISAR0, 52, 2),
  row("FEAT_LRCPC", ISAR1, 20, 1),
  row("FEAT_LRCPC2", ISAR1, 20, 2),
  row("FEAT_PAN", MMFR1, 20, 1),
  row("FEAT_PAN2", MMFR1, 20, 2),
  row("FEAT_PAN3", MMFR1, 20, 3),
];

/** Whose fields are signed: 0b1111 is "none", and what is there by default is 0. */
const SIGNED: readonly ClaimRow[] = [
  row("floating point", PFR0, 16, 0, "signed"),
  row("FEAT_FP16", PFR0, 16, 1, "signed"),
  row("Advanced SIMD", PFR0, 20, 0, "signed"),
  row("pages of 4 KiB", MMFR0, 28, 0, "signed"),
  row("pages of 16 KiB", MMFR0, 20, 1),
  row("pages of 64 KiB", MMFR0, 24, 0, "signed"),
];

/** What QEMU 7.2's ID registers hold. */
const A57: Registers = { [PFR0]: 0x22n, [ISAR0]: 0x1_1120n, [ISAR1]: 0n, [MMFR0]: 0x1124n, [MMFR1]: 0n };
const N1: Registers = {
  [PFR0]: 0x1100_0000_1011_0012n, [ISAR0]: 0x1000_1021_1120n, [ISAR1]: 0x10_0001n, [MMFR0]: 0x10_1125n, [MMFR1]: 0x1021_2122n,
};
const MAX: Registers = {
  [PFR0]: 0x1201_0011_2011_0022n, [ISAR0]: 0x1221_1111_1021_2120n, [ISAR1]: 0x0011_1111_0121_1012n, [MMFR0]: 0x0323_1020_1126n,
  [MMFR1]: 0x0110_1021_1122n,
};

const CRYPTO = ["FEAT_AES", "FEAT_PMULL", "FEAT_SHA256"];
const N1_HAS = [...CRYPTO, "FEAT_CRC32", "FEAT_LSE", "FEAT_DotProd", "FEAT_LRCPC", "FEAT_PAN", "FEAT_PAN2"];
const MAX_HAS = [
  ...CRYPTO, "FEAT_SHA512", "FEAT_CRC32", "FEAT_LSE", "FEAT_DotProd", "FEAT_FlagM", "FEAT_FlagM2", "FEAT_LRCPC", "FEAT_LRCPC2", "FEAT_PAN", "FEAT_PAN2",
];
const BY_DEFAULT = ["floating point", "Advanced SIMD", "pages of 4 KiB", "pages of 64 KiB"];

const PROCESSORS: readonly Case<Claims>[] = [
  { args: [A57, ROWS],    want: [...CRYPTO, "FEAT_CRC32"], why: "QEMU's Cortex-A57, which is Armv8.0" },
  { args: [N1, ROWS],     want: N1_HAS,                    why: "QEMU's Neoverse N1, which is Armv8.2" },
  { args: [MAX, ROWS],    want: MAX_HAS,                   why: "QEMU's max: a field of 2 has what a field of 1 has" },
  { args: [A57, [...ROWS].reverse()], want: ["FEAT_CRC32", "FEAT_SHA256", "FEAT_PMULL", "FEAT_AES"], why: "in the order of the rows" },
];

const SIGNS: readonly Case<Claims>[] = [
  { args: [A57, SIGNED],  want: BY_DEFAULT, why: "Cortex-A57: 0 is \"there\" in a signed field, and \"not there\" in an unsigned one" },
  { args: [N1, SIGNED],   want: SIGNED.map(({ feature }) => feature), why: "Neoverse N1: it has all of them" },
  { args: [{ [PFR0]: 0xff_0011n, [MMFR0]: 0xf100_0000n }, SIGNED], want: ["pages of 64 KiB"], why: "1111 is -1: no floating point, no pages of 4 KiB" },
];

const MISSING: readonly Case<Claims>[] = [
  { args: [{}, ROWS],     want: [],         why: "a register that is not there reads as zero, and zero is nothing" },
  { args: [{}, SIGNED],   want: BY_DEFAULT, why: "... except where a field is signed" },
  { args: [{ [ISAR0]: 0x70n }, ROWS], want: ["FEAT_AES", "FEAT_PMULL"], why: "7 is a version that has not been thought of; it is 2 or more" },
  { args: [N1, []],       want: [],         why: "nothing was asked" },
];

export const claims: Trial<Claims> = {
  show: {
    call: (registers, rows) =>
      `claims({ ${Object.entries(registers).map(([name, value]) => `${short(name)}: ${hex(value)}`).join(", ")} }, [${rows.map(rowText).join(", ")}])`,
    answer: (answer) => answer.join(", ") || "nothing",
  },
  properties: [
    { title: "reads known processors", cases: () => PROCESSORS },
    { title: "reads signed fields", cases: () => SIGNS },
    { title: "reads what it does not know", cases: () => MISSING },
    { title: "agrees with what a processor was made of", cases: (draw) => draw.times(300, () => drawCase(draw)) },
  ],
};

/** Registers made of fields, each of which is known as a number before it becomes bits; and a few rows about them. */
function drawCase(draw: Draw): Case<Claims> {
  const registers: Record<string, bigint> = {};
  const known: { readonly row: ClaimRow; readonly version: number }[] = [];
  for (const register of draw.shuffle([PFR0, ISAR0, ISAR1, MMFR0]).slice(0, draw.between(1, 2))) {
    registers[register] = 0n;
    for (let low = 0; low < 64; low += 4) {
      const signed = draw.below(3) === 0;
      const version = signed ? draw.between(-8, 7) : draw.pick([0, 1, 2, draw.bits(4)]);
      registers[register] |= BigInt(version & 0xf) << BigInt(low);
      const atLeast = signed ? draw.between(-2, 3) : draw.between(1, 3);
      known.push({ row: { feature: `FEAT_${known.length}`, register, low, atLeast, signed }, version });
    }
  }
  const asked = draw.shuffle(known).slice(0, 3);
  const want = asked.filter(({ row: { atLeast }, version }) => version >= atLeast).map(({ row: { feature } }) => feature);
  return { args: [registers, asked.map((one) => one.row)], want };
}

/** "ISAR0" */
const short = (register: string): string => register.replace(/^ID_AA64|_EL1$/g, "");

const rowText = ({ feature, register, low, atLeast, signed }: ClaimRow): string =>
  `${feature}: ${short(register)}<${low + 3}:${low}> >= ${atLeast}${signed ? " signed" : ""}`;
