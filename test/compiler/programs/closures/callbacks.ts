// Array methods with closures that change what is outside.
export function start(): void {
  const values = [5, 3, 8, 1];
  let [sum, most] = [0, values[0]!];
  values.forEach((v) => {
    sum += v;
    if (v > most) most = v;
  });
  console.log(`${sum} ${most}`);
  const seen: string[] = [];
  const found = values.findIndex((v, i) => {
    seen.push(`${i}=${v}`);
    return v > 5;
  });
  console.log(`${found} ${seen.join(" ")}`);
  let calls = 0;
  console.log(`${values.some((v) => { calls++; return v === 3; })} ${calls}`);
  console.log(`${values.every((v) => { calls++; return v > 3; })} ${calls}`);
}
