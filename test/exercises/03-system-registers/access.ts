import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    // what is wrong                        find                                                                             replace
    ["lets EL0 do everything",              "if (permission === \"never\") return \"undefined\";",                           "if (permission === \"never\") return \"allowed\";"],
    ["traps what is never allowed",         "if (permission === \"never\") return \"undefined\";",                           "if (permission === \"never\") return \"trapped\";"],
    ["calls a closed gate undefined",       ": \"trapped\"",                                                                 ": \"undefined\""],
    ["wants all gates open",                "permission.some(",                                                              "permission.every("],
    ["asks the first gate only",            "permission.some((gate) => isOpen(gate))",                                       "isOpen(permission[0]!)"],
    ["stops EL1 at the gates",              "  if (level === 1) return \"allowed\";\n",                                      ""],
    ["lets EL1 write what is read only",    "if (rule.access === cannot) return \"undefined\";\n  if (level === 1) return \"allowed\";","if (level === 1) return \"allowed\";\n  if (rule.access === cannot) return \"undefined\";"],
    ["takes RO and WO the wrong way round", "direction === \"read\" ? \"WO\" : \"RO\"",                                      "direction === \"read\" ? \"RO\" : \"WO\""],
    ["reads with the right to write",       "rule.el0[direction]",                                                           "rule.el0.write"],
    ["writes with the right to read",       "rule.el0[direction]",                                                           "rule.el0.read"],
    ["asks the gates before anything else", "const cannot = direction",                                                      "const gates = rule.el0[direction];\n  if (level === 0 && typeof gates !== \"string\" && !gates.some(isOpen)) return \"trapped\";\n  const cannot = direction"],
    ["takes an open gate for a closed one", "isOpen(gate))",                                                                 "!isOpen(gate))"],
  ],
  right: {
    "as a table": `
      import type { SystemParts } from "../../src/machine/sysregs/parts";

      export const verdictOn: SystemParts["verdictOn"] = ({ access, el0 }, level, direction, isOpen) => {
        const exists = access === "RW" || access === (direction === "read" ? "RO" : "WO");
        const permission = level === 1 ? "always" : el0[direction];
        if (!exists || permission === "never") return "undefined";
        if (permission === "always") return "allowed";
        for (const gate of permission) if (isOpen(gate)) return "allowed";
        return "trapped";
      };`,
  },
};
