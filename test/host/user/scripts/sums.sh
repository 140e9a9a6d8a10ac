# Checksums and compression: long stretches of integer arithmetic.
seq 1 500 > numbers
for sum in md5sum sha1sum sha256sum sha512sum crc32 cksum sum; do echo "$sum $($sum numbers)"; done
sha3sum numbers
gzip -9 -c numbers | wc -c
gzip -c numbers | gzip -dc | cmp - numbers && echo same
bzip2 -c numbers | bunzip2 | cmp - numbers && echo same
base64 numbers | head -2
