"""Sentences in newspaper Spanish with their countries marked, written for this project.

`[España=ES]` is a country's mention with its code, or its entity's name for a former state; what
has the name of one but is a town, a club, a person or a thing is unmarked. `FRAMES` are filled with
every state of `country_names.NAMES` in turn, which gives a gold by construction.
"""

FRAMES = """
El Gobierno de {} expulsó el lunes a dos diplomáticos.
La inflación en {} cerró el año en el 4,3 %, según el banco central.
{} ganó por 3-1 y se clasificó para los cuartos de final.
El presidente viajará la próxima semana a {} para firmar un acuerdo de pesca.
La embajada de {} no quiso comentar la noticia.
Un terremoto de magnitud 5,8 sacude el norte de {} sin causar víctimas.
La selección de {} llegó anoche al hotel con tres bajas.
El exministro, que huyó a {} en 2019, pide asilo.
Exportamos aceite a [Francia=FR], a {} y a [Japón=JP].
«Con {} no hay problema alguno», aseguró la canciller.
El primer ministro de {}, de visita oficial, depositó una corona de flores.
Detenido en {} el presunto cabecilla de la red.
"""
"""Each is filled with a country's name, without its article."""

SENTENCES = """
[España=ES] ganó a [Georgia=GE] en el último suspiro y se medirá a [Alemania=DE].
[Corea del Norte=KP] disparó un misil y [Corea del Sur=KR] respondió con maniobras.
Las dos Coreas reabren la línea telefónica que las unía.
Ambos Congos se disputan la isla desde hace un siglo.
La [República Democrática del Congo=CD] acusa a [Ruanda=RW] de armar a los rebeldes.
La [RD Congo=CD] cierra sus escuelas por el ébola.
La [RDC=CD] y [Uganda=UG] patrullan juntas la frontera.
[Gabón=GA] y el [Congo=CD] no comparten frontera.
En [Guinea-Bisáu=GW] los militares disolvieron el Parlamento.
[Guinea-Bissau=GW] y [Senegal=SN] firman la paz de Casamance.
Los pescadores de [Guinea Conakri=GN] pasan la noche en el puerto.
[EE UU=US] impone aranceles del 25 % a [México=MX] y [Canadá=CA].
[EE. UU.=US] retira a su embajador de Caracas y la UE calla.
[EEUU=US] no descarta nuevas sanciones contra [Irán=IR].
Las empresas de los [EE.UU.=US] frenan sus inversiones.
La justicia de [Estados Unidos=US] reclama al banquero.
Trump dijo que los [Estados Unidos de América=US] no pagarán más.
Volvió de [USA=US] con un máster y dos maletas.
Los [Emiratos=AE] median entre [Rusia=RU] y [Ucrania=UA].
Viajó de los [Emiratos Árabes=AE] a [Omán=OM] en un carguero.
[Emiratos Árabes Unidos=AE] compra el puerto por mil millones.
El [Reino Unido=GB] celebrará elecciones en mayo.
[Gran Bretaña=GB] se queda sin médicos de familia.
[Birmania=MM] libera a tres mil presos por el año nuevo.
La junta de [Myanmar=MM] bombardea una escuela.
El [Líbano=LB] vuelve a quedarse sin luz.
Los combates en el sur de [Líbano=LB] dejan siete muertos.
La [India=IN] lanza su tercera sonda y [Pakistán=PK] toma nota.
Nació en la [India=IN], creció en [Kenia=KE] y murió en [Portugal=PT].
El [Perú=PE] crece menos que el [Ecuador=EC] y que el [Paraguay=PY].
La [Argentina=AR] campeona del mundo visita el [Uruguay=UY].
El [Brasil=BR] de Lula mira a la [China=CN] de Xi.
El [Japón=JP] de la posguerra se parece poco al de hoy.
Los [Países Bajos=NL] y [Bélgica=BE] organizarán juntos el torneo.
[Holanda=NL] se asoma al abismo tras perder con [Turquía=TR].
La guerra llegó al [Chad=TD], al [Sudán=SD] y a [Somalia=SO].
El [Yemen=YE] agoniza ante la indiferencia de todos.
[Costa de Marfil=CI] produce el cacao que se muele en [Suiza=CH].
La [República Checa=CZ] y [Eslovaquia=SK] recuerdan su divorcio.
[Chequia=CZ] endurece las reglas para los coches viejos.
La antigua [Checoslovaquia=checoslovaquia] se partió en dos sin un tiro.
La [Unión Soviética=urss] cayó como un castillo de naipes.
Creció en la [URSS=urss] y se exilió en [Israel=IL].
Los obreros de la [RDA=alemania-oriental] escuchaban la radio a escondidas.
De [Yugoslavia=yugoslavia] salieron siete países y muchos más pasaportes.
[Macedonia del Norte=MK] espera a [Bulgaria=BG] en la puerta de Europa.
[Bosnia=BA] y [Serbia=RS] discuten por un puente.
[Bosnia y Herzegovina=BA] elige a sus tres presidentes.
[Bosnia-Herzegovina=BA] no olvida el verano de 1995.
[Trinidad y Tobago=TT] compra gas a [Venezuela=VE].
[Antigua y Barbuda=AG] pidió ayuda tras el huracán.
[San Cristóbal y Nieves=KN] vende pasaportes a millonarios.
[Santo Tomé y Príncipe=ST] votó el domingo en calma.
[San Vicente y las Granadinas=VC] evacúa a ocho mil vecinos por el volcán.
[Timor Oriental=TL] recibe al papa con flores.
[Papúa Nueva Guinea=PG] cuenta los muertos del alud.
[Arabia Saudí=SA] sube el precio del barril y [Catar=QA] lo baja.
[Arabia Saudita=SA] ejecuta a doce personas en un día.
[Qatar=QA] acoge otra ronda de negociaciones.
[Nueva Zelanda=NZ] perdió ante [Sudáfrica=ZA] por un punto.
[Nueva Zelandia=NZ] y [Australia=AU] cierran sus puertos.
El [Vaticano=VA] guarda silencio sobre el obispo.
La [Santa Sede=VA] nombró nuncio en [Cuba=CU].
[Taiwán=TW] rechaza la oferta de Pekín.
[Hong Kong=HK] aprueba la ley de seguridad.
Los bancos de [Macao=MO] y de las [Islas Caimán=KY] callan.
[Puerto Rico=PR] vuelve a la oscuridad.
En [Groenlandia=GL] se habla de minas y de perros.
Las [Islas Feroe=FO] golearon a [Malta=MT].
[Gibraltar=GI] y [España=ES] abren la verja.
[Kosovo=XK] celebra sus quince años sin [Serbia=RS].
[Palestina=PS] pide entrar en la ONU como Estado.
[Esuatini=SZ] es el último reino absoluto de África.
La vieja [Suazilandia=SZ] cambió de nombre por decreto.
[Cabo Verde=CV] jugará su primer Mundial.
[Sierra Leona=SL], [Liberia=LR] y [Guinea=GN] vacunan a la vez.
[Níger=NE] rompe con [Francia=FR] y [Nigeria=NG] cierra la frontera.
[Mali=ML] y [Burkina Faso=BF] salen de la alianza.
[Malí=ML] expulsa a los cascos azules.
[Irak=IQ] e [Irán=IR] intercambian restos de soldados.
[Iraq=IQ] juzga a un sargento por la matanza.
[Afganistán=AF], [Tayikistán=TJ], [Uzbekistán=UZ], [Turkmenistán=TM] e [Irán=IR] comparten el río.
[Kazajstán=KZ] vende uranio a [China=CN], y [Kirguizistán=KG], oro.
[Moldavia=MD] y [Rumanía=RO] hablan la misma lengua.
[Rumania=RO] entra en Schengen por tierra.
[Bielorrusia=BY] libera a doce presos; [Lituania=LT] los acoge.
[Letonia=LV], [Estonia=EE] y [Lituania=LT] se desenchufan de [Rusia=RU].
[Islandia=IS] reabre el balneario y [Noruega=NO] cierra el suyo.
[Andorra=AD], [Mónaco=MC], [San Marino=SM] y [Liechtenstein=LI] pactan con la UE.
[Luxemburgo=LU], [Bélgica=BE] y los [Países Bajos=NL] se reúnen el jueves.
Un juez de la ciudad de Luxemburgo archivó la causa.
[Singapur=SG] multa a quien mastique chicle.
[Filipinas=PH] acusa a un guardacostas de embestir su barco.
Las [Filipinas=PH] y [Vietnam=VN] firman un pacto naval.
[Camboya=KH] y [Tailandia=TH] canjean prisioneros.
[Laos=LA] construye otra presa en el Mekong.
[Mongolia=MN] perdió dos millones de cabezas de ganado.
[Nepal=NP] y [Bután=BT] se quedan sin glaciares.
[Maldivas=MV] y [Sri Lanka=LK] buscan turistas rusos.
[Bangladés=BD] juzga a la exprimera ministra en ausencia.
[Bangladesh=BD] cose la ropa que vestimos.
[Etiopía=ET] y [Eritrea=ER] vuelven a mover tropas.
[Yibuti=DJ] alquila su costa a cinco ejércitos.
[Tanzania=TZ], [Zambia=ZM] y [Mozambique=MZ] reciben un crédito.
[Zimbabue=ZW] cambia de moneda por sexta vez.
[Namibia=NA] sacrificará elefantes por la sequía.
[Botsuana=BW] encuentra un diamante como un puño.
[Lesoto=LS] vende su agua a [Sudáfrica=ZA].
[Madagascar=MG] y las [Comoras=KM] cuentan los daños del ciclón.
[Mauritania=MR] devuelve a los migrantes al desierto.
[Marruecos=MA] y [Argelia=DZ] siguen sin hablarse.
[Túnez=TN] encarcela a otro candidato.
[Libia=LY] tiene dos gobiernos y ningún presupuesto.
[Egipto=EG] abre el paso de Rafah y [Jordania=JO] manda camiones.
[Siria=SY] estrena bandera y [Turquía=TR] se felicita.
[Baréin=BH] y [Kuwait=KW] normalizan sus vuelos.
[Armenia=AM] y [Azerbaiyán=AZ] delimitan su frontera.
[Chipre=CY] y [Grecia=GR] reparten el gas.
[Croacia=HR] se mide a [Albania=AL] sin su capitán.
[Montenegro=ME] quiere ser el próximo en entrar.
[Eslovenia=SI] y [Hungría=HU] cierran el grupo.
[Polonia=PL] blinda su frontera y [Finlandia=FI] la suya.
[Suecia=SE] entra en la OTAN y [Dinamarca=DK] aplaude.
[Irlanda=IE] se queda con los impuestos de la manzana.
[Austria=AT] vota y [Suiza=CH] calla.
[Haití=HT] sin presidente y la [República Dominicana=DO] con un muro.
[República Dominicana=DO] deporta a mil personas al día.
[Jamaica=JM] corre más que nadie.
[Bahamas=BS], [Barbados=BB] y [Belice=BZ] piden reparaciones.
[Guyana=GY] perfora y [Surinam=SR] espera.
[El Salvador=SV] inaugura otra cárcel; [Honduras=HN] copia el plano.
[Nicaragua=NI] confisca la universidad de los jesuitas.
[Costa Rica=CR] y [Panamá=PA] coordinan los autobuses de migrantes.
[Guatemala=GT] elige fiscal general entre seis nombres.
[Bolivia=BO] se queda sin dólares y sin diésel.
[Chile=CL] cede ante [Colombia=CO] con un gol en propia puerta.
[Cuba=CU], a oscuras; [Venezuela=VE], a tientas.
[ESPAÑA=ES] RECIBE EN BADAJOZ
[RUSIA=RU] CORTA EL GAS A [MOLDAVIA=MD]
[CHINA=CN] Y [JAPÓN=JP] REABREN EL DIÁLOGO PESQUERO
LA GUERRA DE [UCRANIA=UA] ENTRA EN SU QUINTO INVIERNO
[EE UU=US] BAJA LOS TIPOS
[México=MX] 2, [Ecuador=EC] 2.
[Italia=IT]-[Noruega=NO], 1-4.
[Brasil=BR] 0-3 [Argentina=AR]: la noche del Maracaná.
Grupo C: [Marruecos=MA], Escocia, [Haití=HT] y [Brasil=BR].
La frontera [Colombia=CO]-[Venezuela=VE] amanece cerrada.
El eje [Rusia=RU]-[Irán=IR]-[Corea del Norte=KP] preocupa en Bruselas.
El duelo [España=ES]–[Portugal=PT] acabó sin goles.
El [Estado de Israel=IL] no reconoce al tribunal.
El [Reino de España=ES] recurrirá el laudo.
La [Federación Rusa=RU] veta la resolución.
La [República Islámica de Irán=IR] niega el ataque.
La [República Popular China=CN] celebra su aniversario.
La [República Árabe Siria=SY] retira la demanda.
La [República Bolivariana de Venezuela=VE] rechaza el informe.
El [Estado Plurinacional de Bolivia=BO] nacionaliza el litio.
Los [Estados Unidos Mexicanos=MX] son una república federal.
El ministro de Exteriores de [Granada=GD] habló en nombre del Caribe.
El primer ministro de [Dominica=DM] perdió a su madre.
El Gobierno de [Santa Lucía=LC] decretó dos días de luto.
El presidente de [Georgia=GE] vetó la ley de agentes extranjeros.
[Georgia=GE] y [Armenia=AM] reabren el tren entre Tiflis y Ereván.
La ministra de Finanzas de [Mauricio=MU] dimitió por carta.
[mexico=MX] y [peru=PE] juegan hoy sin publico
La alcaldesa de Granada inauguró la Feria del Libro.
El gobernador de Georgia, Brian Kemp, aprobó la ley en Atlanta.
Los jurados de Atlanta, en el estado de Georgia, absolvieron al policía.
En la Ciudad de México llovió granizo durante dos horas.
Vive en México DF desde niño y no piensa irse.
El Estado de México y Puebla suspenden las clases.
Nuevo México autoriza el aborto y Texas lo persigue.
La Universidad de Panamá convoca oposiciones.
El canal de Panamá limita el paso de buques.
El golfo de México se llama como se llama.
El Banco Central de Chile mantuvo los tipos.
La calle Argentina permanecerá cortada hasta el jueves.
La plaza de España de Sevilla cobrará entrada.
El barrio Perú, en la periferia, se queda sin autobús.
La Copa América y la Vuelta a España coinciden en julio.
La Casa de España en Nueva York cumple un siglo.
Israel Gutiérrez pidió la palabra. «No me callarán», dijo Israel.
El torero Israel Lancho reaparece en Olivenza.
La cantante Chenoa y su hija India Salas cenaron juntas.
Kenia Os cantó en Monterrey ante veinte mil personas.
El jugador Michael Jordan vendió su parte.
Paul Chad, abogado, presentó el recurso.
El periodista Óscar Guinea no acudió a la vista.
Jordania Vargas, de 24 años, ganó la plaza de bombera.
Don Francisco Cuba, maestro de Alcoy, murió ayer.
La jueza Marta Portugal archivó el caso.
El doctor Portugal operó hasta la madrugada.
Irán a juicio los tres concejales del PP.
Irán seis representantes de cada barrio a la reunión.
Los vecinos irán al pleno el martes.
Un jarrón de la [China=CN] de los Ming se rompió en la mudanza.
Tomó un café turco y una ensaladilla rusa.
El mar Báltico, el mar de China y el océano Índico se calientan.
El lago Chad ha perdido nueve décimas partes de su agua.
El río Níger se desbordó en Bamako, capital de [Malí=ML].
El río Paraguay y el río Uruguay bajan turbios.
La playa de Cuba Libre abrirá en junio.
El bar Suiza cierra después de noventa años.
El cine Brasil proyectará la copia restaurada.
El hotel Inglaterra y el hotel Francia pertenecen al mismo dueño.
La avenida República Argentina estrena carril bici.
El estadio Centenario vibró con [Uruguay=UY].
El Athletic y el Celta empataron en Balaídos.
La editorial Anagrama publica «La India que conocí».
El perro de raza San Bernardo halló a los montañeros.
Los montes de [Turquía=TR] y de Toledo no se parecen.
El «Viva España» sonó dos veces en la plaza.
Radio Nacional de España entrevistó al ministro.
Telefónica de España recurrirá la multa.
El Banco de España rebaja dos décimas su previsión.
El Real Club Deportivo España ganó en su campo.
El Deportivo Guatemala descendió a la segunda categoría.
El yate apareció en [Mónaco=MC] sin tripulación.
Viajó por [Marruecos=MA], [Túnez=TN] y el [Sáhara Occidental=EH] con una mochila.
En [Guatemala=GT] capital no hay agua; en Quetzaltenango, sí.
Los cónsules de [Ecuador=EC] y del [Perú=PE] en [Panamá=PA] se dieron la mano.
Washington y Moscú hablan; [Ucrania=UA] espera.
Londres acusa a [Rusia=RU] del ataque a su embajada en [Turkmenistán=TM].
El norte de [Irlanda=IE] y Escocia sufrieron la borrasca.
Irlanda del Norte y Gales votarán en mayo.
Inglaterra perdió con [Senegal=SN] en un amistoso.
Nueva Guinea es la segunda isla del mundo.
Ciudad del Cabo se quedó sin agua en 2018.
[Sudán del Sur=SS] y [Sudán=SD] reparten el petróleo.
La [República Centroafricana=CF] contrata mercenarios.
La [República del Congo=CG] y [Angola=AO] firman en Cabinda.
[Guinea Ecuatorial=GQ] y [Gabón=GA] litigan por tres islotes.
[Vanuatu=VU], [Fiyi=FJ], [Tonga=TO] y [Samoa=WS] piden auxilio.
[Kiribati=KI], [Tuvalu=TV], [Nauru=NR] y [Palaos=PW] se hunden.
Las [Islas Salomón=SB] y las [Islas Marshall=MH] votan con [Taiwán=TW].
[Micronesia=FM] tiene más islas que policías.
[Brunéi=BN] y [Malasia=MY] se disputan un arrecife.
[Indonesia=ID] traslada su capital a la selva.
"""
