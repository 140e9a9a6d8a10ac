/**
 * What a field of a word is for, and so which colour it wears. In an instruction the name decides: the
 * manual names registers R..., immediates imm..., conditions cond and nzcv; the rest choose the operation.
 */
export type Role =
  | "fixed" | "opcode" | "register" | "immediate" | "condition"
  | "el0" | "el1"
  | "level0" | "level1" | "level2" | "level3" | "offset"
  | "link" | "network" | "transport" | "application";

/** How a legend says it; colour never stands alone. */
export const roleNames: Readonly<Record<Role, string>> = {
  fixed: "fixed bits", opcode: "chooses the operation", register: "register", immediate: "immediate", condition: "condition or flags",
  el0: "EL0", el1: "EL1",
  level0: "level 0 index", level1: "level 1 index", level2: "level 2 index", level3: "level 3 index", offset: "offset",
  link: "link layer", network: "network layer", transport: "transport layer", application: "application",
};

const registerField = /^R(d|n|m|a|s|t|t2|dn)$/;
const immediateField = /^([su]?imm\w*|b5|b40|hw|[a-h]|abc|defgh|N|scale|rot)$/;
const conditionField = /^(cond|nzcv)$/;

export function roleOfField(name: string): Role {
  if (registerField.test(name)) return "register";
  if (conditionField.test(name)) return "condition";
  if (immediateField.test(name)) return "immediate";
  return "opcode";
}

/** Names that are a field wherever they stand in code: not `N` or `i`, which are also other things. */
export const fieldInCode = /\b(?:R[dnmas]|Rt2?|Rdn|[su]?imm\d+|imm[rs]|immlo|immhi|immh|immb|cond|nzcv)\b/g;
