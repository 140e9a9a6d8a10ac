/** What the machine does, or why it stands, in a line. */
import { withCommas } from "../machine/numbers";
import type { Known } from "./remote-computer";
import type { Status } from "./messages";

export function standingText({ status, fault, isBuilding }: Known): string {
  if (fault !== undefined) return fault.what.replace(/^./, (letter) => letter.toUpperCase());
  if (isBuilding) return "Reading what it is to run.";
  return status === undefined ? "It is off." : statusText(status);
}

function statusText({ standing, time, speed }: Status): string {
  const done = `${withCommas(time)} instructions`;
  switch (standing) {
    case "runs": return `Running: ${done}${speed > 0 ? `, ${speedText(speed)}` : ""}.`;
    case "sleeps": return `Running: ${done}; it sleeps until a timer wakes it.`;
    case "waits": return `Asleep behind ${done}: every CPU waits for an interrupt, and no timer is set. A key may wake it.`;
    case "stopped": return `Stopped behind ${done}.`;
    case "off": return `It has switched itself off, behind ${done}.`;
    case "exception": return `Stopped behind ${done}: an exception that nobody takes.`;
  }
}

export const speedText = (speed: number): string =>
  speed >= 1e5 ? `${(speed / 1e6).toFixed(1)} million a second` : `${withCommas(Math.round(speed))} a second`;
