-- An environment of its own is its own alone.
-- ends: open COP11_OK
-- ends: evaluate COP11_OK a,,1,1.1,Doors are locked,conformance
do
  local _ENV <const> = {}
  local _ = x -- luacheck: ignore
end
