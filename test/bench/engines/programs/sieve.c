/* Integers: the primes below LIMIT, by crossing out the multiples of each. */
#include "../guests/program.h"

#define LIMIT 100000

static u8 composite[LIMIT];

static u32 count_primes(void) {
  for (u32 n = 0; n < LIMIT; n++) composite[n] = 0;
  u32 count = 0;
  for (u32 n = 2; n < LIMIT; n++) {
    if (composite[n]) continue;
    count++;
    for (u32 multiple = n + n; multiple < LIMIT; multiple += n) composite[multiple] = 1;
  }
  return count;
}

u32 run(u32 rounds) {
  u32 sum = 0;
  for (u32 round = 0; round < rounds; round++) sum = sum * 31 + count_primes();
  return sum;
}
