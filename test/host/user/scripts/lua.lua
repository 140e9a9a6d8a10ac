-- Numbers, strings, tables, closures, coroutines, errors, and the collector.
print(_VERSION, 10 / 3, 2 ^ 53, 1e100, -0.0, 1 / 0, 0 / 0 ~= 0 / 0, math.pi)
for i = 1, 3 do print(string.format("%5d %8.3f %g %e %a %q", i, i / 7, i * 1e10, i / 3, i / 10, "s" .. i)) end
local t = {}
for i = 1, 1000 do t[i] = (i * 7919) % 1009 end
table.sort(t)
print(t[1], t[500], t[1000], #t)
local words = {}
for word in ("the quick brown fox"):gmatch("%a+") do words[#words + 1] = word:upper():reverse() end
print(table.concat(words, ","), ("hello"):byte(1, -1))
print(string.pack("<i4d", 7, 1.5):byte(1, -1))
local sum = 0
for i = 1, 5000 do local pair = { i, { i } }; sum = sum + #pair end
collectgarbage()
print(sum)
local squares = coroutine.wrap(function() for i = 1, 3 do coroutine.yield(i * i) end end)
print(squares(), squares(), squares(), select(2, pcall(error, "wrong", 0)))
print(7 // 2, -7 // 2, 7 % -3, 7.5 // 2, 1 << 62, 5 // 0.0, math.tointeger(3.0), 3 | 4, ~0, "10" + 5)
print(math.sin(1), math.cos(1), math.exp(1), math.log(10), math.sqrt(2), math.floor(-3.5), math.fmod(7, 3))
print(tostring(1e15), 1e16, 123456789012, 0.1, 1 / 3, 100 // 1e-3, 2 ^ 31, -(2 ^ 63) == math.mininteger)
print(os.date("!%Y-%m-%d %H:%M:%S", 1e9), #arg, arg[1], utf8.char(8364), #utf8.char(8364))
io.stderr:write("to stderr\n")
os.exit(3)
