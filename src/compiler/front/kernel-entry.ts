// Which import makes a program the kernel's: it then starts at the kernel's own first instruction.

/** The module whose import asks for the kernel, and its function. */
export const KERNEL_ENTRY = { module: "src/unikernel/boot/entry.ts", name: "_start" } as const;
