// Names by way of a third module are the same.
import { bump } from "./shared/counter";
import { current, more, Square, type Shape } from "./shared/again";

export function start(): void {
  bump();
  more();
  const s: Shape = new Square(4);
  console.log(`${current()} ${s.area()} ${s instanceof Square} ${more === bump}`);
}
