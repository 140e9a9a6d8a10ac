// Names that the checks under Node use themselves.
class Cell {
  $a = 1;
}

const $check = 10;

function cell(): Cell {
  return new Cell();
}

export function start(): void {
  const $a = [1, 2];
  let $i = 0;
  $a[$i++]! += $check;
  cell().$a += $i;
  const $c: Cell | null = cell();
  console.log(`${$a.join()} ${$i} ${$c?.$a ?? 0} ${$a[$i]! * $check}`);
  try {
    throw new Error("thrown");
  } catch ($e) {
    console.log($e instanceof Error ? $e.message : "");
  } finally {
    const $trapped = 1;
    console.log(`${$trapped}`);
  }
}
