-- Recognisers of slips in texts and their quotation marks, for lint/syntax.lua:
-- what is pasted from a word processor, and texts that never end.

local say <const> = require "base.diagnostic".new

local quotes = {}

local function answer(token, code, args, cure)
  return { line = token.line, column = token.column,
    says = say(code, args, cure) }
end

-- A token as messages show it.
function quotes.shown(token)
  local text = token.text
  if #text <= 40 then return text end
  local cut = utf8.offset(text, 0, 38) or 38
  return text:sub(1, cut - 1) .. "..."
end

local QUOTES <const> = { ["\u{201C}"] = '"', ["\u{201D}"] = '"',
  ["\u{201E}"] = '"', ["\u{00AB}"] = '"', ["\u{00BB}"] = '"',
  ["\u{2018}"] = "'", ["\u{2019}"] = "'", ["\u{201A}"] = "'",
  ["`"] = "'" }
local OTHERS <const> = { ["\u{2013}"] = "-", ["\u{2014}"] = "-",
  ["\u{2026}"] = "..", ["\u{00A0}"] = "a plain space" }

function quotes.foreign(s)
  for _, token in ipairs(s.list) do
    if token.kind == "foreign" then
      local char = token.text
      if QUOTES[char] then
        return answer(token, "other-quotes", { it = char, plain = QUOTES[char] })
      end
      local plain = OTHERS[char]
      return answer(token, "other-character", { plain = plain,
        character = char == "\u{00A0}" and "no-break space" or char },
        plain and "write-plain")
    end
  end
end

-- A text that ends with the mark of a word processor.
local function curly_end(token)
  local mark, rest = token.text:match "([\xC2-\xE2][\x80-\xBF]+)([%s,}]*)$"
  if not QUOTES[mark or ""] then return nil end
  local size = #token.text - #rest - #mark
  return { line = token.line, column = token.column + size,
    says = say("other-quote-at-end", { it = mark, plain = token.text:sub(1, 1),
      begins = quotes.shown { text = token.text:sub(1, size) } }) }
end

function quotes.unfinished(s)
  if not s.message:find("unfinished string", 1, true) then return nil end
  for _, token in ipairs(s.list) do
    if not token.closed and token.line == s.line and token.kind == "text" then
      local curly = curly_end(token)
      if curly then return curly end
      local quote = token.text:sub(1, 1)
      return answer(token, "text-unfinished", { begins = quotes.shown(token),
        plain = quote == "[" and "]]" or quote })
    end
  end
end

function quotes.unfinished_long(s)
  local last = s.list[#s.list]
  if not last or last.closed or s.near ~= "<eof>" then return nil end
  return answer(last, last.kind == "comment" and "comment-never-ends"
    or "text-never-ends")
end

-- What Lua says of a backslash, by what stands behind it.
local ESCAPES <const> = { "escape sequence", "hexadecimal digit expected",
  "decimal escape too large", "missing '{'", "UTF-8 value too large" }

function quotes.bad_escape(s)
  local is_escape = false
  for _, words in ipairs(ESCAPES) do
    is_escape = is_escape or s.message:find(words, 1, true) ~= nil
  end
  if not is_escape then return nil end
  return answer(s.token, "backslash")
end

return quotes
