/** The still pictures by name. */
import type { Drawing } from "../compiler-drawings/drawing";
import { argv } from "./drawings/argv";
import { frame } from "./drawings/frame";
import { halves } from "./drawings/halves";
import { key } from "./drawings/key";
import { replace } from "./drawings/replace";
import { screen } from "./drawings/screen";
import { sleep } from "./drawings/sleep";
import { symbols } from "./drawings/symbols";

export const DRAWINGS: Readonly<Record<string, Drawing>> = { halves, symbols, frame, replace, argv, key, screen, sleep };
