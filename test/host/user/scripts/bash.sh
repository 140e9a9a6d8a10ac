# What bash has beyond the shell: arrays, regular expressions, process substitution, signals.
declare -A h=([a]=1 [b]=2); for k in a b; do echo "$k=${h[$k]}"; done
a=(1 2 3); echo ${#a[@]} ${a[@]:1} "${a[*]/2/x}"
s="Hello World"; echo ${s,,} ${s^^} ${s:3:4} ${s//o/0} ${#s}
printf -v x '%05.2f|%-8s|%x' 3.14159 abc 255; echo "$x"
[[ $s =~ ^(H.*)\ (W.*)$ ]] && echo ${BASH_REMATCH[2]}
f() { local i; for ((i = 0; i < 5; i++)); do echo -n "$((i ** 3)) "; done; echo; }
f | { read -r line; echo "got: $line"; }
echo {a..e}{1..2}; x=$(f); echo "$x"
(trap 'echo caught' USR1; kill -USR1 $BASHPID)
mapfile -t m < <(printf '%s\n' l1 l2); echo ${m[1]}
(sleep 0.1; exit 4) & wait $!; echo "status $?"
exec 3>&1; echo "to 3" >&3
coproc cat; echo hi >&${COPROC[1]}; read -ru ${COPROC[0]} r; echo "back: $r"
echo "2^100; scale = 20; 355/113; sqrt(2); e(1)" | bc -l
