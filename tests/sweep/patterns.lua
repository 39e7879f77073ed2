-- patterns.lua: what an author could write that may take long, for sweep.c: each
-- operation of the language on each two kinds of values, in a loop, and texts that
-- are long to read.

local function out(kind, text)
   io.write(kind, "\t", (text:gsub("%s+", " ")), "\n")
end

-- ---- running -------------------------------------------------------------------

local COPIES = 8 -- of a statement in its loop

local function loop(setup, statement)
   out("run", setup .. " for i = 1, 1e9 do " .. (statement .. " "):rep(COPIES) .. " end")
end

local LONG = "local l = 'x' for i = 1, 11 do l = l .. l end "
local LARGE = "local n = {} for i = 1, 20000 do n[i] = i end "
local HASHED = "local h = {} for i = 1, 10000 do h[i * 7.5] = i end "
local NAMED = "local k = {} for i = 1, 5000 do k['n' .. i] = i end "

-- Each value: what makes it, and how it is written.
local VALUES = {
   { "", "7" }, { "", "(-3)" }, { "", "0.1" }, { "", "1e308" }, { "", "5e-324" },
   { "", "(1/0)" }, { "local s = 'short'", "s" },
   { "local z = '0000000000000000000000000000000000000.1'", "z" },
   { LONG, "l" }, { LONG .. "local m = l .. '1'", "m" }, { "local t = {}", "t" },
   { LARGE, "n" }, { HASHED, "h" }, { NAMED, "k" }, { "", "nil" },
   { "local function f() end", "f" }, { "", "i" }, { "", "(i + 0.5)" },
   { "", "('a' .. i)" },
}

local BINARY = { "+", "-", "*", "/", "//", "%", "^", "&", "|", "~", "<<", ">>", "..",
   "==", "~=", "<", "<=", ">", ">=", "and", "or" }
local UNARY = { "-", "not ", "#", "~" }

for _, a in ipairs(VALUES) do
   for _, op in ipairs(UNARY) do
      loop(a[1], ("local c = %s%s"):format(op, a[2]))
   end
   for _, b in ipairs(VALUES) do
      local both = a[1] == b[1] and a[1] or a[1] .. " " .. b[1]

      for _, op in ipairs(BINARY) do
         loop(both, ("local c = %s %s %s"):format(a[2], op, b[2]))
      end
      for _, name in ipairs { "max", "min" } do
         loop(both, ("local c = math.%s(%s, %s)"):format(name, a[2], b[2]))
      end
      if a[2]:match("^%a$") then
         loop(both, ("local c = %s[%s]"):format(a[2], b[2]))
         loop(both, ("%s[%s] = i"):format(a[2], b[2]))
         loop(both, ("%s[%s] = i %s[%s] = nil"):format(a[2], b[2], a[2], b[2]))
      end
   end
   for _, name in ipairs { "abs", "ceil", "floor" } do
      loop(a[1], ("local c = math.%s(%s)"):format(name, a[2]))
   end
   loop(a[1], ("if %s then local c = 1 end"):format(a[2]))
   loop(a[1], ("local c = { %s }"):format((a[2] .. ", "):rep(50)))
   loop(a[1], ("local c = { a = %s, b = 1 }"):format(a[2]))
   loop(a[1], ("local c = %s"):format((a[2] .. " .. "):rep(100) .. "'x'"))
   loop(a[1], ("for j = 1, 0 do local c = %s end"):format(a[2]))
end

local function names(count, with)
   local list = {}

   for i = 1, count do
      list[i] = with:format(i)
   end
   return table.concat(list, ", ")
end

local MANY = "local " .. names(180, "v%d") .. " = 1 "

loop("", "local c = function() end")
loop("local a", "local c = function() return a end")
loop("", "local a = i local c = function() return a end")
for count = 20, 180, 40 do
   local listed = names(count, "v%d")

   loop(MANY, ("local c = function() return %s end"):format(listed))
   loop("", ("do local %s = i local c = function() return %s end end"):format(listed, listed))
   loop("", ("do local %s = i local c = function() return v1 end end"):format(listed))
   loop("local function f(" .. listed .. ") end", ("f(%s)"):format(listed))
   loop("local function f() return " .. listed .. " end", "f()")
   loop("local function f() return " .. listed .. " end", "local c = { f() }")
   loop("local function f() return " .. listed .. " end", "local " .. listed .. " = f()")
   loop("local function f() local " .. listed .. " end", "f()")
   loop(MANY, listed .. " = " .. listed)
   loop(MANY, "local c = { " .. listed .. " }")
   loop(MANY .. "local function f() return " .. listed .. " end", "f()")
   loop("local function f(x) local " .. listed .. " if x > 0 then return f(x - 1) end end",
      "f(100)")
   loop("local function f(x) local " .. listed ..
      " if x > 0 then f(x - 1) end return function() return v1 end end", "f(50)")
end
loop("local function f() return f() end", "f()")
loop("local t = {} for i = 1, 30000 do t = { t } end", "local c = { t }")
loop("local t = {} for i = 1, 60000 do t[i] = { i } end", "t[1] = {}")
loop("local t = {} for i = 1, 60000 do t[i] = i end", "t[60000] = nil t[60000] = 1")
loop("local t = {} for i = 1, 65000 do t[i] = i end for i = 1, 64999 do t[i] = nil end",
   "local c = #t")
loop("local t = {} for i = 1, 16 do t[1 << i] = 1 t[(1 << i) - 1] = 1 end", "local c = #t")
loop("local t = {} for i = 1, 65000 do t[i * 64] = i end", "local c = t[i * 64] t[i * 64] = i")
loop("local t = {} for i = 1, 60000 do t[i + 0.5] = i end", "local c = t[(i * 7919) % 60000 + 0.5]")
loop("local t = {} for i = 1, 60000 do t[i] = i end", "local c = t[(i * 7919) % 60000]")
for _, size in ipairs { 1, 4, 16, 100, 1000 } do
   local fill = names(size, "%d")

   loop("", "local c = { " .. fill .. " }")
   loop("", "local c = {} for j = 1, " .. size .. " do c[j] = j end")
   loop("", "local c = {} for j = 1, " .. size .. " do c[j * 3.5] = j end")
   loop("", "local c = {} for j = 1, " .. size .. " do c['k' .. j] = j end")
   loop("local t = {} for i = 1, " .. size .. " do t[i] = i end", "t[i + 0.5] = 1 t[i + 0.5] = nil")
   loop("local l = {} for i = 1, " .. 20 * size .. " do l[i] = {} end",
      "l[i % " .. 20 * size .. "] = {}")
   loop("local s = ('x')", "local c = s .. i .. " .. ("s .. "):rep(size % 200) .. "i")
end

-- ---- reading -------------------------------------------------------------------

local FILE = 250000 -- bytes; a file of rules has no more than 256 KiB

local function fill(text, before, after)
   local each = 0

   before, after = before or "", after or ""
   local room = FILE - #before - #after
   local parts, size = { before }, 0
   while size < room - 40 do
      each = each + 1
      local part = text:gsub("#", each)
      parts[#parts + 1], size = part, size + #part
   end
   parts[#parts + 1] = after
   out("read", table.concat(parts))
end

local function nested(count, open, inside, close)
   return (open .. " "):rep(count), inside, (close .. " "):rep(count)
end

local LOCALS = "local " .. names(190, "v%d") .. " "
local CONSTANTS = ("local c<const> = 1 "):rep(190)

fill("elseif a then ", "if a then ", "end")
fill("elseif a then b() ", "if a then ", "end")
fill("a or ", "return ", "a")
fill("a and ", "return ", "a")
fill("a or b and ", "return ", "a")
fill("a == b or ", "return ", "a")
fill("a or not ", "return ", "a")
fill("a .. ", "return ", "a")
fill("a ^ ", "return ", "a")
fill("(a or b) and ", "return ", "a")
fill("f(a or b, ", "return ", "a")
fill("not ", "return ", "a")
fill("- ", "return ", "a")
fill("(", "return ", "a")
fill("{", "return ", "}")
fill("a,", "return {", "}")
fill("#,", "return {", "}")
fill("a#,", "return {", "}")
fill("a#=1,", "return {", "}")
fill("[#]=1,", "return {", "}")
fill("#.5,", "return {", "}")
fill("'a#',", "return {", "}")
fill("a.", "return ", "a")
fill("a=b ", "", "")
fill("a,b=b,a ", "", "")
fill("a() ", "", "")
fill("local a ", "", "")
fill("do local a end ", "", "")
fill("goto a ", "", "::a::")
fill("goto a ", "", "")
fill("goto a# ", "", "")
fill("::a#:: ", "", "")
fill("goto a# ::a#:: ", "", "")
fill("::a#:: goto a# ", "", "")
fill("do goto a end ", "", "::a::")
fill("do goto continue end ", "while a do ", "::continue:: end")
fill("break ", "while a do ", "end")
fill("if a then break end ", "while a do ", "end")
fill("if a then return end ", "", "")
fill("if a then goto b end ", "", "::b::")
fill("while a do end ", "", "")
fill("repeat until a ", "", "")
fill("for i=1,2 do end ", "", "")
fill("function f() end ", "", "")
fill("f=function() end ", "", "")
fill("\\n", "", "")
fill("-- a ", "", "")
fill("'' ", "return f", "")
for depth = 5, 80, 25 do
   local open, _, close = nested(depth, "do", "", "end")
   fill("goto a ", open, close .. "::a::")
   fill("goto a ", CONSTANTS .. open, close .. "::a::")
   fill("::a#:: ", open, close)
   open, _, close = nested(depth, "while a do", "", "end")
   fill("if a then break end ", CONSTANTS .. open, close)
   open, _, close = nested(depth, "not (", "", ")")
   fill("a or ", "return " .. open, "a" .. close)
   fill("a and ", "return " .. open, "a" .. close)
   open, _, close = nested(depth, "(", "", " or b)")
   fill("a or ", "return " .. open, "a" .. close)
   open, _, close = nested(math.min(depth, 60), "local function f()", "", "end")
   fill("a=b ", open, close)
   open, _, close = nested(depth, "if a then", "", "end")
   fill("elseif a then ", open .. " if a then ", "end " .. close)
end
for _, before in ipairs { LOCALS, CONSTANTS } do
   local deep = (before .. "local function f() "):rep(20)
   local close = ("end "):rep(20)

   fill("{},", before .. "return {", "}")
   fill("{}==", before .. "return ", "1")
   fill("-{}..", before .. "return ", "1")
   fill("do end ", before, "")
   fill("do goto a ::a:: end ", before, "")
   fill("if 1 then end ", before, "")
   fill("for i=1,1 do end ", before, "")
   fill("''():a", before .. "return ", "")
   fill("do local x end ", before, "")
   fill("a=b ", before, "")
   fill("a=1 ", before, "")
   fill("v1=v2 ", before, "")
   fill("a() ", before, "")
   fill("a{} ", before, "")
   fill("a,b=b,a ", before, "")
   fill("a=a+a ", before, "")
   fill("a=-a ", before, "")
   fill("a=a.a ", before, "")
   fill("a=a and a ", before, "")
   fill("goto a ", before, "::a::")
   fill("do goto a end ", before, "::a::")
   fill("do local x end ", before, "")
   fill("f=function() end ", before, "")
   fill("f=function() return a end ", before, "")
   fill("if a then end ", before, "")
   fill("while a do break end ", before, "")
   fill("a=b ", deep, close)
   fill("v1=c ", deep, close)
   fill("f=function() v1=a end ", deep, close)
end
