#include "kernel.h"
static s32 values[50000];
static void sort(s32 *v, long low, long high) {
  if (low >= high) return;
  s32 pivot = v[(low + high) >> 1];
  long i = low, j = high;
  while (i <= j) {
    while (v[i] < pivot) i++;
    while (v[j] > pivot) j--;
    if (i <= j) {
      s32 held = v[i];
      v[i] = v[j];
      v[j] = held;
      i++;
      j--;
    }
  }
  sort(v, low, j);
  sort(v, i, high);
}
void start(void) {
  u32 seed = 12345;
  for (long i = 0; i < 50000; i++) {
    seed = seed * 1103515245u + 12345u;
    values[i] = (s32)seed >> 4;
  }
  sort(values, 0, 49999);
  u32 sum = 0;
  for (long i = 0; i < 50000; i++) sum = sum * 31 + (u32)values[i];
  print(sum);
}
