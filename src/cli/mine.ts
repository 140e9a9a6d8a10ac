// --mine: a command runs on a decoder whose parts are the student's where the student has written them.

import { UserFault } from "../base/fault";
import { partsOfStudent, type PartOwner } from "../course/exercises/mine";
import { WORK, workFolder } from "../course/root";
import { Decoder } from "../machine/decoder/decoder";
import { ReaderGone } from "./output";

/** Says on standard error whose the parts are, and runs `work`. What goes wrong in it is the parts' doing. */
export async function withMyParts(work: (decoder: Decoder) => Promise<void>): Promise<void> {
  const { parts, whose } = await partsOfStudent(workFolder());
  for (const owner of whose) console.error(line(owner));
  try {
    await work(new Decoder(parts));
  } catch (fault) {
    if (fault instanceof UserFault || fault instanceof ReaderGone || !whose.some(({ mine }) => mine)) throw fault;
    const names = whose.filter(({ mine }) => mine).map(({ part }) => part).join(", ");
    throw new UserFault(`with your ${names} the decoder fails: ${fault instanceof Error ? fault.message : String(fault)}; o2p check says which is wrong`);
  }
}

const line = ({ part, file, mine }: PartOwner): string => `${part.padEnd(34)} ${mine ? `yours, ${WORK}/${file}` : "ours"}`;
