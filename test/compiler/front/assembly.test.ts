// Functions in assembly: what may stand in them, what is refused and with which words, what the linker makes of them,
// and what else the kernel's language has: system registers by name, imports that only say something.

import { expect } from "chai";
import { UserFault } from "../../../src/base/fault";
import { buildProgram } from "../../../src/compiler/build";
import { frontEnd } from "../../../src/compiler/front/front-end";
import { checkedProgram, type SourceHost } from "../../../src/compiler/front/program";
import { validate } from "../../../src/compiler/front/validate/validate";
import { REPOSITORY } from "../hosted";
import { runOnBoard } from "../machines";

const HEAD = [
  "import { asm } from \"./src/unikernel/metal/assembly\";",
  "import { symbol } from \"./src/unikernel/metal/linker\";",
  "import { readSystemRegister, writeSystemRegister } from \"./src/unikernel/metal/system-register\";",
  "",
].join("\n");

/** main.ts: three lines of imports, and the text from line 4 on. */
const host = (text: string): SourceHost => ({ read: (path) => (path === "main.ts" ? HEAD + text : REPOSITORY.read(path)) });

const START = "export function start(): void { console.log(`${f(1)}`); }";
const inside = (body: string, result = "number"): string => `function f(_a: number): ${result} {\n  ${body}\n}\n${START}`;

const REGISTER = (call: string): string => `export function start(): void { ${call}; }`;

/** What the front end says, which knows everything but the text of the assembly. */
const REFUSED = [
  // main.ts                                                                what is said
  [inside("return asm`add x0, x0, ${1 + 2}`;"),                             "5:28: Argument of type 'number' is not assignable to parameter of type 'AssemblySymbol'"],
  [inside("return asm`b ${(n: number) => n}`;"),                            "5:18: in assembly stands a function's name, or symbol(\"...\")"],
  [`function g(): bigint { return 1n; }\n${inside("return asm`adr x0, ${g()}`;")}`, "6:24: in assembly stands a function's name, or symbol(\"...\")"],
  [`const name = "link/stack";\n${inside("return asm`adr x0, ${symbol(name)}`;")}`, "6:24: in assembly stands a function's name, or symbol(\"...\")"],
  [inside("const one = 1; console.log(`${one}`); return asm`ret`;"),        "5:48: assembly is a function's whole body: { return asm`...`; } and nothing else"],
  [inside("asm`ret`;", "void").replace(START, "export function start(): void { f(1); }"), "5:3: assembly is a function's whole body"],
  ["export function start(): void { const a: number = asm`mov x0, #1`; console.log(`${a}`); }", "4:51: assembly is a function's whole body"],
  [`const f = (_a: number): number => asm\`ret\`;\n${START}`,               "4:35: assembly is a function's whole body"],
  [`/** @align 3 */\n${inside("return asm`ret`;")}`,                        "5:1: @align is followed by a power of 2"],
  [`/** @align 2 */\n${inside("return asm`ret`;")}`,                        "5:1: @align is followed by a power of 2"],
  [`/** @align */\n${inside("return asm`ret`;")}`,                          "5:1: @align is followed by a power of 2"],
  [`/** @align 16 */\n${inside("return _a;")}`,                             "5:1: @align is for functions in assembly"],
  ["function f(a: number): number {\n  return asm`ret`;\n}\nfunction twice(g: (a: number) => number): number { return g(g(1)); }\nexport function start(): void { console.log(`${twice(f)}`); }",
    "4:1: a function in assembly is no value: call it by its name"],
  [REGISTER("readSystemRegister(\"NOPE_EL1\")"),                            "4:33: no system register that can be read is called NOPE_EL1"],
  [REGISTER("writeSystemRegister(\"NOPE_EL1\", 1n)"),                       "4:33: no system register that can be written is called NOPE_EL1"],
  [REGISTER("writeSystemRegister(\"MIDR_EL1\", 1n)"),                       "4:33: no system register that can be written is called MIDR_EL1"],
  [REGISTER("readSystemRegister(\"ICC_EOIR1_EL1\")"),                       "4:33: no system register that can be read is called ICC_EOIR1_EL1"],
  [REGISTER("const name = \"MIDR_EL1\"; console.log(`${readSystemRegister(name)}`)"), "4:73: what is meant is a part of the instruction: write its name as a literal"],
  [REGISTER("const name = \"link/image\"; console.log(`${symbol(name)}`)"), "4:75: what is meant is a part of the instruction: write its name as a literal"],
] as const;

/** What the assembler and the linker say, who come later. */
const MISTAKEN = [
  // the assembly, whose first line is line 5            what is said
  ["return asm`\n    mov   x0, #1\n    nonsense x0\n  `;", "main.ts:7: unknown mnemonic nonsense"],
  ["return asm`\n    b     ${g}\n    mov   x0, x99\n  `;", "main.ts:7: expected"],
  ["return asm`\n    b     nowhere\n  `;",                 "main.ts:6: expected a number or a defined symbol (there is no nowhere)"],
  ["return asm`ret\n    .byte 1`;",                        "main.ts:4: f is no whole number of words: .balign 4"],
  ["return asm`\n    adr   x0, ${symbol(\"link/none\")}\n  `;", "symbol(\"link/none\"): nothing that the linker knows is called that"],
] as const;

function faultOf(run: () => unknown): string {
  try {
    run();
  } catch (fault) {
    if (fault instanceof UserFault) return fault.message;
    throw fault;
  }
  return "(it is accepted)";
}

describe("a function in assembly", function () {
  this.timeout(120_000);

  for (const [text, said] of REFUSED) {
    it(`${text.replace(/\s+/g, " ").slice(0, 90)}: ${said}`, () => {
      expect(faultOf(() => frontEnd(host(text), "main.ts"))).to.match(/^main\.ts:/).and.to.include(`main.ts:${said}`);
    });
  }

  for (const [body, said] of MISTAKEN) {
    it(`${body.replace(/\s+/g, " ")}: ${said}`, () => {
      const text = `${inside(body)}\nfunction g(): void { console.log("g"); }`;
      expect(faultOf(() => buildProgram(host(text), "main.ts"))).to.include(said);
    });
  }

  it("takes and gives words, calls functions, is a method, is generic, knows symbols, is aligned, and holds 0 in XZR", () => {
    const { image, linked } = buildProgram(host(PROGRAM), "main.ts");
    expect(runOnBoard(image, 10_000_000).printed.split("\n")).to.deep.equal([
      "3", "called by a jump", "7", "1 1", "true", "0 64", "aligned 0", "5 0", "",
    ]);
    const at = (name: string): bigint => linked.symbols.find((each) => each.name === `main.ts#${name}`)!.address;
    expect([at("aligned4096") % 4096n, at("aligned64") % 64n]).to.deep.equal([0n, 0n]);
  });

  it("that nothing reaches is not in the image", () => {
    const { linked } = buildProgram(host("function other(): bigint { return asm`ret`; }\nexport function start(): void {}\nexport function unused(): bigint { return other(); }"), "main.ts");
    expect(linked.symbols.filter(({ name }) => name.includes("other"))).to.deep.equal([]);
  });
});

const PROGRAM = `
function sum(_a: number, _b: number): number { return asm\`
        add   x0, x0, x1
        ret\`; }
function said(): void { console.log("called by a jump"); }
function jump(): void { return asm\`b \${said}\`; }
class Second { second(_n: number): number { return asm\`
        mov   x0, x1
        ret\`; } }
function one<T>(_value: T): number { return asm\`
        mov   x0, #1
        ret\`; }
function image(): bigint { return asm\`
        adrp  x0, \${symbol("link/image")}
        add   x0, x0, #(\${symbol("link/image")} & 0xfff)
        ret\`; }
/** @align 4096 */
function aligned4096(): bigint { return asm\`
        adr   x0, .
        and   x0, x0, #4095
        ret\`; }
/** @align 64 */
function aligned64(): bigint { return asm\`
        adr   x0, .
        and   x0, x0, #63
        add   x0, x0, #64
        ret\`; }
function stored(): bigint {
  // What holds 0 has a name of its own: MSR TPIDR_EL0, XZR.
  writeSystemRegister("TPIDR_EL0", 5n);
  const before = readSystemRegister("TPIDR_EL0");
  writeSystemRegister("TPIDR_EL0", 0n);
  return BigInt.asUintN(64, before * 10n) | readSystemRegister("TPIDR_EL0");
}
export function start(): void {
  console.log(\`\${sum(1, 2)}\`);
  jump();
  console.log(\`\${new Second().second(7)}\`);
  console.log(\`\${one(9)} \${one("nine")}\`);
  console.log(\`\${image() === symbol("link/image")}\`);
  console.log(\`\${aligned4096()} \${aligned64()}\`);
  console.log("aligned 0");
  console.log(\`\${stored() / 10n} \${stored() % 10n}\`);
}
`;

describe("an import that only says something, behind satisfies", () => {
  const loose = "export type Loose = any; export interface Wide { readonly [name: string]: unknown }\nexport const made: Loose = 1;\n";
  const CASES = [
    // main.ts                                                                                             refused
    ["import type { Wide } from \"./loose\";\nexport const a = { b: 1 } satisfies Wide;",                    []],
    ["import type { Wide } from \"./loose\";\nexport function f(w: Wide | null): boolean { return w === null; }", ["loose.ts"]],
    ["import { type Wide, made } from \"./loose\";\nexport const a = made satisfies Wide;",                  ["loose.ts", "main.ts"]],
  ] as const;
  for (const [text, expected] of CASES) {
    it(text.replace("\n", " "), () => {
      const files = new Map([["main.ts", text], ["loose.ts", loose]]);
      const refusals = validate(checkedProgram({ read: (path) => files.get(path) }, ["main.ts"]));
      const refused = new Set(refusals.map(({ file }) => file));
      expect([...refused]).to.deep.equal([...expected]);
    });
  }
});
