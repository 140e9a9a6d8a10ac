// The game of life on a torus.
class World {
  readonly #size: number;
  #cells: Uint8Array;

  constructor(rows: readonly string[]) {
    this.#size = rows.length;
    this.#cells = new Uint8Array(rows.length * rows.length);
    for (let y = 0; y < rows.length; y++) {
      for (let x = 0; x < rows.length; x++) if (rows[y]!.charCodeAt(x) === 35) this.#cells[y * this.#size + x] = 1;
    }
  }

  #at(x: number, y: number): number {
    const n = this.#size;
    return this.#cells[(y + n) % n * n + (x + n) % n]!;
  }

  step(): void {
    const next = new Uint8Array(this.#cells.length);
    for (let y = 0; y < this.#size; y++) {
      for (let x = 0; x < this.#size; x++) {
        let around = -this.#at(x, y);
        for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) around += this.#at(x + dx, y + dy);
        if (around === 3 || (around === 2 && this.#at(x, y) === 1)) next[y * this.#size + x] = 1;
      }
    }
    this.#cells = next;
  }

  print(): void {
    for (let y = 0; y < this.#size; y++) {
      let line = "";
      for (let x = 0; x < this.#size; x++) line += this.#at(x, y) === 1 ? "#" : ".";
      console.log(line);
    }
  }
}

export function start(): void {
  const world = new World([".#......", "..#.....", "###.....", "........", ".....##.", ".....##.", "........", "........"]);
  for (let i = 0; i < 8; i++) world.step();
  world.print();
}
