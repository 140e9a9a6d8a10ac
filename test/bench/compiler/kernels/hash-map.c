#include "kernel.h"
struct counts { s32 *keys, *counts; u32 mask; };
static s32 keys[16384], values[16384];
__attribute__((noinline)) static u32 slot_of(const struct counts *c, s32 key) {
  u32 slot = (((u32)key * 0x9e3779b1u) >> 16) & c->mask;
  while (c->counts[slot] != 0 && c->keys[slot] != key) slot = (slot + 1) & c->mask;
  return slot;
}
__attribute__((noinline)) static void add(struct counts *c, s32 key) {
  u32 slot = slot_of(c, key);
  c->keys[slot] = key;
  c->counts[slot]++;
}
__attribute__((noinline)) static s32 get(const struct counts *c, s32 key) { return c->counts[slot_of(c, key)]; }
void start(void) {
  struct counts c = { keys, values, 16383 };
  u32 seed = 1;
  for (long i = 0; i < 100000; i++) {
    seed = seed * 1664525u + 1013904223u;
    add(&c, (s32)((seed >> 8) % 6000));
  }
  u32 sum = 0;
  for (s32 key = 0; key < 6000; key++) sum = sum * 31 + (u32)get(&c, key);
  print(sum);
}
