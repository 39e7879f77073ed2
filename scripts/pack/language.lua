-- The words an author writes in rule files, and the environment they run in.
-- A word only gathers what was written, with file and line; parse.lua gives it
-- meaning.  A rule file sees these words and nothing else.

local declarations = require "pack.declarations"
local diagnostic = require "base.diagnostic"
local kinds = require "pack.kinds"
local sorted_keys = require "base.sorted_keys"

local say <const> = diagnostic.new

local language = {}

-- Words that declare something under a name, word "name" { ... }, and those that
-- declare one thing, word { ... }.
local DECLARING <const> = declarations.words(function(word) return word.name end)
local SINGLE <const> = declarations.words(function(word) return not word.name end)
language.DECLARATIONS = declarations.ORDER

-- What the words of one file last raised: Lua hands on its words alone.
local raised

local function stop(says)
  raised = says
  error(diagnostic.text(says), 0)
end

-- The diagnostic that stopped a rule file, where a word of rules did; asked once.
function language.raised()
  local says = raised
  raised = nil
  return says
end

local function type_name(value)
  local kind = type(value)
  if kind == "table" then return "a list in braces" end
  if kind == "nil" then return "nothing" end
  return "a " .. kind
end

local function need_name(word, name)
  if type(name) ~= "string" then
    stop(say("name-after-word", { it = word, found = type_name(name) }))
  end
end

local function need_body(word, name, body)
  if type(body) ~= "table" then
    stop(say("braces-after-word", { word = word, name = name,
      found = type_name(body) }))
  end
end

local function declaring(word, sink, host)
  return function(name)
    need_name(word, name)
    local line = host.line()
    return function(body)
      need_body(word, name, body)
      -- A list takes the facts written inside it.
      local written = { word = word, name = name, body = body, line = line }
      sink { word = word, name = name, body = body, line = line,
        written = written }
      return written
    end
  end
end

local function single(word, sink, host)
  return function(body)
    need_body(word, "", body)
    sink { word = word, name = word, body = body, line = host.line() }
  end
end

-- every "people" { where = ..., ... }
local function over_list(kind, name, host)
  local line = host.line()
  return function(body)
    need_body(kind, name, body)
    return { word = kind, list = name, body = body, line = line }
  end
end

local function joining(word, host)
  return function(argument)
    local list = kinds.by_word[word].list
    if type(argument) == "string" and list then
      return over_list(list.kind, argument, host)
    end
    need_body(word, "", argument)
    return { word = word, body = argument, line = host.line() }
  end
end

local function named_condition(word, host)
  return function(name)
    need_name(word, name)
    local line = host.line()
    return function(body)
      need_body(word, name, body)
      return { word = word, name = name, body = body, line = line }
    end
  end
end

-- when "arms.used is yes" { ... }, or when(any { ... }) { ... }
local function gated(host)
  return function(gate)
    if type(gate) ~= "string" and type(gate) ~= "table" then
      stop(say "condition-after-when")
    end
    local line = host.line()
    return function(body)
      need_body("when", "...", body)
      return { word = "when", gate = gate, body = body, line = line }
    end
  end
end

local function bare_condition(word, host)
  return function(body)
    need_body(word, "", body)
    return { word = word, body = body, line = host.line() }
  end
end

-- The words, as a table name -> function; sink(declaration) takes each one.
local function words_of(sink, host)
  local words = {}
  for word, with in pairs(kinds.by_word) do
    if with.plain and with.plain.shape == "joined" then
      words[word] = joining(word, host) -- `any "list"` speaks of items
    elseif with.list then
      words[word] = function(name)
        need_name(word, name)
        return over_list(with.list.kind, name, host)
      end
    end
  end
  for _, word in ipairs(DECLARING) do
    words[word] = declaring(word, sink, host)
  end
  for _, word in ipairs(SINGLE) do words[word] = single(word, sink, host) end
  for _, word in ipairs { "auditor", "reading" } do
    words[word] = named_condition(word, host)
  end
  words.when = gated(host)
  for _, word in ipairs { "compute", "advise" } do
    words[word] = bare_condition(word, host)
  end
  return words
end

local MATH <const> = { "abs", "ceil", "floor", "max", "min" }

local function shown(name)
  return type(name) == "string" and name or type_name(name)
end

-- Read only: what one call leaves here, the next would find.
local function helpers()
  local safe = {}
  for _, name in ipairs(MATH) do safe[name] = math[name] end
  return { math = setmetatable({}, { __metatable = "frozen", __index = safe,
    __newindex = function(_, name)
      stop(say("math-cannot-be-set", { it = shown(name) }))
    end }) }
end

-- Every word an author may write, sorted.
function language.names()
  return sorted_keys(words_of())
end

-- A fresh environment for one rule file.
function language.environment(sink, host)
  local words = words_of(sink, host)
  for name, value in pairs(helpers()) do words[name] = value end
  local names = sorted_keys(words)
  return setmetatable({}, {
    __metatable = "frozen",
    __index = function(_, name)
      local word = words[name]
      if word == nil then
        stop(diagnostic.none_of("word-unknown", { it = shown(name) }, names))
      end
      return word
    end,
    __newindex = function(_, name)
      stop(say("cannot-be-set", { it = shown(name) }))
    end,
  })
end

return language
