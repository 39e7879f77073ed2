std = "lua54"
max_line_length = 100

-- Rule files see the words of scripts/language.lua and nothing else; which
-- words those are is for `cop11 lint` to say.
files["rules"] = { std = "none", ignore = { "113" } }
files["tests"] = { std = "lua54+busted" }
files["tests/layers"] = { std = "none", ignore = { "113" } }
exclude_files = { "**/node_modules", "tests/attacks" }
