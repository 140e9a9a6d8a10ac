// addend + x * y in doubles, rounded once, by a host that rounds each product and each sum. What
// rounding takes away from a product or a sum of two doubles is itself a double, and can be
// computed (T. J. Dekker, "A floating-point technique for extending the available precision", 1971;
// D. E. Knuth, The Art of Computer Programming, 4.2.2). So nothing need be lost.

/** 2^27 + 1: times this, a double's 53 bits come apart into halves of 26 (G. W. Veltkamp). */
const SPLITTER = 2 ** 27 + 1;

// Between these nothing over- or underflows: the last bit of productRest is at 2^-904 or higher.
const LEAST = 2 ** -400;
const MOST = 2 ** 400;

// The host's rounding leaves these sums, which are exact:
//
//   product + productRest = x * y
//   sum     + sumRest     = product + addend
//   rest    + lost        = sumRest + productRest
//   result  + missing     = sum + rest
//
// The number to be rounded is sum + rest + lost. If lost = 0, the host has rounded it: `result`.
//
// If not, can it change how sum + rest is rounded? Only if a midpoint M of two neighbouring doubles
// is at sum + rest, or between it and sum + rest + lost. Now sumRest is not 0 either, else
// rest = productRest and lost = 0. So product and addend have not cancelled: of two doubles,
// neither more than twice the other, the difference is exact (Sterbenz). So |sum| >= |product| / 2,
// |productRest| <= ulp(product) / 2 <= ulp(sum), and |rest| <= 2 ulp(sum). So M is within a few
// ulps of sum, on a quarter of one; M - sum has but a few bits, and is a double. Rounding keeps
// order: where rest + lost < M - sum, rest <= M - sum, and the same with >. So unless
// rest = M - sum, both are on one side of M, and `result` is right. Where sum + rest is a midpoint,
// there is no answer.

/** Undefined if that is not known, or if an operand is neither zero nor of moderate size. */
export function multiplyAddDoubles(addend: number, x: number, y: number): number | undefined {
  if (!isModerate(addend) || !isModerate(x) || !isModerate(y)) return undefined;
  const product = x * y;
  if (product === 0) return product + addend; // Both are exact, and so is the sign of a zero.
  const productRest = restOfProduct(x, y, product);
  const sum = product + addend;
  const sumRest = restOfSum(product, addend, sum);
  const rest = sumRest + productRest;
  const lost = restOfSum(sumRest, productRest, rest);
  const result = sum + rest;
  if (lost === 0) return result;
  const missing = restOfSum(sum, rest, result);
  // Twice as far as a midpoint there is the other neighbour, a double.
  return (result + 2 * missing) - result === 2 * missing ? undefined : result;
}

function isModerate(a: number): boolean {
  const magnitude = Math.abs(a);
  return (magnitude > LEAST && magnitude < MOST) || a === 0;
}

/** x * y - product, where product is x * y rounded. */
function restOfProduct(x: number, y: number, product: number): number {
  const highX = highHalf(x);
  const lowX = x - highX;
  const highY = highHalf(y);
  const lowY = y - highY;
  return lowX * lowY - (product - highX * highY - lowX * highY - highX * lowY);
}

function highHalf(a: number): number {
  const scaled = SPLITTER * a;
  return scaled - (scaled - a);
}

/** a + b - sum, where sum is a + b rounded. */
function restOfSum(a: number, b: number, sum: number): number {
  const ofB = sum - a;
  const ofA = sum - ofB;
  return (a - ofA) + (b - ofB);
}
