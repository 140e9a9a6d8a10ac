// Plain data as JSON, in both directions between the judge and the worker. What JSON lacks is an object with a "$":
//
//   undefined                 {"$":"undefined"}
//   bigint                    {"$":"bigint","v":"ff"}         hexadecimal, perhaps with a minus
//   NaN, infinities, -0       {"$":"number","v":"NaN"}
//   Uint8Array                {"$":"bytes","v":"00ff"}
//   { a: 1 }                  {"$":"object","v":[["a",1]]}
//
// 1. encode() runs beside the student's code, which may have replaced any built-in; what it makes then is wrong
//    or refused, never trusted.
// 2. decode() runs in the judge on text that may be forged: it makes plain data or throws NotPlain.

const MAX_DEPTH = 32;
const MAX_NODES = 100_000;
/** Room for a bigint of 4,096 bits; the largest thing in this machine has 512. */
const MAX_BIGINT_DIGITS = 1024;

type Json = null | boolean | number | string | Json[] | { $: string; v?: Json };

/** Something that is no plain data, or too much of it. The message reads after "the function returned": "a function". */
export class NotPlain extends Error {}

export function encode(value: unknown): string {
  const budget = { nodes: MAX_NODES };
  return JSON.stringify(encodeNode(value, 0, budget));
}

function encodeNode(value: unknown, depth: number, budget: { nodes: number }): Json {
  if (depth > MAX_DEPTH) throw new NotPlain(`data nested deeper than ${MAX_DEPTH} levels (or in a circle)`);
  if (--budget.nodes < 0) throw new NotPlain(`more than ${MAX_NODES} values`);
  switch (typeof value) {
    case "boolean":
      return value;
    case "number":
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: "number", v: Object.is(value, -0) ? "-0" : `${value}` };
    case "string":
      budget.nodes -= value.length >>> 3;
      if (budget.nodes < 0) throw new NotPlain("a very long string");
      return value;
    case "bigint":
      if (!fitsInDigits(value)) throw new NotPlain(`a bigint of more than ${MAX_BIGINT_DIGITS} hexadecimal digits`);
      return { $: "bigint", v: value.toString(16) };
    case "undefined":
      return { $: "undefined" };
    case "function":
      throw new NotPlain("a function");
    case "symbol":
      throw new NotPlain("a symbol");
    case "object":
      return value === null ? null : encodeObject(value, depth, budget);
  }
}

/** Long numbers are refused before they are written: writing 2^30 bits takes minutes. */
const fitsInDigits = (value: bigint): boolean => BigInt.asIntN(4 * MAX_BIGINT_DIGITS, value) === value;

function encodeObject(value: object, depth: number, budget: { nodes: number }): Json {
  if (Array.isArray(value)) {
    if (value.length > budget.nodes) throw new NotPlain(`an array of ${value.length} elements`);
    const elements: Json[] = [];
    for (let i = 0; i < value.length; i++) elements[i] = encodeNode(value[i], depth + 1, budget);
    return elements;
  }
  if (value instanceof Uint8Array) {
    budget.nodes -= value.length >>> 3;
    if (budget.nodes < 0) throw new NotPlain(`${value.length} bytes`);
    let hex = "";
    for (const byte of value) hex += (byte + 256).toString(16).slice(1);
    return { $: "bytes", v: hex };
  }
  for (const type of [Promise, Map, Set, RegExp, Date, ArrayBuffer]) {
    if (value instanceof type) throw new NotPlain(`a ${type.name}`);
  }
  const members: Json[] = [];
  for (const key of Object.keys(value)) {
    const member = (value as Readonly<Record<string, unknown>>)[key];
    members[members.length] = [key, encodeNode(member, depth + 1, budget)];
  }
  return { $: "object", v: members };
}

export function decode(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new NotPlain("something that is no JSON");
  }
  return decodeNode(json, 0);
}

/** For a message that is already parsed. */
export function decodeNode(json: unknown, depth: number): unknown {
  if (depth > 2 * MAX_DEPTH) throw new NotPlain("data nested too deep");
  if (json === null || typeof json === "boolean" || typeof json === "number" || typeof json === "string") return json;
  if (Array.isArray(json)) return json.map((element) => decodeNode(element, depth + 1));
  const { $, v } = json as { $?: unknown; v?: unknown };
  switch ($) {
    case "undefined":
      return undefined;
    case "number":
      if (typeof v === "string" && ["NaN", "Infinity", "-Infinity", "-0"].includes(v)) return Number(v);
      break;
    case "bigint":
      if (typeof v === "string" && v.length <= MAX_BIGINT_DIGITS + 1 && /^-?[0-9a-f]+$/.test(v)) {
        return v.startsWith("-") ? -BigInt(`0x${v.slice(1)}`) : BigInt(`0x${v}`);
      }
      break;
    case "bytes":
      // No pattern with a group in a loop: on megabytes it runs out of stack.
      if (typeof v === "string" && v.length % 2 === 0 && !/[^0-9a-f]/.test(v)) {
        return Uint8Array.from({ length: v.length / 2 }, (_, i) => Number.parseInt(v.slice(2 * i, 2 * i + 2), 16));
      }
      break;
    case "object":
      if (Array.isArray(v)) return Object.fromEntries(v.map((member) => decodeMember(member, depth)));
      break;
  }
  throw new NotPlain("something that is no plain data");
}

function decodeMember(member: unknown, depth: number): [string, unknown] {
  if (!Array.isArray(member) || typeof member[0] !== "string") throw new NotPlain("something that is no plain data");
  return [member[0], decodeNode(member[1], depth + 1)];
}
