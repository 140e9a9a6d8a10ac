// A function in assembly, for what kernel TypeScript cannot say. Its body is one statement:
//
//   export function whenAsked(a: bigint): bigint {
//     return asm`
//           mov   x0, x0, lsl #1
//           b     ${other}               // a function
//           adr   x1, ${symbol("link/stack")} // what the linker knows by this name
//     `;
//   }
//
// Compiled, the text is the function, without a frame: parameters are in X0 to X7, the result goes
// to X0, and X30 says where to return to (AAPCS64).

import { hosted } from "./hosted";

/** What may stand in a text: a function, by its name, or a symbol's address. */
export type AssemblySymbol = bigint | ((...args: never[]) => unknown);

export function asm(text: TemplateStringsArray, ...symbols: AssemblySymbol[]): never {
  return hosted().assembly(text.raw.join(`{${symbols.length}}`));
}
