import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import { hex } from "./notation";
import type { SystemQuestions, Timer, TimerAccess, TimerAfter, TimerRegister } from "./questions";

type AccessTimer = SystemQuestions["accessTimer"];

const END = 0xffff_ffff_ffff_ffffn;

const on = (cval: bigint): Timer => ({ cval, enable: 1, imask: 0 });
const masked = (cval: bigint): Timer => ({ cval, enable: 1, imask: 1 });
const off = (cval: bigint): Timer => ({ cval, enable: 0, imask: 0 });
const read = (register: TimerRegister): TimerAccess => ({ kind: "read", register });
const write = (register: TimerRegister, value: bigint): TimerAccess => ({ kind: "write", register, value });
const gives = (timer: Timer, value: bigint, interrupt: boolean): TimerAfter => ({ timer, read: value, interrupt });
const leaves = (timer: Timer, interrupt: boolean): TimerAfter => ({ timer, read: undefined, interrupt });

/** Arm ARM, "Operation of the CompareValue views of the timers". */
const COMPARED: readonly Case<AccessTimer>[] = [
  { args: [on(100n), 99n, read("CTL")],          want: gives(on(100n), 0b001n, false),     why: "one tick too early" },
  { args: [on(100n), 100n, read("CTL")],         want: gives(on(100n), 0b101n, true),      why: "the counter has come to CVAL" },
  { args: [on(100n), 5000n, read("CTL")],        want: gives(on(100n), 0b101n, true),      why: "the condition holds from then on" },
  { args: [masked(100n), 100n, read("CTL")],     want: gives(masked(100n), 0b111n, false), why: "masked: there is a condition, and no interrupt" },
  { args: [off(100n), 100n, read("CTL")],        want: gives(off(100n), 0b000n, false),    why: "disabled: there is neither" },
  { args: [on(END), 100n, read("CTL")],          want: gives(on(END), 0b001n, false),      why: "both are unsigned: that is the far future, not -1" },
  { args: [on(100n), 99n, write("CVAL", 50n)],   want: leaves(on(50n), true),              why: "CVAL is now in the past" },
  { args: [on(100n), 120n, write("CVAL", 0x1_0000_0000n)], want: leaves(on(0x1_0000_0000n), false), why: "a later CVAL ends the interrupt" },
  { args: [on(100n), 99n, read("CVAL")],         want: gives(on(100n), 100n, false) },
];

/** Arm ARM, "Operation of the TimerValue views of the timers". */
const TIMER_VALUES: readonly Case<AccessTimer>[] = [
  { args: [on(100n), 90n, read("TVAL")],         want: gives(on(100n), 10n, false),            why: "ten ticks to go" },
  { args: [on(100n), 110n, read("TVAL")],        want: gives(on(100n), 0xffff_fff6n, true),    why: "ten ticks late: -10 in 32 bits, and zeros above them" },
  { args: [on(0x5_0000_0007n), 0x2_0000_0003n, read("TVAL")], want: gives(on(0x5_0000_0007n), 4n, false), why: "of what is further away, the low 32 bits" },
  { args: [off(0n), 1000n, write("TVAL", 24n)],  want: leaves(off(1024n), false),              why: "24 ticks from now" },
  { args: [on(0n), 1000n, write("TVAL", 0n)],    want: leaves(on(1000n), true),                why: "now" },
  { args: [on(0n), 1000n, write("TVAL", 0xffff_ffffn)], want: leaves(on(999n), true),          why: "-1: a tick ago" },
  { args: [on(0n), 0x1_0000_0000n, write("TVAL", 0x8000_0000n)], want: leaves(on(0x8000_0000n), true), why: "-2^31: half a round ago" },
  { args: [on(0n), 0x1_0000_0000n, write("TVAL", 0x7fff_ffffn)], want: leaves(on(0x1_7fff_ffffn), false), why: "the furthest that it can say" },
  { args: [on(0n), 1000n, write("TVAL", 0xdead_0000_0018n)], want: leaves(on(1024n), false),   why: "TVAL has 32 bits" },
  { args: [on(0n), 10n, write("TVAL", 0xffff_ffe0n)], want: leaves(on(END - 21n), false),  why: "before 0 is the end of 64 bits, and the counter is not there" },
  { args: [on(0n), 0xffff_ffff_ffff_fff0n, write("TVAL", 0x20n)], want: leaves(on(0x10n), true), why: "behind the end is 0, long passed" },
];

/** "CNTV_CTL_EL0"; QEMU 7.2 shows 0b111 behind a write of all ones, where CVAL is 0. */
const CONTROLS: readonly Case<AccessTimer>[] = [
  { args: [off(0n), 1000n, write("CTL", 0xffff_ffff_ffff_ffffn)], want: leaves(masked(0n), false), why: "enabled, masked; nothing else can be written" },
  { args: [off(0n), 1000n, write("CTL", 1n)],    want: leaves(on(0n), true),                       why: "enabled, and late already" },
  { args: [off(2000n), 1000n, write("CTL", 0b101n)], want: leaves(on(2000n), false),               why: "ISTATUS cannot be written" },
  { args: [on(0n), 1000n, write("CTL", 0b100n)], want: leaves(off(0n), false),                     why: "disabled" },
  { args: [on(0n), 1000n, write("CTL", 0b010n)], want: leaves({ cval: 0n, enable: 0, imask: 1 }, false), why: "disabled and masked" },
];

export const timer: Trial<AccessTimer> = {
  show: {
    call: (before, count, access) => `accessTimer(${timerText(before)}, ${hex(count)}, ${accessText(access)})`,
    answer: ({ timer: after, read: value, interrupt }) =>
      `${timerText(after)}, ${value === undefined ? "" : `read ${hex(value)}, `}interrupt: ${showPlain(interrupt)}`,
  },
  properties: [
    { title: "compares", cases: () => COMPARED },
    { title: "knows what TVAL is", cases: () => TIMER_VALUES },
    { title: "is controlled", cases: () => CONTROLS },
    { title: "agrees with a timer that counts", cases: (draw) => draw.times(300, () => drawCase(draw)) },
  ],
};

/** CVAL near the counter, which is near the borders of 32 and 64 bits as often as not. */
function drawCase(draw: Draw): Case<AccessTimer> {
  const count = BigInt.asUintN(64, draw.pick([1n << 32n, 1n << 31n, 0n, draw.bigBits(56)]) + BigInt(draw.between(-40, 40)));
  const before: Timer = {
    cval: draw.pick([BigInt.asUintN(64, count + BigInt(draw.between(-50, 50))), draw.bigBits(64)]),
    enable: draw.pick([0, 1, 1] as const), imask: draw.pick([0, 0, 1] as const),
  };
  const register = draw.pick(["CVAL", "TVAL", "CTL"] as const);
  const access = draw.bits(1) === 0 ? read(register) : write(register, draw.pick([draw.bigBits(64), draw.bigBits(3)]));
  return { args: [before, count, access], want: reference(before, count, access) };
}

/** With numbers that have signs, and no masks. */
function reference(before: Timer, count: bigint, access: TimerAccess): TimerAfter {
  const after = { ...before };
  if (access.kind === "write") {
    const { value } = access;
    if (access.register === "CVAL") after.cval = value;
    if (access.register === "TVAL") {
      const low = value % 2n ** 32n;
      const distance = low >= 2n ** 31n ? low - 2n ** 32n : low;
      after.cval = (count + distance + 2n ** 64n) % 2n ** 64n;
    }
    if (access.register === "CTL") [after.enable, after.imask] = [value % 2n === 1n ? 1 : 0, value / 2n % 2n === 1n ? 1 : 0];
  }
  const holds = after.enable === 1 && after.cval <= count;
  const values = {
    CVAL: after.cval,
    TVAL: (after.cval - count + 2n ** 64n) % 2n ** 32n,
    CTL: BigInt(after.enable + 2 * after.imask + (holds ? 4 : 0)),
  };
  return { timer: after, read: access.kind === "read" ? values[access.register] : undefined, interrupt: holds && after.imask === 0 };
}

const timerText = ({ cval, enable, imask }: Timer): string => `{ cval: ${hex(cval)}, enable: ${enable}, imask: ${imask} }`;

const accessText = (access: TimerAccess): string => (access.kind === "read" ? `read ${access.register}` : `write ${hex(access.value)} to ${access.register}`);
