import { parseDiagram } from "./diagram";
import { field } from "./field";
import { decodeFloatImmediate } from "./float-immediate";
import { decodeLogicalImmediate, encodeLogicalImmediate } from "./logical-immediate";
import type { DecoderParts } from "./parts";
import { pcRelative } from "./pc-relative";
import { parseRegister } from "./register-name";
import { signExtend } from "./sign-extend";

/** Our own parts. They lack classifyDataProcessingImmediate: what it answers, the tables say. */
export const standardParts: DecoderParts = {
  field,
  signExtend,
  parseDiagram,
  decodeLogicalImmediate,
  encodeLogicalImmediate,
  decodeFloatImmediate,
  pcRelative,
  parseRegister,
};
