-- The codes of lint, for people.  As in view.lua, nothing is trusted.

local layout = require "base.layout"
local plain = require "base.plain"

local render_code = {}

local object, objects, text = plain.object, plain.objects, plain.text

local function example(page, title, lines)
  page.heading(title)
  for line in (type(lines) == "string" and lines or ""):gmatch "([^\n]*)\n" do
    page.line("    " .. plain.line(line))
  end
end

function render_code.one(document)
  local page, code = layout.new_page(), object(document)
  page.text("", ("%s (%s) %s"):format(text(code.code) or "?",
    text(code.severity) or "?", text(code.says) or ""))
  page.gap()
  page.text("", text(code.cure) or "")
  example(page, "So it is told", code.wrong)
  example(page, "So it is not", code.right)
  return page.finish()
end

function render_code.all(document)
  local page = layout.new_page()
  for _, code in ipairs(objects(document.codes)) do
    page.text(("  %s  "):format(text(code.code) or "?"), text(code.says) or "")
  end
  return page.finish()
end

return render_code
