# Processes: every command is one, and they hand each other their bytes.
umask 022
echo hello | tr a-z A-Z | rev
seq 1 200 | sort -rn | head -3
seq 1 200 | sort | tail -2 | while read -r line; do echo "<$line>"; done
printf '%s\n' pear apple fig apple | sort | uniq -c
yes | head -2
head -c 200000 /dev/zero | tr "\0" x | wc -c
x=$(seq 1 50 | paste -sd+); echo $((x))
echo 'the quick brown fox' | sed -e 's/o/0/g' -e 's/\(q[a-z]*\) \(b[a-z]*\)/\2 \1/'
seq 1 10 | grep -E '^[2468]$' | xargs echo even:
mkdir -p d/e; echo one > d/a; echo two > d/e/b; ln -s a d/link; find d | sort; cat d/link
tar cf t.tar d; rm -r d; tar xf t.tar; cat d/e/b; ls -l d | grep -v total | cut -c1-10 | sort
cp d/a copy; chmod 600 copy; mv copy moved; stat -c '%a %s' moved; test -e copy || echo gone
cat missing; echo "status $?"
