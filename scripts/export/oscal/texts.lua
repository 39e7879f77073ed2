-- Texts of a report in the shapes that OSCAL lets them have.  All of them may be
-- anyone's: none can become markup, a link, or break the form.

local plain = require "base.plain"
local shared = require "export.shared"

local texts = {}

local NOTHING <const> = "(nothing is said)"
-- Blanks that are more than one byte; OSCAL takes no text that begins or ends with one.
local BLANKS <const> = {}
for _, blank in ipairs { "\u{A0}", "\u{1680}", "\u{2000}", "\u{2001}", "\u{2002}",
  "\u{2003}", "\u{2004}", "\u{2005}", "\u{2006}", "\u{2007}", "\u{2008}", "\u{2009}",
  "\u{200A}", "\u{202F}", "\u{205F}", "\u{3000}" } do
  BLANKS[blank] = " "
end

-- One line that neither begins nor ends with a blank; nil where nothing is left.  Each
-- pattern goes through a row of blanks once.
local function trimmed(text)
  text = plain.line(text):gsub("[\xC2\xE1-\xE3][\x80-\xBF]+", BLANKS)
  local first = text:find "[^ ]"
  return first and text:sub(first):match "^.*[^ ]"
end

-- A text of one line; "(nothing is said)" where there is none.
function texts.line(text)
  return text and trimmed(text) or NOTHING
end

-- The same where it is read as Markdown: what could act there is escaped.
function texts.markup(text)
  text = texts.line(text):gsub("[\\`*_<>%[%]~^{|&]", "\\%0")
  text = text:gsub("^[#=+-]", "\\%0"):gsub("^(%d+)([.)] )", "%1\\%2")
  return text
end

-- Those of `lines` that say something, each a paragraph.
function texts.paragraphs(...)
  local said = {}
  for _, line in ipairs { ... } do
    if line ~= "" then said[#said + 1] = texts.markup(line) end
  end
  return table.concat(said, "\n\n")
end

-- An id that OSCAL takes, different for each `id`.
function texts.token(id)
  return "cop-" .. shared.token(id)
end

-- Where evidence is: an address of the web as it is written; anything else, such as a
-- shelf or a file, as a name that leads nowhere but there.
function texts.address(ref)
  if ref:find "^https?://[%w.-]+[%w:/?#@!$&'()*+,;=._~-]*$" then return ref end
  return (ref:gsub("[^%w._~/-]", function(byte)
    return ("%%%02X"):format(byte:byte())
  end))
end

return texts
