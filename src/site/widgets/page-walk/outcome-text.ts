/** What comes of an access, in one line: for the figure's head, and for those who hear it. */
import { faultText } from "../machine/fault-text";
import { addressText } from "../machine/numbers";
import type { Access } from "./access";

export const outcomeText = ({ outcome }: Access): string =>
  outcome.kind === "mapped" ? `physical address ${addressText(outcome.address)}` : faultText(outcome.fault);
