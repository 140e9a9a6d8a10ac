// Every way to write a number.
export function start(): void {
  console.log(`${0x1f} ${0b1011} ${0o17} ${1_000_000} ${1e3} ${0xffff_ffff} ${12e2} ${100e-2} ${2.0}`);
  console.log(`${-0x10} ${- -5} ${-(-7)} ${0xFFFFFFFFFFFFF} ${9007199254740991}`);
}
