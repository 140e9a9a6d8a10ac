import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["agrees to everything",               "(accepted & ~offered) === 0n && (accepted & VERSION_1) !== 0n", "(accepted | ~offered) !== 0n"],
    ["takes what was not offered",         "(accepted & ~offered) === 0n && ",       ""],
    ["does without VERSION_1",             " && (accepted & VERSION_1) !== 0n",      ""],
    ["wants all that is offered",          "(accepted & ~offered) === 0n",           "accepted === offered"],
    ["wants one that is offered",          "(accepted & ~offered) === 0n",           "(accepted & offered) !== 0n"],
    ["looks at 32 features",               "(accepted & ~offered) === 0n",           "BigInt.asUintN(32, accepted & ~offered) === 0n"],
    ["takes feature 0 for VERSION_1",      "1n << 32n",                              "1n"],
    ["settles again",                      " && (status & FEATURES_OK) === 0",       ""],
    ["settles whenever something is written", "(written & FEATURES_OK) !== 0 && (status & FEATURES_OK) === 0", "(status & FEATURES_OK) === 0"],
    ["settles what it refuses",            "{ status: written & ~FEATURES_OK }",     "{ status: written & ~FEATURES_OK, features: accepted & offered }"],
    ["refuses by staying where it was",    "{ status: written & ~FEATURES_OK }",     "{ status }"],
    ["refuses with FAILED",                "{ status: written & ~FEATURES_OK }",     "{ status: written | 0x80 }"],
    ["settles what is offered",            "features: accepted }",                   "features: offered }"],
    ["keeps the bits that were set",       "return { status: written };",            "return { status: written | status };"],
    ["keeps DEVICE_NEEDS_RESET",           "return { status: written };",            "return { status: written | (status & 0x40) };"],
    ["means another bit",                  "1 << 3",                                 "1 << 2"],
  ],
  right: {
    "bit by bit": `
      import type { VirtioParts } from "../../src/machine/devices/virtio/parts";

      export const negotiate: VirtioParts["negotiate"] = (written, status, offered, accepted) => {
        const has = (word: bigint, bit: number): boolean => (word >> BigInt(bit)) % 2n === 1n;
        if (!has(BigInt(written), 3) || has(BigInt(status), 3)) return { status: written };
        for (let bit = 0; bit < 64; bit++) {
          if (has(accepted, bit) && !has(offered, bit)) return { status: written - 8 };
        }
        if (!has(accepted, 32)) return { status: written - 8 };
        return { features: accepted, status: written };
      };`,
  },
};
