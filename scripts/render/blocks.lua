-- The blocks that a report is made of, laid out by each form that has pages
-- (text_blocks.lua, html_blocks.lua):
--
--   place   { text }            of which places the blocks below it speak (alike.lua)
--   note    { text, mark?, tone?, label?, facts? }
--   item    { mark?, tone?, id?, title, says?, fields }   a thing with a heading
--   line    { id, text, fields, rests_on? }               a thing in a row or two
--   table   { mark?, head?, columns, rows }   cells are texts, or lists of fields
--
-- A field is { label, text?, code?, facts?, under? }: `code` is a pointer or a key, with
-- `brief` in its place for who never opens the dossier, and one that `is_detail` left out,
-- `facts` are facts with their values (view_facts.lua), in full where `full`;
-- `under` are more lines.  An empty label prints none.  `mark` is a word in capitals
-- for text, `tone` names a colour, `soft` says less; `head` is how many cells name a
-- row.  `result` is the result (view_results.lua) that an item tells of, `leads_to` the one
-- that a line speaks of; a field that is `aside` says how the rules came to it, one that is
-- `in_summary` stands on the first screen of a report, too.

local blocks = {}

function blocks.add_field(fields, label, text, more)
  if not text then return end
  local field = more or {}
  field.label, field.text = label, text
  fields[#fields + 1] = field
end

function blocks.add_facts(fields, label, facts, more)
  if #facts == 0 then return end
  local field = more or {}
  field.label, field.facts = label, facts
  fields[#fields + 1] = field
end

function blocks.note(text, more)
  local block = more or {}
  block.kind, block.text = "note", text
  return block
end

function blocks.item(fields, more)
  more.kind, more.fields = "item", fields
  return more
end

function blocks.add_all(list, more)
  return table.move(more, 1, #more, #list + 1, list)
end

function blocks.table(columns, rows, more)
  local block = more or {}
  block.kind, block.columns, block.rows = "table", columns, rows
  return block
end

return blocks
