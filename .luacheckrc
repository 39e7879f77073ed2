std = "lua54"
max_line_length = 100

-- Rule files see the words of scripts/pack/language.lua and nothing else.
local rules = { std = "none", read_globals = { "advise", "all", "any", "auditor",
  "check", "compute", "count", "disagreement", "every", "examples", "fact",
  "findings", "hint", "latest", "list", "math", "narrow", "none", "pack", "parameter",
  "point", "provision", "ratings", "reading", "release", "switch_off",
  "unnoticed", "when" } }
files["rules"] = rules
files["tests"] = { std = "lua54+busted" }
files["tests/layers"] = rules
files["tests/core"] = rules
files["tests/digests/rules"] = rules
files["tests/digests/layer"] = rules
exclude_files = { "**/node_modules", "tests/attacks" }
