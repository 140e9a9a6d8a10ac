import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["waits for what has just been",       "value > count",              "value >= count"],
    ["waits for what has been",            "isOn && value > count",      "isOn"],
    ["waits for a masked timer",           "(control & 0b11n) === 0b01n", "(control & 0b01n) === 0b01n"],
    ["waits for one that is off",          "(control & 0b11n) === 0b01n", "(control & 0b10n) === 0n"],
    ["waits for one that is off and masked", "(control & 0b11n) === 0b01n", "(control & 0b11n) !== 0b10n"],
    ["believes ISTATUS",                   "(control & 0b11n) === 0b01n", "(control & 0b111n) === 0b001n"],
    ["asks ISTATUS whether it has fired",  "isOn && value > count",      "isOn && (control & 0b100n) === 0n"],
    ["gives a distance",                   "? value : NEVER",            "? value - count : NEVER"],
    ["says now, where it has fired",       "return isOn && value > count ? value : NEVER;", "return isOn ? (value > count ? value : count) : NEVER;"],
    ["has a sign",                         "value > count ?",            "BigInt.asIntN(64, value) > count ?"],
    ["says 0 for never",                   "? value : NEVER",            "? value : 0n"],
    ["compares 32 bits",                   "value > count ?",            "BigInt.asUintN(32, value) > BigInt.asUintN(32, count) ?"],
  ],
  right: {
    "reason by reason": `
      import type { BoardRules } from "../../src/machine/board/parts";
      export const timerDue: BoardRules["timerDue"] = (control, value, count) => {
        const never = 2n ** 64n - 1n;
        if (control % 2n === 0n) return never;
        if ((control >> 1n) % 2n === 1n) return never;
        const left = value - count;
        return left <= 0n ? never : count + left;
      };`,
  },
};
