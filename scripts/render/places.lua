-- What lint and test find, each with its place as a path from where the user stands,
-- for people, editors and the machines that run checks.

local plain = require "base.plain"

local object <const>, objects <const>, text <const>, whole <const> =
  plain.object, plain.objects, plain.text, plain.whole

local places = {}

-- ---- paths --------------------------------------------------------------

-- `file`, as documents call it, below the folder that the user named it by: a
-- layer's files begin with its name.
function places.path(document, file)
  local base
  for _, folder in ipairs(objects(document.folders)) do
    local name, path = text(folder.name) or "", text(folder.path) or ""
    path = path:gsub("/*$", "/"):gsub("^%./", "")
    if name == "" then
      base = path
    elseif file:sub(1, #name + 1) == name .. "/" then
      return path .. file:sub(#name + 2)
    end
  end
  return (base or "") .. file
end

-- ---- what was found -----------------------------------------------------

local function finding(document, one, code, severity, message)
  local line, column = whole(one.line), whole(one.column)
  return { path = places.path(document, text(one.file) or "?"),
    line = line > 0 and line or nil, column = column > 0 and column or nil,
    code = code, severity = severity == "warning" and severity or "error",
    message = message, cure = text(one.cure), source = text(one.source),
    reason = text(one.accepted) }
end

local READERS = {}

READERS["cop11.lint/1"] = function(document, add)
  for _, list in ipairs { "diagnostics", "accepted" } do
    for _, one in ipairs(objects(document[list])) do
      add(finding(document, one, text(one.code), text(one.severity)
        or "error", text(one.message) or ""))
    end
  end
end

local function of_example(document, check, example, add)
  local at = { file = text(example.file) or text(check.file), line = example.line }
  add(finding(document, at, "failed", "error", ("%s: %s: %s"):format(
    text(check.check) or "?", text(example.name) or "an example without a name",
    text(example.problem) or ("expected %s, got %s"):format(text(example.expected)
      or "?", text(example.got) or "?"))))
end

READERS["cop11.test/1"] = function(document, add)
  for _, one in ipairs(objects(document.problems)) do
    add(finding(document, one, "problem", "error", text(one.message) or ""))
  end
  for _, check in ipairs(objects(document.checks)) do
    for _, example in ipairs(objects(check.examples)) do
      if example.ok ~= true then of_example(document, check, example, add) end
    end
    local lacks = plain.texts(check.not_shown)
    if #lacks > 0 then
      add(finding(document, check, "not-shown", "warning", ("%s: no example gives %s")
        :format(text(check.check) or "?", table.concat(lacks, ", "))))
    end
  end
  for _, one in ipairs(objects(object(document.changes).unnoticed)) do
    add(finding(document, one, "unnoticed", "warning", ("%s: no example notices that "
      .. "\"%s\" becomes \"%s\""):format(text(one.id) or "?", text(one.was) or "?",
      text(one.now) or "?")))
  end
end

-- All that a document of lint or test tells: { path, line, column, code, severity,
-- message, cure, source, reason }; what its author accepts has a `reason`.
function places.findings(document, format)
  local list = {}
  READERS[format or document.format](document, function(one) list[#list + 1] = one end)
  return list
end

-- ---- for people -----------------------------------------------------------

-- FILE:LINE:COLUMN, as compilers write it and editors read it.
function places.address(one)
  local parts = { one.path, one.line, one.line and one.column }
  return table.concat(parts, ":")
end

-- The line of the file, and a caret under the column, past whatever stands before.
function places.quote(page, one)
  if not one.source or one.source == "" then return end
  page.line("    " .. one.source)
  if not one.column then return end
  local before = one.source:sub(1, one.column - 1)
  page.line("    " .. before:gsub("[^\t\x80-\xBF]", " "):gsub("[\x80-\xBF]", "")
    .. "^")
end

return places
