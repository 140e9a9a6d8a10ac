# Variables, functions, loops, substitution, here-documents, traps: a shell's own work.
f() { local n=$1; if [ "$n" -le 1 ]; then echo 1; else echo $((n * $(f $((n - 1))))); fi; }
echo "6! = $(f 6)"
for i in 1 2 3; do case $i in 1) echo one ;; [23]) echo "$i is more" ;; esac; done
i=0; while [ $i -lt 5 ]; do i=$((i + 1)); [ $i = 3 ] && continue; printf '%d:%s ' $i "$((i << i))"; done; echo
cat <<X
here $((0xff ^ 0x0f)) ${undefined:-default} $(echo doc)
X
set -- a "b c" d; echo "$# $2"; shift; echo "$*"
x=path/to/file.tar.gz; echo "${x##*/} ${x%%.*} ${#x}"
false; echo "status $?"; (exit 7); echo "status $?"
trap 'echo bye' EXIT
sleep 1 & wait $!; echo "waited $?"
kill -0 $$ && exit 9
