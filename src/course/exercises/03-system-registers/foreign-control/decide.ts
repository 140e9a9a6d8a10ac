// What the processor of a variant does with an access: the reference, bit by bit.

import type { ForeignAnswer, ForeignRegisters, ForeignRequest } from "../questions";
import type { ControlField, ControlVariant, ForeignRegister, Permission } from "./variant";

export function decideForeign(variant: ControlVariant, request: ForeignRequest, { held, control }: ForeignRegisters): ForeignAnswer {
  const register = variant.registers.find(({ number }) => number === request.number);
  const refusal = refusalOf(variant, register, request, control);
  if (refusal !== undefined || register === undefined) return { syndrome: syndromeOf(variant, refusal ?? "undefined", request), value: 0n };
  if (request.direction === "read") return { syndrome: 0, value: held };

  const isControl = register === variant.registers[0];
  let value = 0n;
  for (let bit = 0; bit < register.width; bit++) {
    const [was, comes] = [bitOf(held, bit), bitOf(request.value, bit)];
    if (isControl ? controlBit(variant.fields, bit, was, comes) : comes) value |= 1n << BigInt(bit);
  }
  return { syndrome: 0, value };
}

/** Why it is not done, if it is not. */
function refusalOf(
  variant: ControlVariant, register: ForeignRegister | undefined, { level, direction }: ForeignRequest, control: bigint,
): "undefined" | "trapped" | undefined {
  if (register === undefined) return "undefined";
  if (register.access === (direction === "read" ? "WO" : "RO")) return "undefined";
  if (level === 1) return undefined;
  const permission = register[direction];
  if (permission === "never") return variant.neverIs;
  return permits(variant.fields, permission, control) ? undefined : "trapped";
}

function permits(fields: readonly ControlField[], permission: Exclude<Permission, "never">, control: bigint): boolean {
  if (permission === "always") return true;
  const stands = permission.gates.map(({ field, open }) => {
    const { low } = fields.find(({ name }) => name === field)!;
    return bitOf(control, low) === (open === 1);
  });
  return permission.all ? stands.every(Boolean) : stands.some(Boolean);
}

function controlBit(fields: readonly ControlField[], bit: number, was: boolean, comes: boolean): boolean {
  const field = fields.find(({ high, low }) => low <= bit && bit <= high);
  switch (field?.kind) {
    case undefined: return false;
    case "written": return comes;
    case "kept": return was;
    case "set": return was || comes;
    case "cleared": return was && !comes;
    case "one": return true;
  }
}

function syndromeOf({ codes, places }: ControlVariant, why: "undefined" | "trapped", { number, direction }: ForeignRequest): number {
  const code = codes[why] << places.code;
  if (why === "undefined") return code;
  return code | (number << places.number) | ((direction === "read" ? 1 : 0) << places.read);
}

const bitOf = (word: bigint, bit: number): boolean => ((word >> BigInt(bit)) & 1n) === 1n;
