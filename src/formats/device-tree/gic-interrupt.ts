// How a device tree names an interrupt of a GIC: three cells (Linux,
// Documentation/devicetree/bindings/interrupt-controller/arm,gic.yaml).
//
//   type       number                     flags
//   0  SPI     from INTID 32 on           3:0   1 rising edge, 2 falling edge, 4 high, 8 low level
//   1  PPI     from INTID 16 on           15:8  GICv2's PPIs: which CPUs have it, a bit each

export const GIC_SPI = 0;
export const GIC_PPI = 1;

export const EDGE_RISING = 1;
export const LEVEL_HIGH = 4;

/** The interrupt that three cells name, in the manual's words: "SPI 1, level high". */
export function gicInterruptText(type: number, number: number, flags: number): string {
  return `${kindText(type)} ${number}, ${triggerText(flags & 0xf)}`;
}

function kindText(type: number): string {
  switch (type) {
    case GIC_SPI: return "SPI";
    case GIC_PPI: return "PPI";
    default: return `type ${type}`;
  }
}

function triggerText(trigger: number): string {
  switch (trigger) {
    case EDGE_RISING: return "rising edge";
    case 2: return "falling edge";
    case LEVEL_HIGH: return "level high";
    case 8: return "level low";
    default: return `trigger ${trigger}`;
  }
}
