// Products of polynomials over {0, 1}: bit i is the coefficient of x^i, and sums have no carries.
// PMUL and PMULL are made of them, and of those the checksums and the authentication of AES-GCM.

import type { Helper } from "../helper";

/**
 * Of two elements of one width; the product is twice as wide, less a bit. PMULL of doublewords is
 * this and nothing else; the forms on bytes apply it to each pair, and PMUL keeps the low byte.
 */
export const PolynomialMult: Helper = {
  name: "PolynomialMult",
  apply: (x, y) => {
    let product = 0n;
    for (let power = x, rest = y; rest !== 0n; rest >>= 1n) {
      if (rest & 1n) product ^= power;
      power <<= 1n;
    }
    return product;
  },
};
