// Off and on again: the firmware does it, for who asks by its calling convention ("Arm Power State
// Coordination Interface", DEN0022, 5.9 and 5.11).

import { PSCI } from "../../formats/devices/psci";
import { hypervisorCall, secureMonitorCall, waitForInterrupt } from "../metal/machine";

/** How the firmware is called: by HVC, until somebody knows better. */
let conduit: "hvc" | "smc" = "hvc";

export function useConduit(by: "hvc" | "smc"): void {
  conduit = by;
}

/** X0 as the firmware leaves it. */
export function callFirmware(id: bigint): bigint {
  return conduit === "smc" ? secureMonitorCall(id, 0n, 0n, 0n) : hypervisorCall(id, 0n, 0n, 0n);
}

export function powerOff(): never {
  callFirmware(BigInt(PSCI.SYSTEM_OFF));
  for (;;) waitForInterrupt();
}

/** The machine starts anew. */
export function reset(): never {
  callFirmware(BigInt(PSCI.SYSTEM_RESET));
  for (;;) waitForInterrupt();
}
