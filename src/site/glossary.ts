/** The glossary: one row a term, in the order of the alphabet. `<Term>` links to it and shows the meaning. */
export interface GlossaryEntry {
  readonly term: string;
  /** One or two sentences, complete without the text around them. */
  readonly meaning: string;
  /** The chapter that explains it. */
  readonly chapter: number;
}

/** The anchor of a term: "Program counter" has "program-counter". */
export function termId(term: string): string {
  return term.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

export const glossary: readonly GlossaryEntry[] = [
  { chapter: 1, term: "A64", meaning: "The instruction set of AArch64: every instruction is one word of 32 bits." },
  { chapter: 1, term: "AArch64", meaning: "The 64-bit state of an Arm processor: 31 general registers of 64 bits, and the A64 instruction set." },
  { chapter: 2, term: "Addressing mode", meaning: "How a load or a store says where: a base register alone, with a constant, with another register, or with one that it changes before or behind the access." },
  { chapter: 1, term: "Alias", meaning: "A second name that an assembler takes for some encodings of an instruction: MOV X0, X1 is ORR X0, XZR, X1." },
  { chapter: 1, term: "Assembler", meaning: "The program that turns assembly text into words; the decoder's mirror." },
  { chapter: 2, term: "Atomic", meaning: "Of a load and a store: nobody else's access comes between them." },
  { chapter: 1, term: "Big-endian", meaning: "Storing a number with its most significant byte first. A64 instructions are never stored so." },
  { chapter: 2, term: "Breakpoint", meaning: "An instruction before which a debugger wants the machine to stop." },
  { chapter: 2, term: "Carry", meaning: "The flag C: the sum of two unsigned numbers did not fit; of a subtraction, that nothing was borrowed." },
  { chapter: 1, term: "Condition", meaning: "Four bits that name a question about the flags, as EQ or LT; an instruction with one acts only if the answer is yes." },
  { chapter: 1, term: "Constrained unpredictable", meaning: "An encoding for which the manual lists several behaviours, of which a processor may have any." },
  { chapter: 1, term: "Cube", meaning: "A set of words: all that have given values in certain bits, whatever the other bits are. Written as a mask and a value." },
  { chapter: 1, term: "Decoder", meaning: "The part that looks at a word and says which instruction it is and what its fields hold." },
  { chapter: 2, term: "Denormal", meaning: "A floating-point number too small for a leading 1: its exponent field is zero and its fraction is not." },
  { chapter: 2, term: "Deterministic", meaning: "Of a machine: the same state always becomes the same next state. Then a run can be repeated, and what is repeated need not be stored." },
  { chapter: 1, term: "Directive", meaning: "A line of assembly text that begins with a dot and is an order to the assembler, as .word or .align; most make bytes that are no instruction." },
  { chapter: 1, term: "Disassembler", meaning: "The program that turns words back into assembly text." },
  { chapter: 1, term: "ELF", meaning: "The Executable and Linkable Format: the file format of programs and libraries on Linux." },
  { chapter: 1, term: "Encoding", meaning: "The pattern of fixed bits and fields in which an instruction is written as a word." },
  { chapter: 2, term: "Endianness", meaning: "The order in which the bytes of a number lie in memory." },
  { chapter: 5, term: "Exception", meaning: "What makes a processor leave the program and go on in the kernel: a system call, a fault, an undefined instruction, an interrupt." },
  { chapter: 2, term: "Exclusive monitor", meaning: "What watches an address between a load exclusive and a store exclusive, which stores only if nobody has stored there since." },
  { chapter: 2, term: "Executor", meaning: "Something that gives the values in an instruction's meaning a sense: the interpreter makes them numbers, the explainer formulas, a compiler code." },
  { chapter: 1, term: "Feature", meaning: "An optional part of the architecture with a name such as FEAT_LSE; a processor's ID registers say which it has." },
  { chapter: 1, term: "Field", meaning: "A run of bits in a word that has a meaning of its own, as Rd, the destination register, in bits 4 to 0." },
  { chapter: 2, term: "Flag", meaning: "One of four bits, N, Z, C and V, that an instruction leaves behind about its result, for a later one to ask about." },
  { chapter: 2, term: "Fused multiply-add", meaning: "A product and a sum with one rounding at the end." },
  { chapter: 1, term: "Immediate", meaning: "A constant that is written in the instruction itself." },
  { chapter: 1, term: "Instruction word", meaning: "The 32 bits that are one instruction. In memory they stand lowest byte first." },
  { chapter: 2, term: "Interpreter", meaning: "A program that executes another one an instruction at a time, by doing what each says." },
  { chapter: 1, term: "Label", meaning: "A name for an address in assembly text: what stands before a colon, and what a branch may then name." },
  { chapter: 2, term: "Lane", meaning: "An element of a vector register, as an instruction sees it: one of sixteen bytes, or of two doubles." },
  { chapter: 2, term: "Link register", meaning: "X30, in which a call leaves the address to come back to." },
  { chapter: 1, term: "Literal pool", meaning: "Constants that an assembler puts behind the code, for instructions that load them because they cannot hold them." },
  { chapter: 1, term: "Little-endian", meaning: "Storing a number with its least significant byte first, as A64 instructions are." },
  { chapter: 1, term: "Logical immediate", meaning: "A mask of 32 or 64 bits that thirteen bits can name: a cell with one run of ones, rotated, repeated." },
  { chapter: 1, term: "Mnemonic", meaning: "The name of an instruction in assembly text: ADD, LDR, B.NE." },
  { chapter: 2, term: "NaN", meaning: "Not a number: what a floating-point operation without an answer gives. A signalling one is reported when it is used, a quiet one is passed on." },
  { chapter: 1, term: "Opcode", meaning: "The bits of a word that say which instruction it is." },
  { chapter: 1, term: "Operand", meaning: "What an instruction works on, as assembly text writes it: a register, an immediate, an address." },
  { chapter: 1, term: "Oracle", meaning: "An independent program that is asked the same questions as the one under test; where the two differ, at least one is wrong." },
  { chapter: 2, term: "Overflow", meaning: "The flag V: the sum or difference of two signed numbers did not fit." },
  { chapter: 2, term: "Profile", meaning: "The features that this machine has. What needs another is Undefined when it is executed." },
  { chapter: 1, term: "Program counter", meaning: "The address of the instruction being executed. In A64 it is no general register: only branches, ADR and loads of literals count from it." },
  { chapter: 1, term: "Register", meaning: "One of the processor's own named places for a number. X0 has 64 bits; W0 is its lower half." },
  { chapter: 2, term: "Replay", meaning: "Executing again from an earlier state, to come to a later one that was not kept." },
  { chapter: 2, term: "Rounding mode", meaning: "Which neighbour a floating-point result becomes that lies between two: the nearest, the one above, the one below, or the one nearer to zero." },
  { chapter: 2, term: "Saturation", meaning: "Giving the nearest number that fits where a result does not, instead of dropping its upper bits." },
  { chapter: 1, term: "Section", meaning: "A named stretch of an ELF file, as .text, which holds instructions, or .rodata, which holds constants." },
  { chapter: 2, term: "Self-modifying code", meaning: "A program that stores instructions and executes them." },
  { chapter: 2, term: "Semantics", meaning: "What instructions mean: for each, what it reads, computes and writes." },
  { chapter: 1, term: "Sign extension", meaning: "Widening a two's complement number by copying its top bit to the left." },
  { chapter: 1, term: "SIMD", meaning: "Single instruction, multiple data: one instruction works on all lanes of a vector register." },
  { chapter: 2, term: "Snapshot", meaning: "All of a machine's state at one moment, kept so that the machine can be put back there." },
  { chapter: 1, term: "Stack pointer", meaning: "SP or WSP: the register that holds the address of the stack's end. Where an instruction means it, its number is 31." },
  { chapter: 1, term: "Symbol", meaning: "A name for an address in an ELF file: a function's, a variable's." },
  { chapter: 3, term: "System register", meaning: "A register through which an operating system runs the machine, as SCTLR_EL1; read by MRS and written by MSR." },
  { chapter: 1, term: "Template", meaning: "How an instruction is written, as its row says it: letters that stand for themselves, operands in angle brackets, what may be left out in braces." },
  { chapter: 1, term: "Two's complement", meaning: "Writing negative numbers so that the top bit counts negatively; addition needs no special case." },
  { chapter: 1, term: "Unallocated", meaning: "A word that no instruction uses. Executing it takes an Undefined Instruction exception." },
  { chapter: 1, term: "Undefined", meaning: "A word that matches an instruction's diagram, but whose fields the manual rules out. It takes the same exception as an unallocated one." },
  { chapter: 1, term: "Unikernel", meaning: "A program and the kernel it needs, linked into one image that runs alone on a machine." },
  { chapter: 2, term: "Watchpoint", meaning: "A register or an address at whose change or use a debugger wants the machine to stop." },
  { chapter: 1, term: "Word", meaning: "Four bytes, 32 bits: the size of every A64 instruction." },
  { chapter: 1, term: "Zero register", meaning: "XZR or WZR, number 31: reads as zero and forgets what is written to it. In some instructions 31 means SP instead." },
];
