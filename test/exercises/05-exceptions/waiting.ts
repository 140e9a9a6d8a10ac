import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["does not wake for a masked line",       "waits: !wakeUp.asserted, event",                 "waits: !wakeUp.unmasked, event"],
    ["wakes from WFI for an event",           "waits: !wakeUp.asserted, event",                 "waits: !wakeUp.asserted && !event, event"],
    ["uses up an event in WFI",               "waits: !wakeUp.asserted, event",                 "waits: !wakeUp.asserted, event: false"],
    ["sleeps while a line is asserted",       "waits: !wakeUp.asserted, event",                 "waits: wakeUp.asserted, event"],
    ["wakes from WFE for a masked line",      "!event && !wakeUp.unmasked",                     "!event && !wakeUp.asserted"],
    ["wakes from WFE for events only",        "!event && !wakeUp.unmasked",                     "!event"],
    ["wakes from WFE for interrupts only",    "!event && !wakeUp.unmasked",                     "!wakeUp.unmasked"],
    ["does not use up the event",             "!wakeUp.unmasked, event: false",                 "!wakeUp.unmasked, event"],
    ["keeps the event if it was an interrupt", "!wakeUp.unmasked, event: false",                "!wakeUp.unmasked, event: event && wakeUp.unmasked"],
    ["sets no event for itself",              "case \"SEV\": case \"SEVL\": return { waits: false, event: true };", "case \"SEV\": return { waits: false, event };\n    case \"SEVL\": return { waits: false, event: true };"],
    ["takes SEVL for a NOP",                  "case \"SEV\": case \"SEVL\": return { waits: false, event: true };", "case \"SEVL\": return { waits: false, event };\n    case \"SEV\": return { waits: false, event: true };"],
    ["uses up an event in NOP",               "case \"NOP\": case \"YIELD\": return { waits: false, event };", "case \"NOP\": case \"YIELD\": return { waits: false, event: false };"],
    ["waits in YIELD",                        "case \"NOP\": case \"YIELD\": return { waits: false, event };", "case \"NOP\": return { waits: false, event };\n    case \"YIELD\": return { waits: !wakeUp.asserted, event };"],
  ],
  right: {
    "without a switch": `
      import type { ExceptionParts } from "../../src/machine/exceptions/parts";
      export const waits: ExceptionParts["waits"] = (hint, event, { asserted, unmasked }) => {
        const reasons = hint === "WFI" ? [asserted] : hint === "WFE" ? [event, unmasked] : [true];
        const after = hint.startsWith("SEV") || (hint !== "WFE" && event);
        return { waits: !reasons.some(Boolean), event: after };
      };`,
  },
};
