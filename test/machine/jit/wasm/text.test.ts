// What functionText() writes, assembled again by WABT's wat2wasm, must be the same bytes.

import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flagsFunctionBody } from "../../../../src/machine/jit/flags-function";
import { Code } from "../../../../src/machine/jit/wasm/code";
import { encodeModule, type FunctionType, functionBody, type ValueType } from "../../../../src/machine/jit/wasm/module";
import { type Immediate, type Mnemonic, OPCODES } from "../../../../src/machine/jit/wasm/opcodes";
import { functionText, lineText, type TextNames } from "../../../../src/machine/jit/wasm/text";
import { itWith } from "../../../installed";

type Write = (code: Code) => void;

const floats = [0, -0, 1, -1.5, 0.1, 1e-310, 5e-324, Infinity, -Infinity, 2 ** 127, 2 ** -149, 1e300];

/** What may follow an opcode, in telling values. */
const SAMPLES: Readonly<Record<Immediate, readonly Write[]>> = {
  "":              [() => undefined],
  "block":         [0x40, 0x7f, 0x7e, 0x7d, 0x7c, 0x7b].map((type) => (code) => { code.byte(type); }),
  "label":         [0, 1, 300].map((label) => (code) => { code.unsigned(label); }),
  "labels":        [[0], [2, 0, 1]].map((labels) => (code) => {
    code.unsigned(labels.length - 1);
    for (const label of labels) code.unsigned(label);
  }),
  "index":         [0, 127, 128, 70_000].map((index) => (code) => { code.unsigned(index); }),
  "memory":        [[0, 0], [0, 0x8018], [0, 0xffff_ffff]].map(([align, offset]) => (code) => { code.unsigned(align!); code.unsigned(offset!); }),
  "i32":           [0, 63, 64, -64, -65, 0x7fff_ffff, -0x8000_0000].map((value) => (code) => { code.signed(value); }),
  "i64":           [0n, -1n, -0x1000n, 1n << 40n, (1n << 63n) - 1n, -(1n << 63n)].map((value) => (code) => { code.signed64(value); }),
  "f32":           [...floats.map((value) => new Uint8Array(Float32Array.of(value).buffer)), Uint8Array.of(1, 0, 0xa0, 0x7f)].map((bytes) => (code) => { code.append(bytes); }),
  "f64":           [...floats.map((value) => new Uint8Array(Float64Array.of(value).buffer)), Uint8Array.of(1, 0, 0, 0, 0, 0, 0xf4, 0xff)].map((bytes) => (code) => { code.append(bytes); }),
  "lane":          [(code) => { code.unsigned(1); }],
  "lanes":         [(code) => { for (let i = 0; i < 16; i++) code.byte(31 - i); }],
  "memory lane":   [(code) => { code.unsigned(0); code.unsigned(24); code.unsigned(1); }],
  "call_indirect": [(code) => { code.unsigned(0); code.unsigned(0); }],
  "bytes":         [(code) => { for (let i = 0; i < 16; i++) code.byte(i * 17); }],
};

function bodiesOf(name: Mnemonic, immediate: Immediate): Uint8Array[] {
  return SAMPLES[immediate].map((write) => {
    const code = new Code();
    if (name === "else" || name === "end") code.block("if");
    code.op(name);
    write(code);
    if (name === "else") code.op("unreachable"); // An empty one would be left out.
    if (immediate === "block" || name === "else") code.op("end");
    return functionBody([], code.bytes);
  });
}

const PLAIN: FunctionType = { params: [], results: [] };

function assembled(text: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "text-"));
  try {
    const [input, output] = [join(folder, "in.wat"), join(folder, "out.wasm")];
    writeFileSync(input, text);
    const { status, stderr } = spawnSync("wat2wasm", ["--no-check", input, "-o", output], { encoding: "utf8" });
    expect(status, stderr).to.equal(0);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A function in the text format, of a type without names. */
function functionWat(body: Uint8Array, { params, results }: FunctionType): string {
  const { locals, lines } = functionText(body);
  const list = (keyword: string, types: readonly ValueType[]): string => (types.length === 0 ? "" : `(${keyword} ${types.join(" ")})`);
  return `(func ${list("param", params)} ${list("result", results)} ${list("local", locals)}\n${lines.map(lineText).join("\n")}\n)`;
}

function expectSame(bodies: readonly Uint8Array[], type: FunctionType): void {
  const module = encodeModule({ types: [type], imports: [], functions: bodies.map((body) => ({ type: 0, body })), exports: [] });
  const text = `(module ${bodies.map((body) => functionWat(body, type)).join("\n")})`;
  expect(Buffer.from(assembled(text)).toString("hex")).to.equal(Buffer.from(module).toString("hex"));
}

const text = (write: Write, names?: TextNames): string[] => {
  const code = new Code();
  write(code);
  return functionText(functionBody(["i64", "i64", "i32"], code.bytes), names).lines.map(lineText);
};

describe("WebAssembly's text", () => {
  itWith("wat2wasm")("of every opcode is assembled to the same bytes", () => {
    expectSame(OPCODES.flatMap(([name, , immediate]) => bodiesOf(name, immediate)), PLAIN);
  });

  itWith("wat2wasm")("of a whole function is assembled to the same bytes", () => {
    expectSame([flagsFunctionBody()], { params: ["i32", "i64", "i64"], results: ["i32"] });
  });

  it("has locals and functions by their names, and what is in a block further in", () => {
    const names = { local: (index: number) => (index === 1 ? "x0" : undefined), function: () => "interpret" };
    expect(text((code) => {
      code.block("block");
      code.get(1);
      code.block("if", 0x7f);
      code.get(2);
      code.op("else");
      code.with("call", 0);
      code.op("end");
      code.op("end");
    }, names)).to.deep.equal(["block", "  local.get $x0", "  if (result i32)", "    local.get 2", "  else", "    call $interpret", "  end", "end"]);
  });

  it("says where each instruction is, behind the locals", () => {
    const code = new Code();
    code.i32(1000);
    code.op("drop");
    const { locals, lines } = functionText(functionBody(["i64", "i64", "i32"], code.bytes));
    expect(locals).to.deep.equal(["i64", "i64", "i32"]);
    // Two groups of locals are five bytes; 1000 is two of LEB128.
    expect(lines.map(({ start, end }) => [start, end])).to.deep.equal([[5, 8], [8, 9]]);
  });

  it("is not made of bytes that are no code", () => {
    expect(() => functionText(Uint8Array.of(0, 0xff, 0x01))).to.throw("no opcode");
    expect(() => functionText(Uint8Array.of(0, 0x41, 0x80))).to.throw("ends in the middle");
  });
});
