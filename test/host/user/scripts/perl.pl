# Hashes, regular expressions, numbers as text, sorting, and other processes.
my %h; $h{$_ % 7} += $_ for 1 .. 1000;
print join(",", map { "$_=$h{$_}" } sort keys %h), "\n";
my $s = "abc" x 3; $s =~ s/b(.)/[$1]/g; print "$s\n";
printf "%.10f %s %e %d\n", atan2(1, 1) * 4, 1e21, 1 / 3, 2 ** 40;
print join(" ", sort { $a <=> $b } map { ($_ * 7919) % 101 } 1 .. 20), "\n";
my %k = "x=1,y=2" =~ /(\w)=(\d)/g; print join(";", map { "$_$k{$_}" } sort keys %k), "\n";
print unpack("H*", pack("NnCd>", 1, 2, 3, 1.5)), "\n";
my $pid = fork; if (!$pid) { print "child\n"; exit 5 } waitpid $pid, 0; print "status ", $? >> 8, "\n";
pipe my $r, my $w; print $w "through\n"; close $w; print <$r>;
local $SIG{ALRM} = sub { die "alarm\n" }; eval { alarm 1; sleep 5 }; print $@;
