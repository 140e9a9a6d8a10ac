import type { ExceptionParts } from "../../src/machine/exceptions/parts";

/**
 * What a hint does, as { waits, event }: whether there is nothing to do, and what the event register is behind the hint. `event`
 * is what it was before. wakeUp.asserted says whether any interrupt's line is asserted, wakeUp.unmasked whether one is that will
 * be taken.
 *
 *   WFI          waits until some line is asserted, masked or not
 *   WFE          waits until there is an event, or an interrupt that will be taken; it clears the event register
 *   SEV, SEVL    set it
 *   NOP, YIELD   do nothing
 *
 * (SEV also sets the event registers of the other processors, and that is not asked for.)
 */
export const waits: ExceptionParts["waits"] = (hint, event, wakeUp) => {
  throw new Error(`Return { waits, event } of ${hint}: the event register is ${event}, asserted is ${wakeUp.asserted}, unmasked ${wakeUp.unmasked}.`);
};
