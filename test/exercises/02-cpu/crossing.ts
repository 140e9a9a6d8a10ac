import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                         find                                                                   replace
    ["never cuts",                            "if (inFirst === bytes)",                                              "if (inFirst > 0)"],
    ["cuts at 64 KiB",                        "4096 - Number(address & 0xfffn)",                                     "65536 - Number(address & 0xffffn)"],
    ["cuts one byte too late",                "4096 - Number(address & 0xfffn)",                                     "4097 - Number(address & 0xfffn)"],
    ["leaves an empty piece behind",          "if (inFirst === bytes) return [first];",                              ""],
    ["loses bits of the address",             "Number(address & 0xfffn)",                                            "(Number(address) % 4096)"],
    ["goes on behind the last address",       "BigInt.asUintN(64, address + BigInt(inFirst))",                       "address + BigInt(inFirst)"],
    ["does not count what is done",           "done: inFirst }",                                                     "done: 0 }"],
    ["gives the second piece all bytes",      "bytes: bytes - inFirst, done",                                        "bytes, done"],
    ["begins the second where the first did", "{ address: next, bytes",                                              "{ address, bytes"],
    ["has them in the wrong order",           "return [first, { address: next, bytes: bytes - inFirst, done: inFirst }];", "return [{ address: next, bytes: bytes - inFirst, done: inFirst }, first];"],
  ],
  right: {
    "byte by byte": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const pieces: CpuParts["pieces"] = (address, bytes) => {
        const cut: { address: bigint; bytes: number; done: number }[] = [];
        for (let done = 0; done < bytes; done++) {
          const at = BigInt.asUintN(64, address + BigInt(done));
          const last = cut.at(-1);
          if (last === undefined || at % 4096n === 0n) cut.push({ address: at, bytes: 1, done });
          else last.bytes++;
        }
        return cut;
      };`,
    "by the page of the last byte": `
      import type { CpuParts } from "../../src/machine/cpu/parts";
      export const pieces: CpuParts["pieces"] = (address, bytes) => {
        const last = address + BigInt(bytes) - 1n;
        if (address >> 12n === last >> 12n) return [{ address, bytes, done: 0 }];
        const border = (last >> 12n) << 12n;
        const done = Number(border - address);
        return [{ address, bytes: done, done: 0 }, { address: border % 2n ** 64n, bytes: bytes - done, done }];
      };`,
  },
};
