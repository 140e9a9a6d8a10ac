/* What a program of the bench may use: numbers of a size, and itself. It has no library. */
typedef unsigned char u8;
typedef unsigned int u32;
typedef unsigned long long u64;

/* Does the program's work `rounds` times and answers a checksum, the same each time that it is asked. */
u32 run(u32 rounds);
