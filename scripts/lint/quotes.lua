-- Recognisers of slips in texts and their quotation marks, for lint/syntax.lua:
-- what is pasted from a word processor, and texts that never end.

local quotes = {}

local function answer(token, message, cure)
  return { line = token.line, column = token.column, message = message,
    cure = cure }
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
        return answer(token, ("the quotation mark %s is not the plain one; "
          .. "word processors put it there"):format(char),
          ("Write the plain quotation mark %s around texts."):format(
            QUOTES[char]))
      end
      local plain = OTHERS[char]
      return answer(token, ("the character %s cannot stand outside quotation "
        .. "marks"):format(char == "\u{00A0}" and "no-break space" or char),
        plain and ("Write %s in its place."):format(plain)
          or "Take it out, or put quotation marks around the text it belongs "
          .. "to.")
    end
  end
end

-- A text that ends with the mark of a word processor.
local function curly_end(token)
  local mark, rest = token.text:match "([\xC2-\xE2][\x80-\xBF]+)([%s,}]*)$"
  if not QUOTES[mark or ""] then return nil end
  local size = #token.text - #rest - #mark
  return { line = token.line, column = token.column + size,
    message = ("the text that begins with %s ends with %s, which is not the plain "
      .. "quotation mark; word processors put it there"):format(quotes.shown {
      text = token.text:sub(1, size) }, mark),
    cure = ("Write %s in its place."):format(token.text:sub(1, 1)) }
end

function quotes.unfinished(s)
  if not s.message:find("unfinished string", 1, true) then return nil end
  for _, token in ipairs(s.list) do
    if not token.closed and token.line == s.line and token.kind == "text" then
      local curly = curly_end(token)
      if curly then return curly end
      local quote = token.text:sub(1, 1)
      return answer(token, ("the text that begins with %s has no quotation "
        .. "mark at its end"):format(quotes.shown(token)), ("Put %s behind the last "
        .. "word of the text, before any comma. A text of several lines is "
        .. "joined with two dots: \"...\" .. \"...\"."):format(
          quote == "[" and "]]" or quote))
    end
  end
end

function quotes.unfinished_long(s)
  local last = s.list[#s.list]
  if not last or last.closed or s.near ~= "<eof>" then return nil end
  return answer(last, last.kind == "comment"
    and "the comment that begins here never ends"
    or "the text that begins here never ends",
    "Put ]] where it ends, or begin each line of a comment with two dashes.")
end

function quotes.bad_escape(s)
  if not s.message:find("escape sequence", 1, true) then return nil end
  return answer(s.token, "a backslash in a text has a meaning of its own here",
    "Write two backslashes \\\\ for one, or do without.")
end

return quotes
