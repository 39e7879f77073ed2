-- Dossiers that the Lua engine and the core are compared over: the samples, every
-- example of the rules, and generated ones (generate.lua).

package.path = "tests/digests/?.lua;" .. package.path
local examples_read = require "examples.read"
local generate = require "generate"
local support = require "support.host"

local corpus = {}

-- The samples: { name, text, call } each, without and with what is sensitive.
function corpus.samples()
  local list = {}
  for _, sample in ipairs(support.samples()) do
    for _, show in ipairs { false, true } do
      list[#list + 1] = { name = sample.name .. (show and ", shown" or ""),
        text = sample.text, call = { show_sensitive = show } }
    end
  end
  return list
end

-- Every example of the rules of `model`, with its own day and parameters.
function corpus.examples(model)
  local list = {}
  for _, block in ipairs(examples_read.blocks(model, support.host)) do
    for i, example in ipairs(block.list) do
      list[#list + 1] = { name = ("example %d of %s"):format(i, block.check_id),
        text = support.json.write(example.dossier),
        call = { as_of = example.as_of, show_sensitive = true,
          parameters = example.parameters } }
    end
  end
  return list
end

-- Dossiers from..to of the generator.
function corpus.generated(model, from, to)
  local list = {}
  for seed = from, to do
    list[#list + 1] = { name = "seed " .. seed, call = { show_sensitive = seed % 2 == 0 },
      text = generate.dossier(model, seed, support.json) }
  end
  return list
end

return corpus
