/** The still pictures by name. */
import type { Drawing } from "./drawing";
import { bounds } from "./drawings/bounds";
import { condition } from "./drawings/condition";
import { cover } from "./drawings/cover";
import { frames } from "./drawings/frames";
import { memory } from "./drawings/memory";
import { rooms } from "./drawings/rooms";
import { safe } from "./drawings/safe";

export const DRAWINGS: Readonly<Record<string, Drawing>> = { bounds, condition, cover, frames, memory, rooms, safe };
