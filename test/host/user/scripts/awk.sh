# awk: strings, arrays, and double precision.
seq 1 500 | awk '{ s += $1 * $1; t += 1 / $1 } END { print s, s / 7, t; printf "%.17g %e %g %x %5.2f|%-6s|\n", t, s, 1e-5, 255, 2.675, "ab" }'
awk 'BEGIN { for (i = 1; i <= 5; i++) printf "%d^3=%d ", i, i * i * i; print ""; print 0.1 + 0.2, 1e308 * 10, -7 % 3, int(-3.9), 1 / 3 }'
printf 'b 2\na 1\nb 3\nc 5\n' | awk '{ n[$1] += $2 } END { for (k in n) print k, n[k] }' | sort
echo 'one,two;three' | awk -F'[,;]' '{ print $3 "-" $1, length($2), toupper($2), index($0, "two"), substr($0, 5, 3); gsub(/[aeiou]/, "*"); print }'
awk 'function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) } BEGIN { print fib(15) }'
