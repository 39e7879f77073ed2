-- How strongly the guidance words a point, and so what a shortfall weighs.

local compile = require "model.compile"
local diagnostic = require "base.diagnostic"
local nearest = require "base.nearest"
local outcomes = require "base.outcomes"

local points = {}

local STRENGTHS <const> = { "background", "could", "should", "must", "shall" }
local RANK <const> = { information = 0, background = 1, could = 2, should = 3,
  must = 4, shall = 5 }
points.STRENGTHS = STRENGTHS

function points.add(m, declaration)
  local body = declaration.body
  if not RANK[body.strength] then
    m.report("point", diagnostic.none_of("strength-missing", {
      name = declaration.name, it = body.strength }, STRENGTHS),
      declaration.file, declaration.line)
    return
  end
  m.points[declaration.name] = { id = declaration.name,
    strength = body.strength, says = body.says, checks = {},
    question = body.question == true,
    file = declaration.file, line = declaration.line }
  m.point_list[#m.point_list + 1] = m.points[declaration.name]
end

-- The strongest wording among the points a check cites; nil for none.
function points.strength_of(m, declaration, cited)
  local best
  for _, id in ipairs(cited) do
    local point = m.points[id]
    if not point then
      local known = {}
      m.host.charge(#m.point_list)
      for i, p in ipairs(m.point_list) do known[i] = p.id end
      compile.raiser(declaration)(nil, diagnostic.none_of("point-unknown",
        { it = tostring(id) }, known))
    end
    if point.strength ~= "information"
      and (not best or RANK[point.strength] > RANK[best]) then
      best = point.strength
    end
  end
  return best
end

local OUTCOMES <const> = outcomes.SHORTFALLS

-- The check's wording strength needs its row in ratings { ... }.
function points.need_row(m, declaration, strength)
  local row = m.ratings[strength]
  if type(row) ~= "table" or not nearest.is_in(row.lapse, OUTCOMES)
    or not nearest.is_in(row.absent, OUTCOMES) then
    compile.raiser(declaration)(nil, diagnostic.new("row-missing",
      { it = strength, allowed = OUTCOMES }))
  elseif strength == "beyond"
    and (row.lapse ~= "observation" or row.absent ~= "observation") then
    compile.raiser(declaration)(nil, diagnostic.new "beyond-lowers")
  end
end

return points
