import { expect } from "chai";
import { FunctionBuilder } from "../../../src/compiler/ir/builder";
import { printFunction } from "../../../src/compiler/ir/print";
import { verify } from "../../../src/compiler/ir/verify";

const at = { file: "a.ts", line: 1, column: 1 };

const text = (builder: FunctionBuilder): string => printFunction(verify(builder.finish()));

describe("The builder of single assignment", () => {
  it("makes parameters of what a loop changes, and of nothing else", () => {
    const b = new FunctionBuilder("a.ts#sum", "sum", [{ name: "n", kind: "number" }], at);
    b.write("n", b.parameters[0]!);
    b.write("i", b.constant(0, "number"));
    b.write("s", b.constant(0, "number"));
    const [head, body, end] = [b.newBlock(), b.newBlock(), b.newBlock()];
    b.jump(head);
    b.start(head);
    b.branch("lt", b.read("i", "number", "i"), b.read("n", "number", "n"), body, end);
    b.startSealed(body);
    const sum = b.binary("add", b.read("s", "number", "s"), b.read("i", "number", "i"), "raw");
    b.write("s", b.safe(sum));
    b.write("i", b.safe(b.binary("add", b.read("i", "number", "i"), b.constant(1, "number"), "raw")));
    b.jump(head);
    b.seal(head);
    b.startSealed(end);
    b.return(b.read("s", "number", "s"));
    expect(text(b)).to.equal([
      "function a.ts#sum(v0 n: number)",
      "b1:",
      "  v2: number = constant 0",
      "  v3: number = constant 0",
      "  jump b4(v2, v3)",
      "b4(v7 i: number, v9 s: number):",
      "  branch lt v7, v0 ? b5 : b6",
      "b5:",
      "  v10: raw = add v9, v7",
      "  v11: number = safe v10",
      "  v12: number = constant 1",
      "  v13: raw = add v7, v12",
      "  v14: number = safe v13",
      "  jump b4(v14, v11)",
      "b6:",
      "  return v9",
      "",
    ].join("\n"));
  });

  it("joins what two branches wrote, and drops what stands behind a return", () => {
    const b = new FunctionBuilder("a.ts#f", "f", [{ name: "p", kind: "boolean" }], at);
    const zero = b.constant(0, "boolean");
    b.write("x", b.constant(1, "number"));
    const [then, otherwise, join] = [b.newBlock(), b.newBlock(), b.newBlock()];
    b.branch("ne", b.parameters[0]!, zero, then, otherwise);
    b.startSealed(then);
    b.write("x", b.constant(2, "number"));
    b.jump(join);
    b.startSealed(otherwise);
    b.jump(join);
    b.startSealed(join);
    b.return(b.read("x", "number", "x"));
    b.call("a.ts#never", [], "raw");
    b.return();
    expect(text(b)).to.match(/b6\(v\d+ x: number\):\n {2}return v\d+\n$/).and.not.match(/never/);
  });

  it("ends a block at a call whose exceptions are caught", () => {
    const b = new FunctionBuilder("a.ts#g", "g", [{ name: "x", kind: "number" }], at);
    b.write("x", b.parameters[0]!);
    const handler = b.newBlock();
    const thrown = b.newParameter(handler, "ref", "e");
    b.handler = handler;
    const first = b.call("a.ts#h", [b.read("x", "number")], "number");
    const second = b.call("a.ts#h", [first], "number");
    b.handler = undefined;
    b.return(second);
    b.startSealed(handler);
    b.call("a.ts#log", [thrown, b.read("x", "number")], "raw");
    b.return(b.read("x", "number"));
    expect(text(b)).to.equal([
      "function a.ts#g(v0 x: number)",
      "b1:",
      "  invoke a.ts#h(v0) to b4 handler b2",
      "b2(v3 e: ref):",
      "  v9: raw = call a.ts#log(v3, v0)",
      "  return v0",
      "b4(v5: number):",
      "  invoke a.ts#h(v5) to b6 handler b2",
      "b6(v7: number):",
      "  return v7",
      "",
    ].join("\n"));
  });

  it("complains of a variable that differs at a handler", () => {
    const b = new FunctionBuilder("a.ts#g", "g", [{ name: "x", kind: "number" }], at);
    b.write("x", b.parameters[0]!);
    const handler = b.newBlock();
    b.newParameter(handler, "ref", "e");
    b.handler = handler;
    b.write("x", b.call("a.ts#h", [b.read("x", "number")], "number"));
    b.call("a.ts#h", [], "number");
    b.handler = undefined;
    b.return();
    b.startSealed(handler);
    b.return(b.read("x", "number", "x"));
    expect(() => b.finish()).to.throw("x differs at a handler");
  });

  it("finds through two nested loops that a variable never changes", () => {
    const b = new FunctionBuilder("a.ts#f", "f", [{ name: "x", kind: "number" }], at);
    b.write("x", b.parameters[0]!);
    const zero = b.constant(0, "number");
    const [outer, inner, next, end] = [b.newBlock(), b.newBlock(), b.newBlock(), b.newBlock()];
    b.jump(outer);
    b.start(outer);
    b.jump(inner);
    b.start(inner);
    b.branch("eq", b.read("x", "number", "x"), zero, inner, next);
    b.seal(inner);
    b.startSealed(next);
    b.branch("eq", b.read("x", "number", "x"), zero, outer, end);
    b.seal(outer);
    b.startSealed(end);
    b.return(b.read("x", "number", "x"));
    expect(text(b)).to.not.match(/b\d+\(/);
  });
});
