// A module with a variable of its own, which only its functions change.
let count = 0;

export const STEP = 5;

export function bump(): number {
  count += STEP;
  return count;
}

export function current(): number {
  return count;
}
