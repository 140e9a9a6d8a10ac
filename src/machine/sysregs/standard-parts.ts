import { verdictOn } from "./access";
import { fieldOf, withField, written } from "./field";
import { trapsFp } from "./fp-access";
import type { SystemParts } from "./parts";
import { stackPointerOf } from "./pstate";
import { writePstate } from "./pstate-write";

/** Our own parts. */
export const STANDARD_SYSTEM_PARTS: SystemParts = {
  fieldOf, withField, written, verdictOn, writePstate, stackPointerOf, trapsFp,
};
