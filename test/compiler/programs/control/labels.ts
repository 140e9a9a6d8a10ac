// break and continue of outer loops.
export function start(): void {
  outer: for (let i = 0; i < 5; i++) {
    for (let j = 0; j < 5; j++) {
      if (j === 3) continue outer;
      if (i === 3) break outer;
      if ((i + j) % 2 === 1) continue;
      console.log(`${i}${j}`);
    }
  }
  let n = 0;
  again: while (true) {
    do {
      n++;
      if (n === 4) continue again;
      if (n === 8) break again;
    } while (n % 3 !== 0);
    console.log(`n ${n}`);
  }
  block: {
    if (n === 8) break block;
    console.log("not here");
  }
  console.log(`${n}`);
}
