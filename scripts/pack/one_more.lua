-- A pack as it was asked for, with one rule file more: so is a new check tried before
-- it is written.

local shallow = require "base.shallow"

local one_more = {}

local function source_with(source, file)
  local files = shallow.copy(source.files)
  files[#files + 1] = file
  table.sort(files, function(a, b) return a.path < b.path end)
  return shallow.with(source, "files", files)
end

-- What was asked for, with one file more in the pack or its last layer.
function one_more.with(asked, file)
  local last = #asked.layers
  if last == 0 then
    return shallow.with(asked, "pack", source_with(asked.pack, file))
  end
  return shallow.with(asked, "layers", shallow.with(asked.layers, last,
    source_with(asked.layers[last], file)))
end

return one_more
