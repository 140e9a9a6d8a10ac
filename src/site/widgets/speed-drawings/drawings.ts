/** The still pictures by name. */
import type { Drawing } from "../compiler-drawings/drawing";
import { dispatch } from "./drawings/dispatch";
import { nest } from "./drawings/nest";
import { store } from "./drawings/store";
import { tag } from "./drawings/tag";

export const DRAWINGS: Readonly<Record<string, Drawing>> = { nest, dispatch, tag, store };
