-- Compiles a model to a program: the block of bytes that the core in C runs.  Its
-- layout stands in plugin/core/layout.h alone; host.program gives it here.

local rules = require "program.rules"
local vocabulary = require "program.vocabulary"
local writer = require "program.writer"

local program = {}

-- The program of the model `m`, which can be used, its plain functions: the
-- conditions by their rows, and what wrote it, which knows the rows of all there is
-- (program/writer.lua).
function program.compile(m, layout)
  local out = writer.new(layout)
  vocabulary.add(out, m)
  rules.add(out, m)
  return out.block(), out.functions or {}, out
end

return program
