/* stub_runtime.h: a main.lua for tests of the engine, in place of scripts/ and
 * rules/: a program that includes this carries these files instead.
 *
 * evaluate(text) does what the text says: see the table `deeds`.  A rule file
 * that begins with a word of `broken` makes opening fail in that way.
 */
#ifndef STUB_RUNTIME_H
#define STUB_RUNTIME_H

#include <string.h>

#include "pack/builtin.h"

static const unsigned char stub_deeds[] =
    "local host = ...\n"
    "local deeds = {}\n"
    "function deeds.echo(rest) return rest end\n"
    "function deeds.json(rest)\n"
    "  return host.json.write((host.json.read(rest, 32))) end\n"
    "function deeds.number() return '1.5=' .. 1.5 .. ' '\n"
    "  .. tostring(tonumber('1,5')) end\n"
    "function deeds.as_of(_, call)\n"
    "  return tostring(call.as_of) .. ' ' .. tostring(call.show_sensitive) "
    "end\n"
    "function deeds.nothing() return nil end\n"
    "function deeds.table() return {} end\n"
    "function deeds.raise() error 'raised' end\n"
    "function deeds.raise_table() error {} end\n"
    "function deeds.loop()\n"
    "  while true do host.author(function() while true do end end) end "
    "end\n"
    "function deeds.work(count)\n"
    "  host.charge(math.tointeger(tonumber(count))) return 'worked' end\n"
    "function deeds.eat() local t = {}\n"
    "  for i = 1, math.huge do t[i] = { i } end end\n"
    "function deeds.large(count) return ('x'):rep(tonumber(count)) end\n"
    "function deeds.large_after_garbage(count)\n"
    "  for i = 1, 6000 do local t = { i } end\n"
    "  return ('x'):rep(tonumber(count)) end\n"
    "function deeds.garbage(count) local t\n"
    "  for i = 1, tonumber(count) do t = { i, tostring(i) } end\n"
    "  return 'kept ' .. t[1] end\n"
    "function deeds.log(rest)\n"
    "  for word in rest:gmatch '%S+' do host.log(2, word) end\n"
    "  return 'logged' end\n"
    "function deeds.log_and_keep(count)\n"
    "  host.log(2, 'kept')\n"
    "  deeds.kept = ('x'):rep(tonumber(count)) return 'kept' end\n"
    "function deeds.log_raise() host.log(1, 'a\\0b') error 'raised' end\n"
    "function deeds.problem(status)\n"
    "  return nil, { status = status, message = 'about ' .. status,\n"
    "    where = '/a/b', line = 3, column = 4 } end\n"
    "function deeds.bad_problem()\n"
    "  return nil, { status = 7, line = 'x', column = -1 } end\n"
    "return deeds\n";

static const unsigned char stub_main[] =
    "local host = ...\n"
    "local deeds = require 'deeds'\n"
    "local runtime, opened, calls = {}, nil, 0\n"
    "local function problem(status, message, where)\n"
    "  return nil, { status = status, message = message, where = where }\n"
    "end\n"
    "local broken = {}\n"
    "function broken.PACK(file)\n"
    "  return problem('pack', 'broken', file.path) end\n"
    "function broken.RAISE() error 'raised' end\n"
    "function broken.LOOP()\n"
    "  while true do host.author(function() while true do end end) end "
    "end\n"
    "function broken.EAT() return deeds.eat() end\n"
    "function runtime.open(request)\n"
    "  opened = request\n"
    "  if not request.pack then return true end\n"
    "  host.log(2, 'opened ' .. request.pack.name)\n"
    "  for _, file in ipairs(request.pack.files) do\n"
    "    local how = broken[file.text:match '^%u*']\n"
    "    if how and not request.tolerant then return how(file) end\n"
    "  end\n"
    "  return true\n"
    "end\n"
    "function runtime.describe(what)\n"
    "  if what ~= 'pack' then return problem('argument', 'no ' .. what) end\n"
    "  local parts = { opened.pack.name, opened.max_depth,\n"
    "    opened.max_report, tostring(opened.tolerant) }\n"
    "  for _, file in ipairs(opened.pack.files) do\n"
    "    parts[#parts + 1] = file.path .. '=' .. file.text\n"
    "  end\n"
    "  for _, layer in ipairs(opened.layers) do\n"
    "    parts[#parts + 1] = layer.name .. ':' .. #layer.files\n"
    "  end\n"
    "  return table.concat(parts, ' ')\n"
    "end\n"
    "function runtime.lint() return 'lint ' .. runtime.describe 'pack' end\n"
    "function runtime.compile() end\n"
    "function runtime.test() return 'test ' .. runtime.describe 'pack' end\n"
    "function runtime.validate(text) return 'valid ' .. text end\n"
    "function runtime.evaluate(text, call)\n"
    "  calls = calls + 1\n"
    "  if text == 'calls' then return tostring(calls) end\n"
    "  local deed, rest = text:match '^(%S*) ?(.*)$'\n"
    "  return deeds[deed](rest, call)\n"
    "end\n"
    "function runtime.render(text, format)\n"
    "  if format == 'none' then return problem('argument', 'no none') end\n"
    "  return format .. '(' .. text .. ')'\n"
    "end\n"
    "function runtime.diff(old, new, call)\n"
    "  return old .. new\n"
    "end\n"
    "return runtime\n";

static const unsigned char stub_rule[] = "-- a rule";

const struct builtin_file builtin_scripts[] = {
    {"deeds.lua", stub_deeds, sizeof stub_deeds - 1, sizeof stub_deeds - 1},
    {"main.lua", stub_main, sizeof stub_main - 1, sizeof stub_main - 1},
};
const size_t builtin_script_count = 2;
const struct builtin_file builtin_rules[] = {
    {"rule.lua", stub_rule, sizeof stub_rule - 1, sizeof stub_rule - 1},
};
const size_t builtin_rule_count = 1;
/* The stub is Lua alone: it has no program, and compiles to none. */
const struct builtin_file builtin_program = {"program", 0, 0, 0};

#endif
