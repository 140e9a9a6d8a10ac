import { Random } from "../../words";
import type { Drawn, Subject } from "../subject";
import { CFI_FLASH_SUBJECT } from "./cfi-flash";
import { FW_CFG_SUBJECT } from "./fw-cfg";
import { PL011_SUBJECT } from "./pl011";
import { PL031_SUBJECT } from "./pl031";
import { PL061_SUBJECT } from "./pl061";

export const SUBJECTS: readonly Subject[] = [PL011_SUBJECT, PL031_SUBJECT, PL061_SUBJECT, FW_CFG_SUBJECT, CFI_FLASH_SUBJECT];

/** The same for the same slice. Slice 0 is recorded. */
export const drawnOf = (subject: Subject, slice = 0): Drawn[] => subject.draw(new Random(slice + 1));
