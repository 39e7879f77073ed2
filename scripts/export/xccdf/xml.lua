-- Writes XML: whatever fills an element or an attribute is escaped, and made such that
-- XML can hold it.

local markup = require "base.markup"
local plain = require "base.plain"

local xml = {}

-- Text of one or more lines.
local function escaped(text)
  return markup.escape((tostring(text):gsub("[^\n]+", plain.line)))
end

-- An element; `attributes` is a list of pairs, and a pair without a value is left out.
-- `content` is a text, or a list of elements, or nil.
function xml.element(name, attributes, content)
  local tag = { name }
  for _, pair in ipairs(attributes) do
    if pair[2] ~= nil then
      tag[#tag + 1] = ('%s="%s"'):format(pair[1], escaped(pair[2]))
    end
  end
  return { name = name, tag = table.concat(tag, " "), content = content }
end

-- Adds an element to `list` where there is something to tell.
function xml.add(list, name, attributes, text)
  if text ~= nil and text ~= "" then
    list[#list + 1] = xml.element(name, attributes, text)
  end
end

local function put(lines, element, indent)
  local content = element.content
  if content == nil then
    lines[#lines + 1] = ("%s<%s/>"):format(indent, element.tag)
  elseif type(content) == "table" then
    lines[#lines + 1] = ("%s<%s>"):format(indent, element.tag)
    for _, one in ipairs(content) do put(lines, one, indent .. "  ") end
    lines[#lines + 1] = ("%s</%s>"):format(indent, element.name)
  else
    lines[#lines + 1] = ("%s<%s>%s</%s>"):format(indent, element.tag, escaped(content),
      element.name)
  end
end

-- The document with this element at its root.
function xml.write(root)
  local lines = { '<?xml version="1.0" encoding="UTF-8"?>' }
  put(lines, root, "")
  return table.concat(lines, "\n") .. "\n"
end

return xml
