-- UUIDs that follow from names (RFC 9562, version 5): the same name gives the same
-- UUID for ever, as readers of exports need that compare one report with the next.
-- SHA-1 stands here because version 5 is defined by it; nothing is kept safe by it.

local uuid = {}

local WORD <const> = 0xFFFFFFFF
local FORMAT <const> = ">" .. ("I4"):rep(16)

local function turned(word, bits)
  return (word << bits | word >> 32 - bits) & WORD
end

-- Rounds 1 to 80 of one block: which function, and which constant.
local function mixed(round, b, c, d)
  if round <= 20 then return b & c | ~b & d, 0x5A827999 end
  if round <= 40 then return b ~ c ~ d, 0x6ED9EBA1 end
  if round <= 60 then return b & c | b & d | c & d, 0x8F1BBCDC end
  return b ~ c ~ d, 0xCA62C1D6
end

local function add_block(state, text, at)
  local words = { FORMAT:unpack(text, at) }
  for i = 17, 80 do
    words[i] = turned(words[i - 3] ~ words[i - 8] ~ words[i - 14] ~ words[i - 16], 1)
  end
  local a, b, c, d, e = table.unpack(state)
  for round = 1, 80 do
    local f, k = mixed(round, b, c, d)
    local next_a = turned(a, 5) + (f & WORD) + e + k + words[round] & WORD
    a, b, c, d, e = next_a, a, turned(b, 30), c, d
  end
  for i, word in ipairs { a, b, c, d, e } do state[i] = state[i] + word & WORD end
end

-- The 20 bytes of the SHA-1 of `text`.
local function sha1(text)
  local whole = text .. "\x80" .. ("\0"):rep((55 - #text) % 64)
    .. (">I8"):pack(8 * #text)
  local state = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 }
  for at = 1, #whole, 64 do add_block(state, whole, at) end
  return (">I4I4I4I4I4"):pack(table.unpack(state))
end

-- The UUID of `name` in the space of another, both as text.
function uuid.of(space, name)
  local bytes = space:gsub("-", ""):gsub("%x%x", function(pair)
    return string.char(tonumber(pair, 16))
  end)
  local a, b, c, d, e, f = (">I4I2I2I2I2I4"):unpack(sha1(bytes .. name))
  return ("%08x-%04x-%04x-%04x-%04x%08x"):format(a, b, c & 0x0FFF | 0x5000,
    d & 0x3FFF | 0x8000, e, f)
end

uuid.URLS = "6ba7b811-9dad-11d1-80b4-00c04fd430c8" -- the space of URLs and URNs

return uuid
