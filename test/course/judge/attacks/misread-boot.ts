// What students believe of chapter 8's graded questions, as changes to the right answer, whatever its variant.

export type MisreadQuestion = readonly (readonly [misunderstanding: string, find: RegExp, replace: string])[];

export const MISREAD_VECTOR: MisreadQuestion = [
  ["only what the handler changes can be wrong",          /new Set\(faults\.always\)/,                    "new Set(faults.always.filter((name) => changes.includes(name)))"],
  ["whatever the handler changes is wrong",               /for \(const name of faults\.changed\) if \(changes\.includes\(name\)\)/, "for (const name of changes)"],
  ["an exception in an exception changes nothing",        /if \(nested\) for/,                            "if (!nested) for"],
  ["another exception changes what the handler may change", /if \(nested\) for \(const name of faults\.nested\)/, "if (nested) for (const name of faults.changed)"],
  ["the handler keeps what it changes",                   /if \(changes\.includes\(name\)\) wrong/,       "if (!changes.includes(name)) wrong"],
  ["one of the two vectors is right",                     /(\w+: \{\n\s+always: )\[.*\](,\n\s+changed: )\[.*\](,\n\s+nested: )\[.*\]/, "$1[]$2[]$3[]"],
  ["the list is in the order in which it is found",       /ORDER\.filter\(\(name\) => wrong\.has\(name\)\)/, "[...wrong].reverse()"],
  ["the frame and the state are not asked for",           /wrong\.has\(name\)/,                           "wrong.has(name) && name.length < 3"],
];

export const MISREAD_ENTRY: MisreadQuestion = [
  ["CurrentEL is a number",                               /\(read\("CurrentEL"\) >> 2n\) & 3n/,           "read(\"CurrentEL\") & 3n"],
  ["DAIF begins at bit 0",                                /9n - BigInt\(i\)/,                             "3n - BigInt(i)"],
  ["a mask that is 1 lets it through",                    /\(_, i\) => !isSet/,                           "(_, i) => isSet"],
  ["SPSel says which level's stack it is",                /`SP_EL\$\{level\}`/,                           "`SP_EL${read(\"SPSel\")}`"],
  ["the tree's address is a virtual one already",         /BASE \+ read\("X0"\)/,                         "read(\"X0\")"],
  ["ERET goes to the upper half",                         /elr: read\("PC"\)/,                            "elr: BASE + read(\"PC\")"],
  ["SPSR has the level as CurrentEL has it",              /spsr: (.*) \| [45]n/,                          "spsr: $1 | read(\"CurrentEL\")"],
  ["at EL1 registers of EL2 are written too",             /  if \(level === 1\) return \{ level, stack, open, sets: \[\], tree \};\n/, ""],
  ["a register is written as often as it is named",       /if \(registers\[name\] !== value\) sets/,      "sets"],
  ["every loader is right",                               /if \(refused !== undefined\) return \{ refused \};/, "if (refused === 0) return { refused };"],
];
