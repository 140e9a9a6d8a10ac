/* 64-bit multiplication: powers modulo a prime of 61 bits, 2^61 - 1, by squaring; the 128 bits of a product are put
   together from four of 64. */
#include "../guests/program.h"

#define PRIME 0x1fffffffffffffffull
#define POWERS 100

static u64 multiply(u64 a, u64 b) {
  u64 a0 = (u32)a, a1 = a >> 32, b0 = (u32)b, b1 = b >> 32;
  u64 middle = a1 * b0 + ((a0 * b0) >> 32);
  u64 other = a0 * b1 + (u32)middle;
  u64 low = a * b;
  u64 high = a1 * b1 + (middle >> 32) + (other >> 32);
  /* 2^61 is 1: the bits from there on are added to those below. */
  u64 sum = (low & PRIME) + ((low >> 61) | (high << 3));
  return sum >= PRIME ? sum - PRIME : sum;
}

static u64 power(u64 base, u64 exponent) {
  u64 result = 1;
  for (; exponent; exponent >>= 1) {
    if (exponent & 1) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

u32 run(u32 rounds) {
  u64 x = 3;
  for (u32 round = 0; round < rounds; round++) {
    for (int i = 0; i < POWERS; i++) x = power(x + 5, 0x0123456789abcdefull ^ x);
  }
  return (u32)(x ^ (x >> 32));
}
