// A table of records, found by a field.
const REGISTERS = [
  { name: "UARTDR", offset: 0x000, width: 32 },
  { name: "UARTFR", offset: 0x018, width: 16 },
  { name: "UARTCR", offset: 0x030, width: 16 },
] as const;

function offsetOf(name: (typeof REGISTERS)[number]["name"]): number {
  for (const register of REGISTERS) if (register.name === name) return register.offset;
  return -1;
}

export function start(): void {
  console.log(`${offsetOf("UARTFR")} ${offsetOf("UARTCR")} ${REGISTERS[0].width}`);
  console.log(REGISTERS.map((r) => `${r.name}@${r.offset.toString(16)}`).join(" "));
}
