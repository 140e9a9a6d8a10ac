// What the row of tables/reserved.ts does.

import type { RESERVED } from "../../decoder/tables/reserved";
import type { GroupSemantics } from "../semantics";

export const reserved: GroupSemantics<typeof RESERVED> = {
  "Reserved": { "UDF": (m, { imm16 }) => m.raise({ kind: "undefined", word: imm16 }) },
};
