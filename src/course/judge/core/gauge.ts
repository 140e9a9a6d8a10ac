/** The name by which metered code reaches its fuel gauge. A program that uses it is refused (compile.ts). */
export const GAUGE = "$fuel";
