// Functions, constants and a variable of another module.
import { bump, current, STEP } from "./shared/counter";
import { current as now } from "./shared/counter";

export function start(): void {
  console.log(`${current()} ${bump()} ${bump()} ${current()} ${now()} ${STEP}`);
  for (let i = 0; i < 3; i++) bump();
  console.log(`${now()}`);
}
