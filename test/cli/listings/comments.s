// Instructions that llvm-objdump comments on, some of them so long that the comment's column is taken.
.text
 add x0, x1, #1, lsl #12
 adds w0, w1, #4095, lsl #12
 cmp x0, #2, lsl #12
 cmn w30, #3, lsl #12
 sub sp, sp, #16, lsl #12
 add x0, x1, #1
 movk x0, #18, lsl #16
 orr x0, x1, x2, lsl #12
 ldadda w1, wzr, [x2]
 ldclral x1, xzr, [sp]
 ldeorah w1, wzr, [x2]
 ldsmaxab w30, wzr, [x30]
 swpa x1, xzr, [x2]
 swpal w1, w3, [x2]
 ldaddl w1, wzr, [x2]
 stadd w1, [x2]
 casa w1, wzr, [x2]
