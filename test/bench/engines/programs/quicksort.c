/* Branches: numbers in no order are sorted, then looked for by halves. No branch of either can be foreseen. */
#include "../guests/program.h"

#define LENGTH 8000

static u32 values[LENGTH];

static void sort(u32 *v, int low, int high) {
  while (low < high) {
    u32 pivot = v[(low + high) / 2];
    int i = low, j = high;
    while (i <= j) {
      while (v[i] < pivot) i++;
      while (v[j] > pivot) j--;
      if (i > j) break;
      u32 held = v[i];
      v[i++] = v[j];
      v[j--] = held;
    }
    sort(v, low, j);
    low = i;
  }
}

/* How many of the values are less. */
static int rank(u32 value) {
  int low = 0, high = LENGTH;
  while (low < high) {
    int middle = (low + high) / 2;
    if (values[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

u32 run(u32 rounds) {
  u32 seed = 12345, sum = 0;
  for (u32 round = 0; round < rounds; round++) {
    for (int i = 0; i < LENGTH; i++) {
      seed = seed * 1664525u + 1013904223u;
      values[i] = seed ^ (seed >> 15);
    }
    sort(values, 0, LENGTH - 1);
    for (int i = 0; i < LENGTH; i += 4) {
      seed = seed * 1664525u + 1013904223u;
      sum = sum * 31 + (u32)rank(seed);
    }
  }
  return sum;
}
