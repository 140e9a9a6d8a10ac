// What QEMU runs: a static arm64 Linux program that reads requests from standard input to its end, runs each, and
// writes the answers to standard output. A request is a state of the machine and some instructions; an answer is the
// state after them. Both are the record of state.ts:
//
//   dword 0...30  X0...X30     32  NZCV    35  PC      38   request: words of code, which follow the record
//         31      SP           33  FPCR    36  signal       answer: dwords of the window that differ from before,
//                              34  FPSR    37  fault        which follow as (byte offset, value)
//         40...103  V0...V31                address
//
// The input begins with the window: the data memory that every request finds. The code stands at CODE, ends with a
// branch to `save`, and is surrounded by zeros, which are UDF #0: whatever branches elsewhere ends with SIGILL at its
// target. An instruction that ends with a signal answers with the state at the signal.
//
// harness.ts defines CODE, CODE_REGION, CODE_REGION_SIZE, WINDOW, WINDOW_SIZE, INPUT, OUTPUT, BUFFER_SIZE, PRISTINE.

.equ MMAP, 222
.equ READ, 63
.equ WRITE, 64
.equ EXIT, 93
.equ SIGALTSTACK, 132
.equ RT_SIGACTION, 134

.equ PROT_READ_WRITE, 3
.equ PROT_READ_WRITE_EXEC, 7
.equ MAPPING, 0x4032            // MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS | MAP_NORESERVE

.equ RECORD_SIZE, 832
.equ SP_AT, 248
.equ NZCV_AT, 256
.equ FPCR_AT, 264
.equ FPSR_AT, 272
.equ PC_AT, 280
.equ SIGNAL_AT, 288
.equ FAULT_AT, 296
.equ COUNT_AT, 304
.equ V_AT, 320

.equ SI_ADDR, 16                // in siginfo_t
.equ UC_PC, 440                 // in ucontext_t

// X19 is the request, X20 the input's end, X21 where the answer goes, X22 how many words of code were written last.
start:
    ldr     x0, =CODE_REGION
    ldr     x1, =CODE_REGION_SIZE
    mov     x2, #PROT_READ_WRITE_EXEC
    bl      map
    ldr     x0, =WINDOW
    ldr     x1, =WINDOW_SIZE
    mov     x2, #PROT_READ_WRITE
    bl      map
    ldr     x0, =INPUT
    ldr     x1, =BUFFER_SIZE
    mov     x2, #PROT_READ_WRITE
    bl      map
    ldr     x0, =OUTPUT
    ldr     x1, =BUFFER_SIZE
    mov     x2, #PROT_READ_WRITE
    bl      map
    ldr     x0, =PRISTINE
    ldr     x1, =WINDOW_SIZE
    mov     x2, #PROT_READ_WRITE
    bl      map
    adr     x0, alternate_stack
    mov     x1, #0
    mov     x8, #SIGALTSTACK
    svc     #0
    mov     x0, #4                  // SIGILL
    bl      catch
    mov     x0, #5                  // SIGTRAP
    bl      catch
    mov     x0, #7                  // SIGBUS
    bl      catch
    mov     x0, #11                 // SIGSEGV
    bl      catch

read_all:
    ldr     x20, =INPUT
    ldr     x19, =BUFFER_SIZE
    add     x19, x19, x20
read_more:
    mov     x0, #0
    mov     x1, x20
    sub     x2, x19, x20
    mov     x8, #READ
    svc     #0
    cmp     x0, #0
    b.le    read_done
    add     x20, x20, x0
    b       read_more
read_done:
    ldr     x19, =INPUT
    ldr     x21, =OUTPUT
    mov     x22, #0

    // The window, and a copy to compare with.
    ldr     x1, =WINDOW
    ldr     x2, =PRISTINE
    ldr     x3, =WINDOW_SIZE
    add     x3, x1, x3
copy_window:
    ldp     x4, x5, [x19], #16
    stp     x4, x5, [x1], #16
    stp     x4, x5, [x2], #16
    cmp     x1, x3
    b.ne    copy_window

next_request:
    cmp     x19, x20
    b.hs    finish

    // The code. It is only written where it differs from what stands there: an emulator translates it anew.
    ldr     x0, =CODE
    ldr     w1, [x19, #COUNT_AT]    // words
    add     x2, x19, #RECORD_SIZE   // the next one
    mov     w3, #0                  // its number
    mov     w9, #0                  // whether any differs
    add     w4, w1, #1
    cmp     w4, w22
    csel    w22, w4, w22, hi        // up to here
place_word:
    cmp     w3, w1
    b.lo    given_word
    mov     w5, #0
    b.hi    have_word
    ldr     x6, =save               // the branch behind the code
    sub     x6, x6, x0
    ubfx    x6, x6, #2, #26
    movz    w5, #0x1400, lsl #16
    orr     w5, w5, w6
    b       have_word
given_word:
    ldr     w5, [x2], #4
have_word:
    ldr     w6, [x0]
    cmp     w5, w6
    b.eq    same_word
    str     w5, [x0]
    dc      cvau, x0
    dsb     ish
    ic      ivau, x0
    mov     w9, #1
same_word:
    add     x0, x0, #4
    add     w3, w3, #1
    cmp     w3, w22
    b.ne    place_word
    mov     w22, w4
    cbz     w9, enter
    dsb     ish
    isb

enter:
    ldr     x0, =own
    stp     x19, x20, [x0]
    stp     x21, x22, [x0, #16]
    ldr     x0, =record
    stp     xzr, xzr, [x0, #PC_AT]
    str     xzr, [x0, #FAULT_AT]
    clrex
    mov     x30, x19
    ldp     q0, q1, [x30, #V_AT]
    ldp     q2, q3, [x30, #V_AT + 32]
    ldp     q4, q5, [x30, #V_AT + 64]
    ldp     q6, q7, [x30, #V_AT + 96]
    ldp     q8, q9, [x30, #V_AT + 128]
    ldp     q10, q11, [x30, #V_AT + 160]
    ldp     q12, q13, [x30, #V_AT + 192]
    ldp     q14, q15, [x30, #V_AT + 224]
    ldp     q16, q17, [x30, #V_AT + 256]
    ldp     q18, q19, [x30, #V_AT + 288]
    ldp     q20, q21, [x30, #V_AT + 320]
    ldp     q22, q23, [x30, #V_AT + 352]
    ldp     q24, q25, [x30, #V_AT + 384]
    ldp     q26, q27, [x30, #V_AT + 416]
    ldp     q28, q29, [x30, #V_AT + 448]
    ldp     q30, q31, [x30, #V_AT + 480]
    ldr     x0, [x30, #FPCR_AT]
    msr     fpcr, x0
    ldr     x0, [x30, #FPSR_AT]
    msr     fpsr, x0
    ldr     x0, [x30, #NZCV_AT]
    msr     nzcv, x0
    ldr     x0, [x30, #SP_AT]
    mov     sp, x0
    ldp     x0, x1, [x30]
    ldp     x2, x3, [x30, #16]
    ldp     x4, x5, [x30, #32]
    ldp     x6, x7, [x30, #48]
    ldp     x8, x9, [x30, #64]
    ldp     x10, x11, [x30, #80]
    ldp     x12, x13, [x30, #96]
    ldp     x14, x15, [x30, #112]
    ldp     x16, x17, [x30, #128]
    ldp     x18, x19, [x30, #144]
    ldp     x20, x21, [x30, #160]
    ldp     x22, x23, [x30, #176]
    ldp     x24, x25, [x30, #192]
    ldp     x26, x27, [x30, #208]
    ldp     x28, x29, [x30, #224]
    ldr     x30, [x30, #240]
    b       CODE

// Where the code ends, or the signal handler returns to. TPIDR_EL0 is the one register that may be lost.
save:
    msr     tpidr_el0, x30
    ldr     x30, =record
    stp     x0, x1, [x30]
    stp     x2, x3, [x30, #16]
    stp     x4, x5, [x30, #32]
    stp     x6, x7, [x30, #48]
    stp     x8, x9, [x30, #64]
    stp     x10, x11, [x30, #80]
    stp     x12, x13, [x30, #96]
    stp     x14, x15, [x30, #112]
    stp     x16, x17, [x30, #128]
    stp     x18, x19, [x30, #144]
    stp     x20, x21, [x30, #160]
    stp     x22, x23, [x30, #176]
    stp     x24, x25, [x30, #192]
    stp     x26, x27, [x30, #208]
    stp     x28, x29, [x30, #224]
    mrs     x0, tpidr_el0
    str     x0, [x30, #240]
    mov     x0, sp
    str     x0, [x30, #SP_AT]
    mrs     x0, nzcv
    str     x0, [x30, #NZCV_AT]
    mrs     x0, fpcr
    str     x0, [x30, #FPCR_AT]
    mrs     x0, fpsr
    str     x0, [x30, #FPSR_AT]
    stp     q0, q1, [x30, #V_AT]
    stp     q2, q3, [x30, #V_AT + 32]
    stp     q4, q5, [x30, #V_AT + 64]
    stp     q6, q7, [x30, #V_AT + 96]
    stp     q8, q9, [x30, #V_AT + 128]
    stp     q10, q11, [x30, #V_AT + 160]
    stp     q12, q13, [x30, #V_AT + 192]
    stp     q14, q15, [x30, #V_AT + 224]
    stp     q16, q17, [x30, #V_AT + 256]
    stp     q18, q19, [x30, #V_AT + 288]
    stp     q20, q21, [x30, #V_AT + 320]
    stp     q22, q23, [x30, #V_AT + 352]
    stp     q24, q25, [x30, #V_AT + 384]
    stp     q26, q27, [x30, #V_AT + 416]
    stp     q28, q29, [x30, #V_AT + 448]
    stp     q30, q31, [x30, #V_AT + 480]
    ldr     x0, =own
    ldp     x19, x20, [x0]
    ldp     x21, x22, [x0, #16]

    // The answer: the record, and what has changed in the window, which is then put back.
    mov     x1, x21
    add     x2, x21, #RECORD_SIZE
copy_record:
    ldp     q0, q1, [x30], #32
    stp     q0, q1, [x1], #32
    cmp     x1, x2
    b.ne    copy_record
    mov     x6, #0                  // dwords that differ
    ldr     x0, =WINDOW
    ldr     x1, =PRISTINE
    ldr     x3, =WINDOW_SIZE
    add     x3, x0, x3
compare_window:
    ldp     x4, x5, [x0]
    ldp     x7, x8, [x1], #16
    cmp     x4, x7
    b.eq    low_is_same
    bl      put_change
low_is_same:
    add     x0, x0, #8
    cmp     x5, x8
    b.eq    high_is_same
    mov     x4, x5
    mov     x7, x8
    bl      put_change
high_is_same:
    add     x0, x0, #8
    cmp     x0, x3
    b.ne    compare_window
    str     x6, [x21, #COUNT_AT]
    mov     x21, x2

    ldr     w1, [x19, #COUNT_AT]
    add     x19, x19, #RECORD_SIZE
    add     x1, x1, #1
    lsr     x1, x1, #1
    add     x19, x19, x1, lsl #3
    b       next_request

// [X0] is X4 and was X7: says so at X2, and counts it in X6.
put_change:
    ldr     x9, =WINDOW
    sub     x9, x0, x9
    stp     x9, x4, [x2], #16
    str     x7, [x0]
    add     x6, x6, #1
    ret

finish:
    ldr     x20, =OUTPUT
write_more:
    cmp     x20, x21
    b.eq    done
    mov     x0, #1
    mov     x1, x20
    sub     x2, x21, x20
    mov     x8, #WRITE
    svc     #0
    cmp     x0, #0
    b.le    failed
    add     x20, x20, x0
    b       write_more
done:
    mov     x0, #0
    b       leave
failed:
    mov     x0, #1
leave:
    mov     x8, #EXIT
    svc     #0

// mmap(X0, X1, X2, MAPPING, -1, 0)
map:
    mov     x3, #MAPPING
    mov     x4, #-1
    mov     x5, #0
    mov     x8, #MMAP
    svc     #0
    tbnz    x0, #63, failed
    ret

// rt_sigaction(X0, action, 0, 8)
catch:
    adr     x1, action
    mov     x2, #0
    mov     x3, #8
    mov     x8, #RT_SIGACTION
    svc     #0
    cbnz    x0, failed
    ret

// Notes signal X0 of siginfo X1, and has the interrupted context X2 go on at `save`.
handler:
    ldr     x3, =record
    str     x0, [x3, #SIGNAL_AT]
    ldr     x4, [x1, #SI_ADDR]
    str     x4, [x3, #FAULT_AT]
    ldr     x4, [x2, #UC_PC]
    str     x4, [x3, #PC_AT]
    ldr     x4, =save
    str     x4, [x2, #UC_PC]
    ret

return_from_signal:
    mov     x8, #139                // rt_sigreturn
    svc     #0

.ltorg
action:
    .xword  handler
    .xword  0x4c000004              // SA_NODEFER | SA_ONSTACK | SA_RESTORER | SA_SIGINFO
    .xword  return_from_signal
    .xword  0
alternate_stack:
    .xword  stack, 0, 0x4000

// On pages of their own: an emulator drops what it has translated of a page that is written to.
.align 12
own:
    .space 32
record:
    .space RECORD_SIZE
stack:
    .space 0x4000
