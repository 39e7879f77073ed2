-- Countries by their ISO 3166-1 alpha-2 codes, with the names people write.
--
-- Codes and first names are those of the tz database's iso3166.tab (public
-- domain; current as of ISO/TC 46 N1108, 2023-04-05); the other names are common
-- ones.  XK is no code of ISO 3166, but the one in use for Kosovo.

local lookalike = require "base.lookalike"
local nearest = require "base.nearest"

local countries = {}

local TABLE <const> = [[
AD Andorra
AE United Arab Emirates | UAE
AF Afghanistan
AG Antigua & Barbuda
AI Anguilla
AL Albania
AM Armenia
AO Angola
AQ Antarctica
AR Argentina
AS Samoa (American)
AT Austria
AU Australia
AW Aruba
AX Åland Islands
AZ Azerbaijan
BA Bosnia & Herzegovina
BB Barbados
BD Bangladesh
BE Belgium
BF Burkina Faso
BG Bulgaria
BH Bahrain
BI Burundi
BJ Benin
BL St Barthelemy
BM Bermuda
BN Brunei
BO Bolivia | Plurinational State of Bolivia
BQ Caribbean NL
BR Brazil | Brasil
BS Bahamas
BT Bhutan
BV Bouvet Island
BW Botswana
BY Belarus
BZ Belize
CA Canada
CC Cocos (Keeling) Islands
CD Congo (Dem. Rep.) | Democratic Republic of the Congo | DR Congo | DRC | Congo-Kinshasa
CF Central African Rep.
CG Congo (Rep.) | Republic of the Congo | Congo | Congo-Brazzaville
CH Switzerland | Schweiz | Suisse
CI Côte d'Ivoire | Ivory Coast
CK Cook Islands
CL Chile
CM Cameroon
CN China
CO Colombia
CR Costa Rica
CU Cuba
CV Cape Verde | Cabo Verde
CW Curaçao
CX Christmas Island
CY Cyprus
CZ Czech Republic | Czechia
DE Germany | Deutschland | Federal Republic of Germany
DJ Djibouti
DK Denmark
DM Dominica
DO Dominican Republic
DZ Algeria
EC Ecuador
EE Estonia
EG Egypt
EH Western Sahara
ER Eritrea
ES Spain | España
ET Ethiopia
FI Finland
FJ Fiji
FK Falkland Islands
FM Micronesia
FO Faroe Islands
FR France
GA Gabon
GB Britain (UK) | UK | United Kingdom | Great Britain | England | Scotland | Wales
GD Grenada
GE Georgia
GF French Guiana
GG Guernsey
GH Ghana
GI Gibraltar
GL Greenland
GM Gambia
GN Guinea
GP Guadeloupe
GQ Equatorial Guinea
GR Greece
GS South Georgia & the South Sandwich Islands
GT Guatemala
GU Guam
GW Guinea-Bissau
GY Guyana
HK Hong Kong
HM Heard Island & McDonald Islands
HN Honduras
HR Croatia
HT Haiti
HU Hungary
ID Indonesia
IE Ireland
IL Israel
IM Isle of Man
IN India
IO British Indian Ocean Territory
IQ Iraq
IR Iran | Islamic Republic of Iran
IS Iceland
IT Italy | Italia
JE Jersey
JM Jamaica
JO Jordan
JP Japan
KE Kenya
KG Kyrgyzstan
KH Cambodia
KI Kiribati
KM Comoros
KN St Kitts & Nevis
KP Korea (North) | North Korea | DPRK
KR Korea (South) | South Korea | Korea | Republic of Korea
KW Kuwait
KY Cayman Islands
KZ Kazakhstan
LA Laos | Lao PDR
LB Lebanon
LC St Lucia
LI Liechtenstein
LK Sri Lanka
LR Liberia
LS Lesotho
LT Lithuania
LU Luxembourg
LV Latvia
LY Libya
MA Morocco
MC Monaco
MD Moldova
ME Montenegro
MF St Martin (French)
MG Madagascar
MH Marshall Islands
MK North Macedonia | Macedonia
ML Mali
MM Myanmar (Burma) | Myanmar | Burma
MN Mongolia
MO Macau
MP Northern Mariana Islands
MQ Martinique
MR Mauritania
MS Montserrat
MT Malta
MU Mauritius
MV Maldives
MW Malawi
MX Mexico
MY Malaysia
MZ Mozambique
NA Namibia
NC New Caledonia
NE Niger
NF Norfolk Island
NG Nigeria
NI Nicaragua
NL Netherlands | Holland | The Netherlands
NO Norway
NP Nepal
NR Nauru
NU Niue
NZ New Zealand
OM Oman
PA Panama
PE Peru
PF French Polynesia
PG Papua New Guinea
PH Philippines | The Philippines
PK Pakistan
PL Poland
PM St Pierre & Miquelon
PN Pitcairn
PR Puerto Rico
PS Palestine
PT Portugal
PW Palau
PY Paraguay
QA Qatar
RE Réunion
RO Romania
RS Serbia
RU Russia | Russian Federation
RW Rwanda
SA Saudi Arabia
SB Solomon Islands
SC Seychelles
SD Sudan
SE Sweden
SG Singapore
SH St Helena
SI Slovenia
SJ Svalbard & Jan Mayen
SK Slovakia
SL Sierra Leone
SM San Marino
SN Senegal
SO Somalia
SR Suriname
SS South Sudan
ST Sao Tome & Principe
SV El Salvador
SX St Maarten (Dutch)
SY Syria
SZ Eswatini (Swaziland) | Swaziland | Eswatini
TC Turks & Caicos Is
TD Chad
TF French S. Terr.
TG Togo
TH Thailand
TJ Tajikistan
TK Tokelau
TL East Timor | Timor-Leste
TM Turkmenistan
TN Tunisia
TO Tonga
TR Turkey | Türkiye | Turkiye
TT Trinidad & Tobago
TV Tuvalu
TW Taiwan
TZ Tanzania | United Republic of Tanzania
UA Ukraine
UG Uganda
UM US minor outlying islands
US United States | USA | United States of America | U.S.A.
UY Uruguay
UZ Uzbekistan
VA Vatican City | Holy See | Vatican
VC St Vincent
VE Venezuela | Bolivarian Republic of Venezuela
VG Virgin Islands (UK)
VI Virgin Islands (US)
VN Vietnam | Viet Nam
VU Vanuatu
WF Wallis & Futuna
WS Samoa (western)
YE Yemen
YT Mayotte
ZA South Africa
ZM Zambia
ZW Zimbabwe
XK Kosovo
]]

-- Without what a writer may leave out: accents, case, and all but letters.
local function plain_name(name)
  return (lookalike.without_marks(name):lower():gsub("[^%a\x80-\xFF]", ""))
end

local code_of, plain_names -- of a plain name; made when first needed

local is_code = {}
for code in TABLE:gmatch "(%u%u) [^\n]*\n" do is_code[code] = true end

local function read_names()
  code_of, plain_names = {}, {}
  for code, names in TABLE:gmatch "(%u%u) ([^\n]*)\n" do
    for name in (names .. " | "):gmatch "(.-) | " do
      local plain = plain_name(name)
      code_of[plain] = code
      plain_names[#plain_names + 1] = plain
    end
  end
end

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
