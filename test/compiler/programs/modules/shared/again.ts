// Names that come from elsewhere are exported again.
export { bump as more, current } from "./counter";
export { Square } from "./shapes";
export type { Shape } from "./shapes";
