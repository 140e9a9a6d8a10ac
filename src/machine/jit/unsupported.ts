/** Thrown for what the executor cannot express. One for all: a stack trace would cost much. */
export const Unsupported = new Error("no WebAssembly for this");
