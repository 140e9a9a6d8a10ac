// Constants computed when a module is loaded.
import { NAMES, SQUARES, TOTAL, type Name } from "./shared/tables";

function index(name: Name): number {
  return NAMES.indexOf(name);
}

export function start(): void {
  console.log(`${NAMES.join()} ${SQUARES.join()} ${TOTAL} ${index("two")} ${SQUARES[index("two")]!}`);
}
