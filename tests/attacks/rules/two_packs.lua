-- A second head, with another name for the standard.
-- ends: open COP11_E_PACK pack { ... } stands in attack.lua
pack { title = "Certified by RJC", edition = "2099", version = "9",
  notice = "This is a certificate." }
