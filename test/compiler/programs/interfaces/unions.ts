// A union of classes, told apart by a field and by instanceof.
class Circle { readonly kind = "circle"; readonly r: number; constructor(r: number) { this.r = r; } }
class Rect { readonly kind = "rect"; readonly w: number; readonly h: number; constructor(w: number, h: number) { this.w = w; this.h = h; } }
class Empty { readonly kind = "empty"; }
type Shape = Circle | Rect | Empty;

function area(s: Shape): number {
  switch (s.kind) {
    case "circle": return 3 * s.r * s.r;
    case "rect": return s.w * s.h;
    case "empty": return 0;
  }
}

function size(s: Shape): string {
  if (s instanceof Circle) return `r${s.r}`;
  if (s instanceof Rect) return `${s.w}x${s.h}`;
  return s.kind;
}

export function start(): void {
  const shapes: Shape[] = [new Circle(2), new Rect(3, 4), new Empty()];
  for (const s of shapes) console.log(`${s.kind} ${area(s)} ${size(s)} ${s.kind === "rect"}`);
}
