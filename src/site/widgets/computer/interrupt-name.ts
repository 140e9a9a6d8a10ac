/** Who an interrupt of the board is, by the memory map's numbers. */
import { INTID } from "../../../formats/devices/gic";
import { MEMORY_MAP, PPI } from "../../../machine/board/memory-map";

const privateNames: Readonly<Record<number, string>> = {
  [INTID.FIRST_PPI + PPI.virtualTimer]: "virtual timer",
  [INTID.FIRST_PPI + PPI.physicalTimer]: "physical timer",
  [INTID.FIRST_PPI + PPI.hypervisorTimer]: "hypervisor's timer",
  [INTID.FIRST_PPI + PPI.secureTimer]: "secure timer",
  [INTID.FIRST_PPI + PPI.performanceMonitors]: "performance monitors",
};

const { pl011, pl031, pl061, virtioMmio } = MEMORY_MAP;
const sharedNames: Readonly<Record<number, string>> = {
  [INTID.FIRST_SPI + pl011.spi]: "serial port", [INTID.FIRST_SPI + pl031.spi]: "real-time clock", [INTID.FIRST_SPI + pl061.spi]: "power button",
};

export function interruptName(intid: number): string {
  if (intid < INTID.FIRST_PPI) return "another CPU";
  if (intid < INTID.FIRST_SPI) return privateNames[intid] ?? "a private interrupt";
  const slot = intid - INTID.FIRST_SPI - virtioMmio.spi;
  return sharedNames[intid] ?? (slot >= 0 && slot < virtioMmio.count ? `virtio, slot ${slot}` : "a shared interrupt");
}
