-- One instruction copies all that '...' holds.
-- ends: open COP11_E_PACK '...' is not available in rules
local function f(n, ...)
  if n > 0 then return f(n - 1, 1, ...) end
  while true do local _ = { ... } end
end
f(200000)
