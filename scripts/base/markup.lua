-- Writes HTML.  Markup comes from templates in our sources; whatever fills them
-- is escaped, always, so that no text can become markup.

local html = {}

local ENTITIES <const> = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;",
  ['"'] = "&quot;", ["'"] = "&#39;" }

function html.escape(text)
  return (tostring(text):gsub("[&<>\"']", ENTITIES))
end

-- `text` as the inside of a string of CSS: whatever is no letter, digit or blank is
-- written by its number.
function html.css_text(text)
  return (text:gsub("[^%w \x80-\xFF]", function(char)
    return ("\\%X "):format(char:byte())
  end))
end

-- What ends here ends a line, so that two pages differ line by line.
local BLOCKS <const> = {}
for _, name in ipairs { "article", "caption", "dd", "details", "div", "dl", "footer",
  "h1", "h2", "h3", "h4", "header", "li", "ol", "p", "section", "summary", "table",
  "tbody", "td", "th", "thead", "tr", "ul" } do
  BLOCKS["</" .. name .. ">"] = "</" .. name .. ">\n"
end

-- A page: page.put(template, ...) adds `template` with each %s replaced by the
-- next argument, escaped.
function html.new_page()
  local page, parts = {}, {}

  function page.put(template, ...)
    local arguments, n = { ... }, 0
    parts[#parts + 1] = template:gsub("</%w+>", BLOCKS):gsub("%%s", function()
      n = n + 1
      return html.escape(arguments[n])
    end)
  end

  -- A row of a list of terms; nothing where there is no text.
  function page.field(label, text)
    if text then
      page.put("<dt>%s</dt><dd><bdi>%s</bdi></dd>", label, text)
    end
  end

  -- Opens what may be wider than the window, and is moved by keys, too; `label` is what
  -- it is called for who does not see it.
  function page.wide(label)
    page.put('<div class="wide" role="group" tabindex="0" aria-label="%s">', label)
  end

  -- Opens such a table, whose caption is for those alone.
  function page.table(label)
    page.wide(label)
    page.put('<table><caption class="unseen">%s</caption><thead><tr>', label)
  end

  function page.finish() return table.concat(parts) end

  return page
end

-- ---- the digest a browser checks a style sheet by -----------------------

local ALPHABET <const> = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  .. "0123456789+/"

local function letter(bits)
  return ALPHABET:sub(bits + 1, bits + 1)
end

-- The bytes written as `hex`, in base64.
function html.base64_of_hex(hex)
  local out = {}
  for group in hex:gmatch("%x%x?%x?%x?%x?%x?") do
    local bytes = #group // 2
    local bits = tonumber(group .. ("0"):rep(6 - #group), 16)
    for i = 0, 3 do
      out[#out + 1] = i <= bytes and letter(bits >> (18 - 6 * i) & 63) or "="
    end
  end
  return table.concat(out)
end

return html
