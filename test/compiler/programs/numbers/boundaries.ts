// Values around every power of two up to 2^53, through each kind of arithmetic.
export function start(): void {
  let power = 1;
  for (let bit = 0; bit < 53; bit++) {
    const [below, above] = [power - 1, power + (bit < 52 ? 1 : 0)];
    console.log(`${bit}: ${below} ${above} ${power | 0} ${below >>> 0} ${above >> 1} ${Math.trunc(power / 3)} ${power % 10} ${-power | 0} ${Math.clz32(below)} ${power.toString(16)}`);
    if (bit < 52) power *= 2;
  }
}
