-- The parts of the web page on the rules it was made with: at its head what was
-- modified and what layers change, at its end digests and who signed.

local rules = {}

local function list(page, texts, item)
  page.put "<ul>"
  for _, text in ipairs(texts) do page.put(item, text) end
  page.put "</ul>"
end

-- What was modified and what layers weaken is said before any rating is read.
function rules.changes(page, v)
  if #v.modified + #v.weakened + #v.changed == 0 then return end
  page.put '<section class="keep" aria-label="Layers">'
  if #v.modified > 0 then
    page.put "<h2>Modified since signing</h2>"
    list(page, v.modified, '<li class="tone-major"><bdi>%s</bdi></li>')
  end
  if #v.weakened > 0 then
    page.put("<h2>Weakened by layers</h2><p>The house rating may be more "
      .. "favourable for these; the indicative rating stands on the whole "
      .. "baseline.</p>")
    list(page, v.weakened, '<li class="tone-major"><bdi>%s</bdi></li>')
  end
  if #v.changed > 0 then
    page.put "<h2>Laid over the baseline</h2>"
    list(page, v.changed, "<li><bdi>%s</bdi></li>")
  end
  page.put "</section>"
end

function rules.origin(page, v)
  page.put '<h2>Made from</h2><dl class="facts">'
  local function digest(label, name, hex)
    page.put("<dt>%s</dt><dd><bdi>%s</bdi> <code>sha256 %s</code></dd>", label,
      name, hex)
  end
  digest("Dossier", "", v.dossier_digest)
  digest("Rules", ("%s %s %s"):format(v.pack.name, v.pack.version or "",
    v.pack.edition or ""), v.pack.digest)
  if #v.pack.layers > 1 then
    for _, layer in ipairs(v.pack.layers) do
      digest("Layer", layer.name, layer.digest)
    end
  end
  for _, layer in ipairs(v.pack.layers) do
    if layer.signature then
      page.put("<dt>Signature</dt><dd><bdi>%s: %s</bdi></dd>", layer.name,
        layer.signature)
    end
  end
  page.put("<dt>Engine</dt><dd><bdi>%s</bdi></dd>", v.engine)
  page.put('</dl><footer><p class="small"><strong>%s</strong></p></footer>',
    v.notice)
end

return rules
