import type { BoardRules } from "../../src/machine/board/parts";

const NEVER = 0xffff_ffff_ffff_ffffn;

/**
 * When a timer's line will next go high by itself: a count of the generic timer. `control` is the timer's CTL register,
 *
 *   bit 0, ENABLE    it is on
 *   bit 1, IMASK     its interrupt is kept from the CPU
 *   bit 2, ISTATUS   the hardware's, and nothing to go by
 *
 * `value` is its CVAL register, the count that it waits for, unsigned; and `count` is now. A timer whose time has come has fired
 * already: its line will not go high any more, however long one waits. Where nothing will come, the answer is NEVER.
 */
export const timerDue: BoardRules["timerDue"] = (control, value, count) => {
  const isOn = (control & 0b11n) === 0b01n;
  return isOn && value > count ? value : NEVER;
};
