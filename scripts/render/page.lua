-- The frame of our web pages: self-contained, no script, nothing loaded from
-- anywhere.

local html = require "base.markup"
local style = require "render.style"

local page = {}

-- What stands above each printed page.
local RUNNING_HEAD <const> = '@page { @top-left { content: "%s"; font: 8pt sans-serif; '
  .. "color: #59636b; } }\n"

-- Begins a page called `title`, made by `generator`.
function page.start(out, title, generator, host)
  local sheet = style .. RUNNING_HEAD:format(html.css_text(title))
  out.put('<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    .. '<meta http-equiv="Content-Security-Policy" content="default-src '
    .. "'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'\""
    .. '>\n<meta name="viewport" content="width=device-width, '
    .. 'initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    .. '<meta name="generator" content="%s">\n<title>%s</title>\n<style>',
    html.base64_of_hex(host.sha256(sheet)), generator, title)
  out.put(sheet)
  out.put "</style>\n</head>\n<body>\n"
end

return page
