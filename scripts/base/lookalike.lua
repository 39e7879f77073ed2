-- Texts that look alike and are not the same: an invisible character, a letter of
-- another script, an accent written apart, a blank at the end.

local work = require "base.work"

local lookalike = {}

-- What an accent makes of letters, the letter with it before the one without: the
-- canonical decompositions of Unicode for Latin, Greek, Cyrillic and kana.
local MARKED <const> = {
  [0x0300] = "ÀAÈEÌIÒOÙUàaèeìiòoùuǛÜǜüǸNǹnЀЕЍИѐеѝиḔĒḕēṐŌṑōẀWẁwẦÂầâẰĂằăỀÊềê"
    .. "ỒÔồôỜƠờơỪƯừưỲYỳyἂἀἃἁἊἈἋἉἒἐἓἑἚἘἛἙἢἠἣἡἪἨἫἩἲἰἳἱἺἸἻἹὂὀὃὁὊὈὋὉὒὐὓὑ"
    .. "ὛὙὢὠὣὡὪὨὫὩὰαὲεὴηὶιὸοὺυὼωᾺΑῈΕῊΗ῍᾿ῒϊῚΙ῝῾ῢϋῪΥ῭¨ῸΟῺΩ",
  [0x0301] = "ÁAÉEÍIÓOÚUÝYáaéeíióoúuýyĆCćcĹLĺlŃNńnŔRŕrŚSśsŹZźzǗÜǘüǴGǵgǺÅǻå"
    .. "ǼÆǽæǾØǿø΅¨ΆΑΈΕΉΗΊΙΌΟΎΥΏΩΐϊάαέεήηίιΰϋόούυώωϓϒЃГЌКѓгќкḈÇḉçḖĒḗē"
    .. "ḮÏḯïḰKḱkḾMḿmṌÕṍõṒŌṓōṔPṕpṸŨṹũẂWẃwẤÂấâẮĂắăẾÊếêỐÔốôỚƠớơỨƯứưἄἀἅἁ"
    .. "ἌἈἍἉἔἐἕἑἜἘἝἙἤἠἥἡἬἨἭἩἴἰἵἱἼἸἽἹὄὀὅὁὌὈὍὉὔὐὕὑὝὙὤὠὥὡὬὨὭὩ῎᾿῞῾",
  [0x0302] = "ÂAÊEÎIÔOÛUâaêeîiôoûuĈCĉcĜGĝgĤHĥhĴJĵjŜSŝsŴWŵwŶYŷyẐZẑzẬẠậạỆẸệẹ"
    .. "ỘỌộọ",
  [0x0303] = "ÃAÑNÕOãañnõoĨIĩiŨUũuṼVṽvẪÂẫâẴĂẵăẼEẽeỄÊễêỖÔỗôỠƠỡơỮƯữưỸYỹy",
  [0x0304] = "ĀAāaĒEēeĪIīiŌOōoŪUūuǕÜǖüǞÄǟäǠȦǡȧǢÆǣæǬǪǭǫȪÖȫöȬÕȭõȰȮȱȯȲYȳyӢИӣи"
    .. "ӮУӯуḠGḡgḸḶḹḷṜṚṝṛᾱαᾹΑῑιῙΙῡυῩΥ",
  [0x0306] = "ĂAăaĔEĕeĞGğgĬIĭiŎOŏoŬUŭuЎУЙИйиўуӁЖӂжӐАӑаӖЕӗеḜȨḝȩẶẠặạᾰαᾸΑῐιῘΙ"
    .. "ῠυῨΥ",
  [0x0307] = "ĊCċcĖEėeĠGġgİIŻZżzȦAȧaȮOȯoḂBḃbḊDḋdḞFḟfḢHḣhṀMṁmṄNṅnṖPṗpṘRṙrṠS"
    .. "ṡsṤŚṥśṦŠṧšṨṢṩṣṪTṫtẆWẇwẊXẋxẎYẏyẛſ",
  [0x0308] = "ÄAËEÏIÖOÜUäaëeïiöoüuÿyŸYΪΙΫΥϊιϋυϔϒЁЕЇІёеїіӒАӓаӚӘӛәӜЖӝжӞЗӟзӤИ"
    .. "ӥиӦОӧоӪӨӫөӬЭӭэӰУӱуӴЧӵчӸЫӹыḦHḧhṎÕṏõṺŪṻūẄWẅwẌXẍxẗt",
  [0x0309] = "ẢAảaẨÂẩâẲĂẳăẺEẻeỂÊểêỈIỉiỎOỏoỔÔổôỞƠởơỦUủuỬƯửưỶYỷy",
  [0x030A] = "ÅAåaŮUůuẘwẙy",
  [0x030B] = "ŐOőoŰUűuӲУӳу",
  [0x030C] = "ČCčcĎDďdĚEěeĽLľlŇNňnŘRřrŠSšsŤTťtŽZžzǍAǎaǏIǐiǑOǒoǓUǔuǙÜǚüǦGǧg"
    .. "ǨKǩkǮƷǯʒǰjȞHȟh",
  [0x030F] = "ȀAȁaȄEȅeȈIȉiȌOȍoȐRȑrȔUȕuѶѴѷѵ",
  [0x0311] = "ȂAȃaȆEȇeȊIȋiȎOȏoȒRȓrȖUȗu",
  [0x0313] = "ἀαἈΑἐεἘΕἠηἨΗἰιἸΙὀοὈΟὐυὠωὨΩῤρ",
  [0x0314] = "ἁαἉΑἑεἙΕἡηἩΗἱιἹΙὁοὉΟὑυὙΥὡωὩΩῥρῬΡ",
  [0x031B] = "ƠOơoƯUưu",
  [0x0323] = "ḄBḅbḌDḍdḤHḥhḲKḳkḶLḷlṂMṃmṆNṇnṚRṛrṢSṣsṬTṭtṾVṿvẈWẉwẒZẓzẠAạaẸEẹe"
    .. "ỊIịiỌOọoỢƠợơỤUụuỰƯựưỴYỵy",
  [0x0324] = "ṲUṳu",
  [0x0325] = "ḀAḁa",
  [0x0326] = "ȘSșsȚTțt",
  [0x0327] = "ÇCçcĢGģgĶKķkĻLļlŅNņnŖRŗrŞSşsŢTţtȨEȩeḐDḑdḨHḩh",
  [0x0328] = "ĄAąaĘEęeĮIįiŲUųuǪOǫo",
  [0x032D] = "ḒDḓdḘEḙeḼLḽlṊNṋnṰTṱtṶUṷu",
  [0x032E] = "ḪHḫh",
  [0x0330] = "ḚEḛeḬIḭiṴUṵu",
  [0x0331] = "ḆBḇbḎDḏdḴKḵkḺLḻlṈNṉnṞRṟrṮTṯtẔZẕzẖh",
  [0x0342] = "ἆἀἇἁἎἈἏἉἦἠἧἡἮἨἯἩἶἰἷἱἾἸἿἹὖὐὗὑὟὙὦὠὧὡὮὨὯὩᾶα῁¨ῆη῏᾿ῖιῗϊ῟῾ῦυῧϋῶω",
  [0x0345] = "ᾀἀᾁἁᾂἂᾃἃᾄἄᾅἅᾆἆᾇἇᾈἈᾉἉᾊἊᾋἋᾌἌᾍἍᾎἎᾏἏᾐἠᾑἡᾒἢᾓἣᾔἤᾕἥᾖἦᾗἧᾘἨᾙἩᾚἪᾛἫᾜἬᾝἭ"
    .. "ᾞἮᾟἯᾠὠᾡὡᾢὢᾣὣᾤὤᾥὥᾦὦᾧὧᾨὨᾩὩᾪὪᾫὫᾬὬᾭὭᾮὮᾯὯᾲὰᾳαᾴάᾷᾶᾼΑῂὴῃηῄήῇῆῌΗῲὼῳω"
    .. "ῴώῷῶῼΩ",
  [0x3099] = "がかぎきぐくげけごこざさじしずすぜせぞそだたぢちづつでてどとばはびひぶふべへぼほゔうゞゝガカギキグクゲケゴコザサジシズス"
    .. "ゼセゾソダタヂチヅツデテドトバハビヒブフベヘボホヴウヷワヸヰヹヱヺヲヾヽ",
  [0x309A] = "ぱはぴひぷふぺへぽほパハピヒプフペヘポホ",
}

-- Letters and signs, and the one of ASCII that each looks like.
local ALIKE <const> = {
  { "a Cyrillic letter", "АВЕКМНОРСТУХЅІЈԌԚԜҮаеорсухѕіјһԁԛԝӏү",
    "ABEKMHOPCTYXSIJGQWYaeopcyxsijhdqwly" },
  { "a Greek letter", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιαν", "ABEZHIKMNOPTYXoiav" },
  { "a dash", "‐‑‒–—―−﹘", "--------" },
  { "a quotation mark", "‘’ʼ′", "\'\'\'\'" },
}

-- First and last of what shows as a blank, or not at all.
local BLANKS <const> = { { 0x09, 0x0D }, { 0x85, 0x85 }, { 0xA0, 0xA0 },
  { 0x1680, 0x1680 }, { 0x2000, 0x200A }, { 0x2028, 0x2029 },
  { 0x202F, 0x202F }, { 0x205F, 0x205F }, { 0x3000, 0x3000 } }
local HIDDEN <const> = { { 0x00, 0x08 }, { 0x0E, 0x1F }, { 0x7F, 0x84 },
  { 0x86, 0x9F }, { 0xAD, 0xAD }, { 0x34F, 0x34F }, { 0x61C, 0x61C },
  { 0x115F, 0x1160 }, { 0x17B4, 0x17B5 }, { 0x180B, 0x180F },
  { 0x200B, 0x200F }, { 0x202A, 0x202E }, { 0x2060, 0x206F },
  { 0x3164, 0x3164 }, { 0xFE00, 0xFE0F }, { 0xFEFF, 0xFEFF },
  { 0xFFA0, 0xFFA0 }, { 0xFFF0, 0xFFFB }, { 0xE0000, 0xE0FFF } }
local MARKS <const> = { { 0x300, 0x36F }, { 0x1AB0, 0x1AFF },
  { 0x1DC0, 0x1DFF }, { 0x20D0, 0x20FF }, { 0x3099, 0x309A },
  { 0xFE20, 0xFE2F } }
local MOST_BYTES <const> = 200
local LOOK_COST <const>, BYTE_COST <const> = 20, 50
local WIDE <const> = { 0xFF01, 0xFF5E } -- ASCII from "!" on, as wide as kanji

local NAMES <const> = { [0xA0] = "a no-break space", [0xAD] = "a soft hyphen",
  [0x09] = "a tab", [0x200B] = "a zero-width space",
  [0x200C] = "a zero-width non-joiner", [0x200D] = "a zero-width joiner",
  [0x200E] = "a left-to-right mark", [0x200F] = "a right-to-left mark",
  [0x2060] = "a word joiner", [0x3000] = "an ideographic space",
  [0xFEFF] = "a byte order mark", [0x20] = "a space too many" }

-- ---- characters ---------------------------------------------------------

local function is_in(code, ranges)
  for _, range in ipairs(ranges) do
    if code >= range[1] and code <= range[2] then return true end
  end
  return false
end

-- character -> { the letter, the mark } and { what it is, its like }; made when
-- first needed.
local parts_of, like_of

local function read_tables()
  parts_of, like_of = {}, {}
  for mark, pairs_of_letters in pairs(MARKED) do
    local marked
    for _, code in utf8.codes(pairs_of_letters) do
      if marked then
        parts_of[marked] = { code, mark }
        marked = nil
      else
        marked = code
      end
    end
  end
  for _, alike in ipairs(ALIKE) do
    local at = 0
    for _, code in utf8.codes(alike[2]) do
      at = at + 1
      like_of[code] = { alike[1], alike[3]:byte(at) }
    end
  end
end

-- What a character is, where it is not plain; what it looks like, if not nothing;
-- and whether nobody sees that it is there.
local function oddity(code)
  if code < 0x80 and code >= 0x20 and code ~= 0x7F then return nil, code end
  if is_in(code, BLANKS) then return "an unusual space", 0x20, true end
  if is_in(code, HIDDEN) then return "an invisible character", nil, true end
  if is_in(code, MARKS) then return "an accent written apart", code end
  if is_in(code, { WIDE }) then
    return "a letter as wide as kanji", code - WIDE[1] + 0x21
  end
  local like = like_of[code]
  if like then return like[1], like[2] end
  return nil, code
end

local function named(what, code)
  return ("%s (U+%04X)"):format(NAMES[code] or what, code)
end

-- ---- texts --------------------------------------------------------------

local function add_parts(code, out)
  local parts = parts_of[code]
  if not parts then out[#out + 1] = code return end
  add_parts(parts[1], out)
  out[#out + 1] = parts[2]
end

local function has_blank_too_many(text)
  return text:find("^ ") or text:find(" $") or text:find("  ", 1, true)
end

-- A text of which nothing can be mistaken, or one too long to look at.
local function is_plain(text)
  return #text > MOST_BYTES
    or not text:find("[^ -~]") and not has_blank_too_many(text)
end

-- What `text` looks like: two texts that look alike have the same.
function lookalike.skeleton(text)
  work.charge(LOOK_COST)
  if is_plain(text) then return text end
  work.charge(BYTE_COST * #text)
  if not parts_of then read_tables() end
  local out = {}
  for _, code in utf8.codes(text) do
    local _, like = oddity(code)
    if like then add_parts(like, out) end
  end
  local seen = utf8.char(table.unpack(out))
  return (seen:gsub("^ +", ""):gsub(" +$", ""):gsub("  +", " "))
end

-- `text` with its letters bare of accents.
function lookalike.without_marks(text)
  if not text:find("[\x80-\xFF]") then return text end
  if not parts_of then read_tables() end
  local parts, bare = {}, {}
  for _, code in utf8.codes(text) do add_parts(code, parts) end
  for _, code in ipairs(parts) do
    if not is_in(code, MARKS) then bare[#bare + 1] = utf8.char(code) end
  end
  return table.concat(bare)
end

-- The first character of `text` that does not show as what it is: "a no-break
-- space (U+00A0)", or nil.  `unseen`: only what nobody sees.
function lookalike.odd(text, unseen)
  if is_plain(text) then return nil end
  if not parts_of then read_tables() end
  for _, code in utf8.codes(text) do
    local what, _, is_unseen = oddity(code)
    if what and (is_unseen or not unseen) then return named(what, code) end
  end
  return has_blank_too_many(text) and named(nil, 0x20) or nil
end

-- In what `text` differs from `other`, of which it looks like a copy: "'x' holds a
-- no-break space (U+00A0)".
function lookalike.difference(text, other)
  local odd = lookalike.odd(text)
  local holder = odd and text or other
  odd = odd or lookalike.odd(other) or "other characters"
  return ("'%s' holds %s"):format(holder, odd)
end

return lookalike
