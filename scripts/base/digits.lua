-- Writes a number with the fewest digits that read back as the same number.

local MOST_DIGITS <const> = 17

local function digits(number)
  for precision = 15, MOST_DIGITS do
    local text = ("%%.%dg"):format(precision):format(number)
    if tonumber(text) == number then return text end
  end
  return "a number beyond 1.8e308"
end

return digits
