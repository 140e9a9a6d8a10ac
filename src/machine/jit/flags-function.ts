// NZCV of what made it, for who does not know while compiling: a function that every module has.

import { emit } from "./emit";
import { FLAGS_KINDS } from "./flags";
import { FunctionWriter } from "./function-writer";
import type { FlagsOf, Node } from "./node";
import { functionBody, type FunctionType } from "./wasm/module";

/** kind, x, y -> NZCV */
export const FLAGS_TYPE: FunctionType = { params: ["i32", "i64", "i64"], results: ["i32"] };

const [KIND, X, Y] = [0, 1, 2];

export function flagsFunctionBody(): Uint8Array {
  const writer = new FunctionWriter(FLAGS_TYPE.params.length);
  const { code } = writer;
  const local = (index: number): Node => ({ kind: "local", type: "i64", index });
  const frame = { writer, cpu: 0, register: () => 0, base: 0, at: 0 };
  FLAGS_KINDS.forEach((of, kind) => {
    code.get(KIND);
    code.i32(kind);
    code.op("i32.eq");
    writer.open("if");
    const flags: FlagsOf = { kind: "flags", type: "i32", of, x: local(X), y: local(Y) };
    emit(frame, of === "value" ? local(X) : flags, "i32");
    code.op("return");
    writer.close();
  });
  code.op("unreachable");
  return functionBody(writer.locals, code.bytes);
}
