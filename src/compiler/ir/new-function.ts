import { IrFunction, type Kind, type Place } from "./function";

/** A function without blocks, its parameters numbered from 0. */
export function newFunction(
  symbol: string, title: string,
  parameters: readonly { readonly name?: string; readonly kind: Kind }[], at: Place,
): IrFunction {
  const numbered = parameters.map(
    (parameter, id) => ({ ...parameter, op: "parameter", id }) as const);
  return new IrFunction(symbol, title, numbered, at);
}
