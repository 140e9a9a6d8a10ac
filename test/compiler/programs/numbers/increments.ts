// ++ and -- in front and behind, of variables, fields and elements.
class Counter {
  value = 10;
}

export function start(): void {
  let i = 5;
  console.log(`${i++} ${i} ${++i} ${i} ${i--} ${i} ${--i} ${i}`);
  const c = new Counter();
  console.log(`${c.value++} ${++c.value} ${c.value--} ${--c.value}`);
  const a = [1, 2, 3];
  console.log(`${a[0]!++} ${++a[1]!} ${a[2]!--} ${--a[2]!} ${a.join(",")}`);
  const j = i++ + ++i * i--;
  console.log(`${i} ${j}`);
  let k = 0;
  a[k++] = k++;
  console.log(`${k} ${a.join(",")}`);
}
