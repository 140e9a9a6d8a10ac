/** What happened, as the access that a kernel makes, or the line that a device moves, and what came of it. */
import { INTID } from "../../../formats/devices/gic";
import { type Action, type CpuSide, type Happened, sourceOf } from "./gic-actions";

export interface Line {
  readonly code: string;
  readonly says: string;
  /** Whether the handler is told something that it did not expect. */
  readonly isStriking: boolean;
}

export const byteText = (value: number): string => `0x${value.toString(16).padStart(2, "0")}`;

const idle = 0xff;
const runs = ({ running }: CpuSide): string => (running === idle ? "nothing runs" : `the CPU is at ${byteText(running)}`);

export function lineOf(happened: Happened): Line {
  const { action, source, cpu } = happened;
  switch (action.kind) {
    case "acknowledge": return acknowledged(happened);
    case "end": return ended(happened);
    case "mask": return plain("str  w0, [GICC_PMR]", `only what is more urgent than ${byteText(action.value)} gets through${pinText(cpu)}`);
    case "line": return moved(happened, action);
    case "send": return plain("str  w0, [GICD_SGIR]", `another CPU sends ${action.intid}: pending${pinText(cpu)}`);
    case "enable": return plain(`str  w0, [GICD_I${action.isOn ? "S" : "C"}ENABLER${action.intid >> 5}]`, `${action.intid} is ${action.isOn ? "on" : "off"}${!action.isOn && source?.isPending === true ? "; it stays pending" : ""}${pinText(cpu)}`);
    case "priority": return plain(`strb w0, [GICD_IPRIORITYR + ${action.intid}]`, `${action.intid} has priority ${byteText(action.value)}${pinText(cpu)}`);
    case "edge": return plain(`str  w0, [GICD_ICFGR${action.intid >> 4}]`, `${action.intid} is ${action.isEdge ? "edge-triggered: it is pending from a rise until it is acknowledged" : "level-sensitive: it is pending as long as its line is high"}`);
  }
}

const plain = (code: string, says: string): Line => ({ code, says, isStriking: false });

const pinText = ({ IRQ }: CpuSide): string => (IRQ ? ". IRQ is asserted" : "");

function acknowledged({ intid, source, cpu }: Happened): Line {
  const code = "ldr  w0, [GICC_IAR]";
  if (intid === undefined || intid === INTID.SPURIOUS || source === undefined) return { code, says: "1023: nothing gets through, so there is nothing to acknowledge", isStriking: true };
  const still = source.isPending ? "; its line is still high, so it is pending too" : "";
  return plain(code, `${intid}, ${sourceOf(intid).who}: active${still}; ${runs(cpu)}`);
}

function ended({ intid, source, cpu }: Happened): Line {
  const code = "str  w0, [GICC_EOIR]";
  if (intid === undefined || source === undefined) return { code, says: "nothing is active: it changes nothing", isStriking: true };
  if (!source.isPending) return plain(code, `${intid} is over; ${runs(cpu)}${pinText(cpu)}`);
  const why = source.isEdge ? "it rose again meanwhile" : "nobody had its line go low";
  return { code, says: `${intid} is over, and pending: ${why}${pinText(cpu)}`, isStriking: true };
}

function moved({ source, cpu }: Happened, { intid, isHigh }: Action & { readonly kind: "line" }): Line {
  const code = `${sourceOf(intid).who}: line ${isHigh ? "high" : "low"}`;
  const pending = source?.isPending === true;
  if (isHigh) return plain(code, `${pending ? "pending" : "not pending"}${source?.isActive === true ? ", and active still" : ""}${pinText(cpu)}`);
  if (pending) return plain(code, source.isEdge ? "still pending: the edge is remembered" : "still pending: software had set it");
  return plain(code, source?.isActive === true ? "active still, until its end is written" : "not pending any more");
}
