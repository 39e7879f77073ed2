-- Countries by their ISO 3166-1 alpha-2 codes, with the names and the codes of three
-- letters that people write.
--
-- Codes and first names are those of the tz database's iso3166.tab (public
-- domain; current as of ISO/TC 46 N1108, 2023-04-05); the other names are common
-- ones.  XK is no code of ISO 3166, but the one in use for Kosovo.

local lookalike = require "base.lookalike"
local nearest = require "base.nearest"

local countries = {}

local TABLE <const> = [[
AD Andorra | AND
AE United Arab Emirates | UAE | ARE
AF Afghanistan | AFG
AG Antigua & Barbuda | ATG
AI Anguilla | AIA
AL Albania | ALB
AM Armenia | ARM
AO Angola | AGO
AQ Antarctica | ATA
AR Argentina | ARG
AS Samoa (American) | ASM
AT Austria | AUT
AU Australia | AUS
AW Aruba | ABW
AX Åland Islands | ALA
AZ Azerbaijan | AZE
BA Bosnia & Herzegovina | BIH
BB Barbados | BRB
BD Bangladesh | BGD
BE Belgium | BEL
BF Burkina Faso | BFA
BG Bulgaria | BGR
BH Bahrain | BHR
BI Burundi | BDI
BJ Benin | BEN
BL St Barthelemy | BLM
BM Bermuda | BMU
BN Brunei | BRN
BO Bolivia | Plurinational State of Bolivia | BOL
BQ Caribbean NL | BES
BR Brazil | Brasil | BRA
BS Bahamas | BHS
BT Bhutan | BTN
BV Bouvet Island | BVT
BW Botswana | BWA
BY Belarus | BLR
BZ Belize | BLZ
CA Canada | CAN
CC Cocos (Keeling) Islands | CCK
CD Congo (Dem. Rep.) | Democratic Republic of the Congo | DR Congo | DRC | Congo-Kinshasa | COD
CF Central African Rep. | CAF
CG Congo (Rep.) | Republic of the Congo | Congo-Brazzaville | COG
CH Switzerland | Schweiz | Suisse | CHE
CI Côte d'Ivoire | Ivory Coast | CIV
CK Cook Islands | COK
CL Chile | CHL
CM Cameroon | CMR
CN China | CHN
CO Colombia | COL
CR Costa Rica | CRI
CU Cuba | CUB
CV Cape Verde | Cabo Verde | CPV
CW Curaçao | CUW
CX Christmas Island | CXR
CY Cyprus | CYP
CZ Czech Republic | Czechia | CZE
DE Germany | Deutschland | Federal Republic of Germany | DEU
DJ Djibouti | DJI
DK Denmark | DNK
DM Dominica | DMA
DO Dominican Republic | DOM
DZ Algeria | DZA
EC Ecuador | ECU
EE Estonia | EST
EG Egypt | EGY
EH Western Sahara | ESH
ER Eritrea | ERI
ES Spain | España | ESP
ET Ethiopia | ETH
FI Finland | FIN
FJ Fiji | FJI
FK Falkland Islands | FLK
FM Micronesia | FSM
FO Faroe Islands | FRO
FR France | FRA
GA Gabon | GAB
GB Britain (UK) | UK | United Kingdom | Great Britain | England | Scotland | Wales | GBR
GD Grenada | GRD
GE Georgia | GEO
GF French Guiana | GUF
GG Guernsey | GGY
GH Ghana | GHA
GI Gibraltar | GIB
GL Greenland | GRL
GM Gambia | GMB
GN Guinea | GIN
GP Guadeloupe | GLP
GQ Equatorial Guinea | GNQ
GR Greece | GRC
GS South Georgia & the South Sandwich Islands | SGS
GT Guatemala | GTM
GU Guam | GUM
GW Guinea-Bissau | GNB
GY Guyana | GUY
HK Hong Kong | HKG
HM Heard Island & McDonald Islands | HMD
HN Honduras | HND
HR Croatia | HRV
HT Haiti | HTI
HU Hungary | HUN
ID Indonesia | IDN
IE Ireland | IRL
IL Israel | ISR
IM Isle of Man | IMN
IN India | IND
IO British Indian Ocean Territory | IOT
IQ Iraq | IRQ
IR Iran | Islamic Republic of Iran | IRN
IS Iceland | ISL
IT Italy | Italia | ITA
JE Jersey | JEY
JM Jamaica | JAM
JO Jordan | JOR
JP Japan | JPN
KE Kenya | KEN
KG Kyrgyzstan | KGZ
KH Cambodia | KHM
KI Kiribati | KIR
KM Comoros | COM
KN St Kitts & Nevis | KNA
KP Korea (North) | North Korea | DPRK | PRK
KR Korea (South) | South Korea | Republic of Korea | KOR
KW Kuwait | KWT
KY Cayman Islands | CYM
KZ Kazakhstan | KAZ
LA Laos | Lao PDR | LAO
LB Lebanon | LBN
LC St Lucia | LCA
LI Liechtenstein | LIE
LK Sri Lanka | LKA
LR Liberia | LBR
LS Lesotho | LSO
LT Lithuania | LTU
LU Luxembourg | LUX
LV Latvia | LVA
LY Libya | LBY
MA Morocco | MAR
MC Monaco | MCO
MD Moldova | MDA
ME Montenegro | MNE
MF St Martin (French) | MAF
MG Madagascar | MDG
MH Marshall Islands | MHL
MK North Macedonia | Macedonia | MKD
ML Mali | MLI
MM Myanmar (Burma) | Myanmar | Burma | MMR
MN Mongolia | MNG
MO Macau | MAC
MP Northern Mariana Islands | MNP
MQ Martinique | MTQ
MR Mauritania | MRT
MS Montserrat | MSR
MT Malta | MLT
MU Mauritius | MUS
MV Maldives | MDV
MW Malawi | MWI
MX Mexico | MEX
MY Malaysia | MYS
MZ Mozambique | MOZ
NA Namibia | NAM
NC New Caledonia | NCL
NE Niger | NER
NF Norfolk Island | NFK
NG Nigeria | NGA
NI Nicaragua | NIC
NL Netherlands | Holland | The Netherlands | NLD
NO Norway | NOR
NP Nepal | NPL
NR Nauru | NRU
NU Niue | NIU
NZ New Zealand | NZL
OM Oman | OMN
PA Panama | PAN
PE Peru | PER
PF French Polynesia | PYF
PG Papua New Guinea | PNG
PH Philippines | The Philippines | PHL
PK Pakistan | PAK
PL Poland | POL
PM St Pierre & Miquelon | SPM
PN Pitcairn | PCN
PR Puerto Rico | PRI
PS Palestine | PSE
PT Portugal | PRT
PW Palau | PLW
PY Paraguay | PRY
QA Qatar | QAT
RE Réunion | REU
RO Romania | ROU
RS Serbia | SRB
RU Russia | Russian Federation | RUS
RW Rwanda | RWA
SA Saudi Arabia | SAU
SB Solomon Islands | SLB
SC Seychelles | SYC
SD Sudan | SDN
SE Sweden | SWE
SG Singapore | SGP
SH St Helena | SHN
SI Slovenia | SVN
SJ Svalbard & Jan Mayen | SJM
SK Slovakia | SVK
SL Sierra Leone | SLE
SM San Marino | SMR
SN Senegal | SEN
SO Somalia | SOM
SR Suriname | SUR
SS South Sudan | SSD
ST Sao Tome & Principe | STP
SV El Salvador | SLV
SX St Maarten (Dutch) | SXM
SY Syria | SYR
SZ Eswatini (Swaziland) | Swaziland | Eswatini | SWZ
TC Turks & Caicos Is | TCA
TD Chad | TCD
TF French S. Terr. | ATF
TG Togo | TGO
TH Thailand | THA
TJ Tajikistan | TJK
TK Tokelau | TKL
TL East Timor | Timor-Leste | TLS
TM Turkmenistan | TKM
TN Tunisia | TUN
TO Tonga | TON
TR Turkey | Türkiye | Turkiye | TUR
TT Trinidad & Tobago | TTO
TV Tuvalu | TUV
TW Taiwan | TWN
TZ Tanzania | United Republic of Tanzania | TZA
UA Ukraine | UKR
UG Uganda | UGA
UM US minor outlying islands | UMI
US United States | USA | United States of America | U.S.A.
UY Uruguay | URY
UZ Uzbekistan | UZB
VA Vatican City | Holy See | Vatican | VAT
VC St Vincent | VCT
VE Venezuela | Bolivarian Republic of Venezuela | VEN
VG Virgin Islands (UK) | VGB
VI Virgin Islands (US) | VIR
VN Vietnam | Viet Nam | VNM
VU Vanuatu | VUT
WF Wallis & Futuna | WLF
WS Samoa (western) | WSM
YE Yemen | YEM
YT Mayotte | MYT
ZA South Africa | ZAF
ZM Zambia | ZMB
ZW Zimbabwe | ZWE
XK Kosovo
]]

-- Without what a writer may leave out: accents, case, and all but letters.
local function plain_name(name)
  return (lookalike.without_marks(name):lower():gsub("[^%a\x80-\xFF]", ""))
end

-- Of a plain name; made when first needed.  A code of three letters is near too many
-- others to be guessed from.
local code_of, plain_names

local is_code = {}
for code in TABLE:gmatch "(%u%u) [^\n]*\n" do is_code[code] = true end

local function read_names()
  code_of, plain_names = {}, {}
  for code, names in TABLE:gmatch "(%u%u) ([^\n]*)\n" do
    for name in (names .. " | "):gmatch "(.-) | " do
      local plain = plain_name(name)
      code_of[plain] = code
      if #plain > 3 then plain_names[#plain_names + 1] = plain end
    end
  end
end

-- Names that two countries have, and the codes of both.
local TWO <const> = {
  congo = '"CD" (Congo-Kinshasa) or "CG" (Congo-Brazzaville)',
  thecongo = '"CD" (Congo-Kinshasa) or "CG" (Congo-Brazzaville)',
  korea = '"KR" (South) or "KP" (North)',
  samoa = '"WS" (Samoa) or "AS" (American Samoa)',
  virginislands = '"VG" (British) or "VI" (of the United States)',
  stmartin = '"MF" (French) or "SX" (Dutch)',
  saintmartin = '"MF" (French) or "SX" (Dutch)',
}

-- The codes of both where two countries are called so, in words; else nil.
function countries.either(text) return TWO[plain_name(text)] end

function countries.is_code(text) return is_code[text] == true end

-- A regular expression for the codes, as JSON Schema takes it.
function countries.pattern()
  local letters, firsts = {}, {}
  for first, second in TABLE:gmatch "(%u)(%u) [^\n]*\n" do
    if not letters[first] then
      letters[first], firsts[#firsts + 1] = {}, first
    end
    table.insert(letters[first], second)
  end
  for i, first in ipairs(firsts) do
    firsts[i] = ("%s[%s]"):format(first, table.concat(letters[first]))
  end
  return "^(" .. table.concat(firsts, "|") .. ")$"
end

-- The code for what was written in place of one: its name, or the code in small
-- letters; nil where none is near.
function countries.code_for(text)
  if is_code[text:upper()] then return text:upper() end
  if not code_of then read_names() end
  local plain = plain_name(text)
  return code_of[plain] or code_of[nearest.find(plain, plain_names) or ""]
end

return countries
