-- Warnings that the author of a rule accepts, by a remark on the line or on the one
-- above it:
--
--   -- accept L040: the auditor writes the examples
--
-- An error cannot be accepted; a remark without a reason, or one that accepts
-- nothing, is told.

local say <const> = require "base.diagnostic".new

local accepted = {}

-- The remarks in `text`: { code, reason, line, column }.
local function remarks(text)
  local list, line = {}, 0
  for one in (text .. "\n"):gmatch "([^\n]*)\n" do
    line = line + 1
    local column, code, reason = one:match "()%-%-%s*accept%s+(L%d%d%d):?%s*(.-)%s*$"
    if code then
      list[#list + 1] = { code = code, reason = reason, line = line, column = column }
    end
  end
  return list
end

local function is_for(remark, d)
  return remark.code == d.code and (remark.line == d.line or remark.line + 1 == d.line)
    and d.severity == "warning" and remark.reason:find "%w" ~= nil
end

-- What is wrong with a remark that accepts none of the findings, or nil.
local function problem(remark, used)
  if used then return nil end
  return say(remark.reason:find "%w" and "accepts-nothing" or "accepts-unsaid",
    { it = remark.code })
end

-- Splits the findings `list` of one `file` with this `text`: calls keep(d), accept(d,
-- reason), and tell(diagnostic, remark) for each remark that is amiss.
function accepted.split(list, text, keep, accept, tell)
  local all, used = remarks(text), {}
  for _, d in ipairs(list) do
    local by
    for i, remark in ipairs(all) do
      if is_for(remark, d) then by, used[i] = remark, true end
    end
    if by then accept(d, by.reason) else keep(d) end
  end
  for i, remark in ipairs(all) do
    local wrong = problem(remark, used[i])
    if wrong then tell(wrong, remark) end
  end
end

return accepted
