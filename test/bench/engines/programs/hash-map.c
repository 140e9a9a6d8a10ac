/* Memory: how often each key comes in a stream of keys, counted in a hash map whose buckets are lists. More than a
   megabyte is gone through by pointers, in no order. */
#include "../guests/program.h"

#define KEYS 20000
#define BUCKETS 8192
#define STREAM 40000

struct entry {
  struct entry *next;
  u32 key, count;
};

static struct entry *buckets[BUCKETS];
static struct entry entries[KEYS];
static u32 used;

static struct entry *entry_of(u32 key) {
  struct entry **bucket = &buckets[(key * 0x9e3779b1u) >> 19];
  for (struct entry *entry = *bucket; entry; entry = entry->next) {
    if (entry->key == key) return entry;
  }
  struct entry *entry = &entries[used++];
  entry->next = *bucket;
  entry->key = key;
  entry->count = 0;
  *bucket = entry;
  return entry;
}

static u32 count_keys(u32 seed) {
  for (u32 i = 0; i < BUCKETS; i++) buckets[i] = 0;
  used = 0;
  for (u32 i = 0; i < STREAM; i++) {
    seed = seed * 1664525u + 1013904223u;
    entry_of(((seed >> 16) * KEYS) >> 16)->count++;
  }
  u32 sum = 0;
  for (u32 key = 0; key < KEYS; key += 7) sum = sum * 31 + entry_of(key)->count;
  return sum + used;
}

u32 run(u32 rounds) {
  u32 sum = 0;
  for (u32 round = 0; round < rounds; round++) sum = sum * 31 + count_keys(round);
  return sum;
}
