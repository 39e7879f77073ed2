-- Sentences with {names} in them, as pieces.

local sentences = {}

local KINDS <const> = { today = "today", missing = "missing" }

-- What a name means: the fact of a list in whose items it is found, and that of
-- the dossier, or the parameter, elsewhere.
local function meanings(m, name)
  local in_lists = {}
  for _, list in ipairs(m.vocabulary.ordered_lists) do
    in_lists[#in_lists + 1] = list.entries[name]
  end
  return m.vocabulary.entries[name] or m.parameters[name], in_lists
end

local function named(m, name)
  if KINDS[name] then return { kind = KINDS[name], text = name } end
  local fact, in_lists = meanings(m, name)
  if not fact and #in_lists == 0 then
    return { kind = "words", text = "{" .. name .. "}" }
  end
  return { kind = "fact", text = name, fact = fact, in_lists = in_lists }
end

local function pieces_of(out, m, text)
  local pieces, last = {}, 1
  local function add(piece)
    out.add("piece", piece)
    pieces[#pieces + 1] = piece
  end
  for from, name, to in text:gmatch "(){([%w_.]+)}()" do
    if from > last then
      add { kind = "words", text = text:sub(last, from - 1) }
    end
    add(named(m, name))
    last = to
  end
  if last <= #text then add { kind = "words", text = text:sub(last) } end
  return pieces
end

-- What the row of the sentence `text` was made from, nil where there is none.  The
-- same words are one row: so the core tells findings of one sentence by its row.
function sentences.add(out, m, text)
  if text == nil then return nil end
  out.sentences = out.sentences or {}
  if not out.sentences[text] then
    out.sentences[text] = { pieces = pieces_of(out, m, text) }
    out.add("sentence", out.sentences[text])
  end
  return out.sentences[text]
end

return sentences
