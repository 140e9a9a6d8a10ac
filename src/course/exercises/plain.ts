// Plain data: what may cross between the judge and the student's code. No functions, no classes, no cycles.

export type Plain =
  | undefined | null | boolean | number | bigint | string | Uint8Array
  | readonly Plain[]
  | { readonly [key: string]: Plain };

const MAX_SHOWN = 200;

/** `value` on one line, near to how TypeScript writes it; cut off after 200 characters. */
export function showPlain(value: unknown): string {
  const text = write(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}...` : text;
}

function write(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "string") return JSON.stringify(value);
  if (value instanceof Uint8Array) return `bytes(${[...value.subarray(0, MAX_SHOWN)].map(hexByte).join(" ")})`;
  if (Array.isArray(value)) return `[${value.slice(0, MAX_SHOWN).map(write).join(", ")}]`;
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? "-0" : String(value);
  const entries = Object.entries(value).slice(0, MAX_SHOWN).map(([key, member]) => `${keyText(key)}: ${write(member)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

const hexByte = (byte: number): string => byte.toString(16).padStart(2, "0");

const keyText = (key: string): string => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
