"""The names under which the press knows each state and territory of ISO 3166-1, and former ones."""

NAMES = """
AD Andorra; Principado de Andorra
AE Emiratos Árabes Unidos; Emiratos; EAU
AF Afganistán; Emirato Islámico de Afganistán
AG Antigua y Barbuda
AI Anguila
AL Albania; República de Albania
AM República de Armenia
AO Angola; República de Angola
AR Argentina; República Argentina; la Argentina
AS Samoa Americana
AT Austria; República de Austria
AU Australia; Mancomunidad de Australia
AW Aruba
AX Islas Åland
AZ Azerbaiyán; Azerbaiján; República de Azerbaiyán
BA Bosnia y Herzegovina; Bosnia-Herzegovina; Bosnia; Bosnia Herzegovina
BB Barbados
BD Bangladés; Bangladesh; República Popular de Bangladés
BE Bélgica; Reino de Bélgica
BF Burkina Faso; Burkina
BG Bulgaria; República de Bulgaria
BH Baréin; Bahréin; Bahrein; Reino de Baréin
BI Burundi; República de Burundi
BJ Benín; República de Benín
BM Bermudas; las Bermudas; Islas Bermudas
BN Brunéi; Brunei; Brunéi Darussalam
BO Bolivia; Estado Plurinacional de Bolivia
BQ Caribe neerlandés; Bonaire, San Eustaquio y Saba
BR Brasil; República Federativa del Brasil; el Brasil
BS Bahamas; las Bahamas; Mancomunidad de las Bahamas
BT Bután; Reino de Bután
BV Isla Bouvet; Bouvet; Isla de Bouvet
BW Botsuana; Botswana; República de Botsuana
BY Bielorrusia; Belarús; República de Belarús
BZ Belice
CA Canadá; el Canadá
CC Islas Cocos
CD República Democrática del Congo; RDC; RD Congo; R. D. Congo; Congo-Kinsasa
CF República Centroafricana
CG República del Congo; Congo-Brazzaville
CH Suiza; Confederación Suiza; Confederación Helvética
CI Costa de Marfil; República de Côte d'Ivoire; Côte d'Ivoire
CK Islas Cook
CL Chile; República de Chile
CM Camerún; República de Camerún; el Camerún
CN China; República Popular China; República Popular de China; la China
CO Colombia; República de Colombia
CR Costa Rica; República de Costa Rica
CU Cuba; República de Cuba
CV Cabo Verde; República de Cabo Verde
CW Curazao
CX Isla de Navidad
CY Chipre; República de Chipre
CZ Chequia; República Checa; la República Checa
DE Alemania; República Federal de Alemania; RFA
DJ Yibuti; Djibouti; República de Yibuti
DK Dinamarca; Reino de Dinamarca
DM Mancomunidad de Dominica
DO República Dominicana; Rep. Dominicana; la República Dominicana
DZ Argelia; República Argelina Democrática y Popular
EC Ecuador; República del Ecuador; el Ecuador
EE Estonia; República de Estonia
EG Egipto; República Árabe de Egipto
EH Sáhara Occidental; Sahara Occidental; República Árabe Saharaui Democrática; RASD
ER Eritrea; Estado de Eritrea
ES España; Reino de España
ET Etiopía; República Democrática Federal de Etiopía
FI Finlandia; República de Finlandia
FJ Fiyi; Fiji; República de Fiyi
FK Islas Malvinas; Malvinas; las Malvinas; Islas Falkland
FM Estados Federados de Micronesia
FO Islas Feroe; Islas Faroe
FR Francia; República Francesa
GA Gabón; República Gabonesa; el Gabón
GB Reino Unido; Gran Bretaña; Reino Unido de Gran Bretaña e Irlanda del Norte; el Reino Unido
GE República de Georgia
GF Guayana Francesa; Guayana francesa
GG Guernesey; Guernsey
GH Ghana; República de Ghana
GI Gibraltar
GL Groenlandia
GM Gambia; República de Gambia
GN Guinea; República de Guinea; Guinea-Conakri; Guinea Conakry
GQ Guinea Ecuatorial; República de Guinea Ecuatorial
GR Grecia; República Helénica
GS Islas Georgia del Sur y Sandwich del Sur; Georgias del Sur y Sandwich del Sur; Georgia del Sur
GT Guatemala; República de Guatemala
GU Guam
GW Guinea-Bisáu; Guinea-Bissau; Guinea Bissau; Guinea Bisáu; República de Guinea-Bisáu
GY Guyana; República Cooperativa de Guyana
HK Hong Kong
HM Islas Heard y McDonald
HN Honduras; República de Honduras
HR Croacia; República de Croacia
HT Haití; República de Haití
HU Hungría; República de Hungría
ID Indonesia; República de Indonesia
IE Irlanda; República de Irlanda
IL Israel; Estado de Israel
IM Isla de Man
IN India; la India; República de la India
IO Territorio Británico del Océano Índico
IQ Irak; Iraq; República de Irak
IR Irán; República Islámica de Irán; República Islámica del Irán
IS Islandia; República de Islandia
IT Italia; República Italiana
JM Jamaica
JO Jordania; Reino Hachemita de Jordania; Reino Hachemí de Jordania
JP Japón; el Japón; Estado del Japón
KE Kenia; Kenya; República de Kenia
KG Kirguistán; República Kirguisa; Kirguizistán
KH Camboya; Reino de Camboya
KI Kiribati; República de Kiribati
KM Comoras; las Comoras; Unión de las Comoras
KN San Cristóbal y Nieves
KP Corea del Norte; República Popular Democrática de Corea; RPDC; Norcorea
KR Corea del Sur; República de Corea; Surcorea
KW Kuwait; Estado de Kuwait
KY Islas Caimán
KZ Kazajistán; Kazajstán; República de Kazajistán
LA Laos; República Democrática Popular Lao
LB Líbano; el Líbano; República Libanesa
LI Liechtenstein; Principado de Liechtenstein
LK Sri Lanka; República Democrática Socialista de Sri Lanka; Ceilán
LR Liberia; República de Liberia
LS Lesoto; Lesotho; Reino de Lesoto
LT Lituania; República de Lituania
LU Luxemburgo; Gran Ducado de Luxemburgo
LV Letonia; República de Letonia
LY Libia; Estado de Libia
MA Marruecos; Reino de Marruecos
MC Mónaco; Principado de Mónaco
MD Moldavia; Moldova; República de Moldavia
ME Montenegro; República de Montenegro
MG Madagascar; República de Madagascar
MH Islas Marshall; República de las Islas Marshall
MK Macedonia del Norte; Macedonia; República de Macedonia del Norte
ML Malí; Mali; República de Malí
MM Birmania; Myanmar; República de la Unión de Myanmar
MN Mongolia
MO Macao
MP Islas Marianas del Norte
MQ Martinica
MR Mauritania; República Islámica de Mauritania
MT Malta; República de Malta
MU República de Mauricio
MV Maldivas; las Maldivas; República de Maldivas
MW Malaui; Malawi; República de Malaui
MX México; Méjico; Estados Unidos Mexicanos; República Mexicana
MY Malasia; Federación de Malasia
MZ Mozambique; República de Mozambique
NA Namibia; República de Namibia
NC Nueva Caledonia
NE Níger; República del Níger
NF Isla Norfolk; Isla de Norfolk
NG Nigeria; República Federal de Nigeria
NI Nicaragua; República de Nicaragua
NL Países Bajos; Holanda; los Países Bajos; Reino de los Países Bajos
NO Noruega; Reino de Noruega
NP Nepal; República Democrática Federal de Nepal
NR Nauru; República de Nauru
NU Niue
NZ Nueva Zelanda; Nueva Zelandia
OM Omán; Sultanato de Omán
PA Panamá; República de Panamá
PE Perú; el Perú; República del Perú
PF Polinesia Francesa; Polinesia francesa
PG Papúa Nueva Guinea; Papúa-Nueva Guinea
PH Filipinas; República de Filipinas; las Filipinas
PK Pakistán; Paquistán; República Islámica de Pakistán
PL Polonia; República de Polonia
PM San Pedro y Miquelón
PN Islas Pitcairn
PR Puerto Rico; Estado Libre Asociado de Puerto Rico
PS Palestina; Estado de Palestina; Territorios Palestinos
PT Portugal; República Portuguesa
PW Palaos; Palau; República de Palaos
PY Paraguay; República del Paraguay; el Paraguay
QA Catar; Qatar; Estado de Catar
RE Isla Reunión
RO Rumanía; Rumania
RS Serbia; República de Serbia
RU Rusia; Federación de Rusia; Federación Rusa
RW Ruanda; Rwanda; República de Ruanda
SA Arabia Saudí; Arabia Saudita; Reino de Arabia Saudí
SB Islas Salomón
SC Seychelles; República de Seychelles; las Seychelles
SD Sudán; República del Sudán; el Sudán
SE Suecia; Reino de Suecia
SG Singapur; República de Singapur
SI Eslovenia; República de Eslovenia
SJ Svalbard y Jan Mayen
SK Eslovaquia; República Eslovaca
SL Sierra Leona; República de Sierra Leona
SM San Marino; República de San Marino
SN Senegal; República de Senegal; el Senegal
SO Somalia; República Federal de Somalia
SR Surinam; Suriname; República de Surinam
SS Sudán del Sur; República de Sudán del Sur
ST Santo Tomé y Príncipe
SV El Salvador; República de El Salvador
SX Sint Maarten
SY Siria; República Árabe Siria
SZ Esuatini; Suazilandia; Reino de Esuatini
TC Islas Turcas y Caicos
TD Chad; República del Chad; el Chad
TF Territorios Australes Franceses; Tierras Australes y Antárticas Francesas
TG Togo; República Togolesa; el Togo
TH Tailandia; Reino de Tailandia
TJ Tayikistán; República de Tayikistán
TK Tokelau
TL Timor Oriental; Timor-Leste; Timor Leste
TM Turkmenistán; República de Turkmenistán
TN Túnez; República de Túnez
TO Tonga; Reino de Tonga
TR Turquía; República de Turquía
TT Trinidad y Tobago; Trinidad y Tabago
TV Tuvalu
TW Taiwán; Taiwan; República de China; China Taipéi
TZ Tanzania; Tanzanía; República Unida de Tanzania
UA Ucrania
UG Uganda; República de Uganda
UM Islas menores alejadas de EE. UU.; Islas Ultramarinas Menores de Estados Unidos
US Estados Unidos; Estados Unidos de América; EE. UU.; EE.UU.; EEUU; EE UU; EUA; USA; U.S.A.
UY Uruguay; República Oriental del Uruguay; el Uruguay
UZ Uzbekistán; República de Uzbekistán
VA Vaticano; el Vaticano; Ciudad del Vaticano; Santa Sede; la Santa Sede
VC San Vicente y las Granadinas
VE Venezuela; República Bolivariana de Venezuela
VG Islas Vírgenes Británicas
VI Islas Vírgenes de los Estados Unidos; Islas Vírgenes Estadounidenses
VN Vietnam; Viet Nam; República Socialista de Vietnam
VU Vanuatu; República de Vanuatu
WF Wallis y Futuna
WS Samoa; Estado Independiente de Samoa
XK Kosovo; República de Kosovo; Kósovo
YE Yemen; el Yemen; República de Yemen
YT Mayotte
ZA Sudáfrica; Suráfrica; República de Sudáfrica
ZM Zambia; República de Zambia
ZW Zimbabue; Zimbabwe; República de Zimbabue
urss Unión Soviética; URSS; U.R.S.S.; Unión de Repúblicas Socialistas Soviéticas; la URSS
yugoslavia Yugoslavia; República Federal de Yugoslavia; RFY
serbia-y-montenegro Serbia y Montenegro
checoslovaquia Checoslovaquia; República Socialista Checoslovaca
alemania-oriental RDA; República Democrática Alemana; Alemania Oriental; Alemania del Este; la RDA
vietnam-del-sur Vietnam del Sur
yemen-del-norte Yemen del Norte
yemen-del-sur Yemen del Sur
zaire Zaire
rodesia Rodesia
prusia Prusia
"""
