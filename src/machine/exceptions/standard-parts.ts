import { breakpointMatches } from "./breakpoints";
import { isDebugged } from "./debug-control";
import { preferredReturn, stateAtEntry } from "./entry";
import { exceptionReturn, isIllegalReturn } from "./exception-return";
import { interruptTaken } from "./interrupts";
import type { ExceptionParts } from "./parts";
import { firstOf } from "./priority";
import { stepBit, stepState } from "./software-step";
import { syndromeOf } from "./syndrome";
import { vectorOf } from "./vector";
import { waits } from "./waiting";
import { watchpointHit } from "./watchpoints";

/** Our own parts. */
export const STANDARD_EXCEPTION_PARTS: ExceptionParts = {
  syndromeOf, vectorOf, stateAtEntry, preferredReturn, isIllegalReturn, exceptionReturn,
  interruptTaken, waits, isDebugged, stepState, stepBit, breakpointMatches, watchpointHit, firstOf,
};
