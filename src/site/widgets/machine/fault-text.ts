/** "translation fault, level 3": a fault as a syndrome says it. */
import { faultStatusText } from "../../../formats/syndromes/fault-status";
import type { Fault } from "../../../machine/cpu/exception";
import { faultStatus } from "../../../machine/mmu/fault-status";

export const faultText = (fault: Fault): string => faultStatusText(faultStatus(fault));
