/** What happened between driver and device, access by access: the tape that the figure is wound along. */
import type { Place, RequestName } from "./queue-memory";

export interface Moment {
  readonly who: "driver" | "device";
  readonly does: "reads" | "writes" | "checks" | "raises" | "lowers" | "gives up";
  readonly place: Place;
  /** The value, or what of it matters: "1", "head 0". */
  readonly value: string;
  /** RAM behind it. */
  readonly ram: Uint8Array;
  /** The device's interrupt line behind it. */
  readonly isHigh: boolean;
  /** What the device has found wrong, behind it. */
  readonly fault: string | undefined;
}

export type Action =
  /** A free chain of three is filled in. */
  | { readonly kind: "describe"; readonly name: RequestName; readonly operation: "read" | "write"; readonly sector: number }
  /** Its last descriptor leads to itself. */
  | { readonly kind: "make a circle"; readonly name: RequestName }
  /** Its head goes into the available ring. */
  | { readonly kind: "offer"; readonly name: RequestName }
  | { readonly kind: "notify" }
  /** What the used ring has is the driver's again, and the interrupt is acknowledged. */
  | { readonly kind: "collect" }
  | { readonly kind: "want interrupts"; readonly wants: boolean };

export function placeText(place: Place): string {
  switch (place.area) {
    case "descriptor": return `descriptor ${place.index}`;
    case "available": case "used": return `${place.area}.${typeof place.box === "number" ? `ring[${place.box}]` : place.box}`;
    case "buffer": case "register": return place.name;
  }
}

export function momentText({ who, does, place, value }: Moment): string {
  if (does === "raises" || does === "lowers") return `The ${who} ${does} its interrupt line${value === "" ? "" : `: ${value}`}.`;
  if (does === "gives up") return `The device gives up: ${value}. It asks to be reset, and takes nothing until it is.`;
  if (does === "checks") return `The device looks whether ${placeText(place)} is RAM.`;
  return `The ${who} ${does} ${placeText(place)}${value === "" ? "" : `: ${value}`}.`;
}
