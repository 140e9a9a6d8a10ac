import type { Gate } from "../gate";

// Changes to the solution of the practice variant: what becomes of somebody who misses one of its rules.

export const gate: Gate = {
  wrong: [
    ["reads the level as it stands",      "(read(\"CurrentEL\") >> 2n) & 3n",      "read(\"CurrentEL\")"],
    ["begins with D from below",          "9n - BigInt(i)",                        "6n + BigInt(i)"],
    ["takes what is masked for open",     "(_, i) => !isSet",                      "(_, i) => isSet"],
    ["turns the stacks round",            "read(\"SPSel\") === 0n",                "read(\"SPSel\") === 1n"],
    ["knows one stack above EL0",         "`SP_EL${level}`",                       "\"SP_EL1\""],
    ["leaves the tree where it is",       "BASE + read(\"X0\")",                   "read(\"X0\")"],
    ["goes on in the upper half",         "elr: read(\"PC\")",                     "elr: BASE + read(\"PC\")"],
    ["goes on where it begins",           "elr: read(\"PC\") + 0x135c6cn",         "elr: read(\"PC\")"],
    ["goes down with the other stack",    "0xc0n | 5n",                            "0xc0n | 4n"],
    ["goes down to EL2",                  "0xc0n | 5n",                            "0xc0n | 9n"],
    ["masks what the loader has masked",  "0xc0n | 5n",                            "daif | 5n"],
    ["masks everything",                  "0xc0n | 5n",                            "0x3c0n | 5n"],
    ["goes down from EL1 as well",        "  if (level === 1) return { level, stack, open, sets: [], tree };\n", ""],
    ["asks for the level first",          "  if ((read(\"X1\")",                   "  if (level !== 1 && level !== 2) return 60;\n  if ((read(\"X1\")"],
    ["asks of X1 alone",                  "(read(\"X1\") | read(\"X2\") | read(\"X3\"))", "read(\"X1\")"],
    ["forgets that the image is offset",  "(image - 0x3000n) % 0x10000n",          "image % 0x10000n"],
    ["lets a tree be nowhere",            "tree === 0n || ",                       ""],
    ["reads EE of EL1, wherever it is",   "read(`SCTLR_EL${level}`)",              "read(\"SCTLR_EL1\")"],
    ["looks for what nobody asked for",   "if (isSet(control, 25n)) return 45;",   "if (isSet(control, 25n) || isSet(control, 0n)) return 45;"],
    ["writes what is there already",      "if (registers[name] !== value) sets",   "sets"],
    ["forgets what was in the register",  "((registers[name] ?? 0n) | ones) & ~zeros", "ones"],
    ["leaves the ones that are to be 0",  "((registers[name] ?? 0n) | ones) & ~zeros", "(registers[name] ?? 0n) | ones"],
    ["has another order",                 "  set(\"CNTVOFF_EL2\", 0x0n);\n",       ""],
  ],
  right: {
    "with tables": `
      import type { BootQuestions } from "../../src/course/exercises/08-boot/questions";
      export const planEntry: BootQuestions["planEntry"] = (registers) => {
        const of = (name: string): bigint => registers[name] ?? 0n;
        const level = Number(of("CurrentEL")) / 4;
        const checks: readonly (readonly [number, boolean])[] = [
          [109, of("X1") + of("X2") + of("X3") === 0n], [68, BigInt.asUintN(16, of("PC")) === 0x3000n], [60, level > 0 && level < 3],
          [173, of("X0") > 0n && BigInt.asUintN(3, of("X0")) === 0n], [45, Math.floor(Number(of("SCTLR_EL" + String(level)) / 2n ** 25n)) % 2 === 0],
        ];
        const failed = checks.find(([, holds]) => !holds);
        if (failed !== undefined) return { refused: failed[0] };
        const bits = (of("DAIF") >> 6n).toString(2).padStart(4, "0");
        const open = [..."DAIF"].filter((_, i) => bits[i] === "0").join("");
        const found = { level, stack: "SP_EL" + String(of("SPSel") === 0n ? 0 : level), open, tree: 0xfffff02940000000n + of("X0") };
        if (level === 1) return { ...found, sets: [] };
        const wanted: readonly (readonly [string, bigint])[] = [
          ["HCR_EL2", (of("HCR_EL2") & ~0x8000028n) | 0x80000000n], ["CNTVOFF_EL2", 0n], ["CNTHCTL_EL2", (of("CNTHCTL_EL2") & ~0xfn) | 3n | (of("CNTHCTL_EL2") & 3n)],
          ["VMPIDR_EL2", of("MPIDR_EL1")], ["SCTLR_EL1", 0x30d00808n],
        ];
        return { ...found, sets: wanted.filter(([name, value]) => of(name) !== value), down: { spsr: 0xc5n, elr: of("PC") + 0x135c6cn } };
      };`,
  },
};
