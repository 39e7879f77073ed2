-- The points of the guidance as text: each with its wording, the checks that
-- cite it, and the outcomes their examples show.  As in view.lua,
-- nothing in the document is trusted.

local layout = require "base.layout"
local plain = require "base.plain"

local render_points = {}

local objects <const>, text <const>, texts <const> = plain.objects, plain.text,
  plain.texts

-- A point that asks for nothing needs no check.
local function no_check(point)
  return point.strength == "information" and "no check: it asks for nothing"
    or "NO CHECK"
end

local function check_lines(page, point)
  local shown = objects(point.shown)
  for _, one in ipairs(shown) do
    local outcomes = texts(one.outcomes)
    page.text("      ", ("%s: %s"):format(text(one.check) or "?",
      #outcomes > 0 and table.concat(outcomes, ", ") or "no example"), 8)
  end
  if #shown == 0 then page.text("      ", no_check(point)) end
end

function render_points.render(document)
  local page, cited = layout.new_page(), 0
  local points = objects(document.points)
  for _, point in ipairs(points) do
    page.text(("  %-9s "):format(text(point.id) or "?"), ("%s (%s)"):format(
      text(point.says) or "", text(point.strength) or "?"))
    check_lines(page, point)
    if #objects(point.shown) > 0 then cited = cited + 1 end
  end
  page.gap()
  page.text("", ("%s, %d of them cited by a check."):format(
    plain.plural(#points, "point", "points"), cited))
  return page.finish()
end

return render_points
