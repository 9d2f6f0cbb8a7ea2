"""Closed classes of Spanish words: what can't be a name, and what stands before one."""

import re

from reader.core.entities import normalize_name

WORD = re.compile(r"[^\W_]+(?:[.'’·][^\W_]+)*")
"""A word; what an apostrophe or a dot joins is one ("D'Alema", "EE.UU")."""

PARTICLES = frozenset(
    "de del la las los el y e i da do dos das di du van von der den ter bin ben al la le d".split()
)
"""Words in lower case that may stand inside a name."""

FUNCTION_WORDS = frozenset(
    """
    a al algo alguien algún alguna algunas alguno algunos allá allí ambas ambos ante antes apenas
    aquel aquella aquellas aquello aquellos aquí así asimismo asímismo aun aún aunque ayer bajo bien
    cabe cada casi cierta ciertas cierto ciertos como cómo con conforme conque consiguientemente
    contra cual cuál cuales cuáles cualquier cualquiera cuan cuán cuando cuándo cuanta cuántas
    cuanto cuánto cuantos cuántos cuya cuyas cuyo cuyos de debido del demás dentro desde después
    detrás dicha dichas dicho dichos donde dónde dos durante e el él ella ellas ello ellos empero en
    encima enfrente entonces entre era eran es esa esas ese eso esos esta está están estas este esto
    estos etcétera excepto fue fueron fuera gracias ha había habían haber hace hacia han hasta hay
    he hoy igual igualmente incluso inclusive jamás junto la las le les lo los luego mañana mas más
    me mediante menos mi mí mía mías mientras mío míos mis misma mismas mismo mismos mucha muchas
    mucho muchos muy nada nadie ni ningún ninguna ninguno no nos nosotras nosotros nuestra nuestras
    nuestro nuestros nunca o obstante ocho os otra otras otro otros para pero poca pocas poco pocos
    por porque primero pronto pues puesto que qué quien quién quienes quiénes quizá quizás salvo se
    sea segundo según seis ser será si sí sido siempre siete sin sino so sobre sois solo sólo son
    soy su sus suya suyas suyo suyos tal tales también tampoco tan tanta tantas tanto tantos te
    tercero tras tres través tu tú tus tuya tuyo u última últimas último últimos un una unas uno
    unos usted ustedes varias varios vosotras vosotros vuestra vuestro y ya yo acaso acerca además
    adelante adentro afuera ahí ahora alrededor anoche anteayer anteriormente antaño aparte arriba
    abajo atrás bastante cerca cinco claro cuatro diez nueve cien mil delante demasiado deprisa
    despacio encima enseguida excepto finalmente frente hogaño lejos mal mejor peor menos mientras
    nuevamente ojalá paralelamente pese posteriormente precisamente previamente próximamente
    recientemente respecto sigue siguiente simultáneamente sino sobremanera tarde temprano todavía
    todo toda todos todas total tras únicamente vale verdad vez ahora bueno buenos buenas bien vaya
    eh ah oh ay hola adiós aquí allí era éramos fuese fuera siendo sido tiene tienen tenía hubo
    habrá puede pueden podría debe deben dijo dice dicen añadió explicó señaló afirmó indicó
    redacción agencias corresponsal corresponsales enviado enviada enviados
    """.split()
)
"""Words that open sentences and name nobody, in lower case; also for an article's authors."""

TIME_WORDS = frozenset(
    """
    lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio
    agosto septiembre setiembre octubre noviembre diciembre primavera verano otoño invierno navidad
    """.split()
)

HONORIFICS = frozenset(
    """
    señor señora señores señorita sr sra srta sres don doña d dª dña fray sor padre monseñor rey
    reina príncipe princesa duque duquesa conde condesa marqués marquesa infanta infante emperador
    emperatriz zar sultán emir jeque papa san santa santo
    """.split()
)
"""What is said of a person so often that it may be taken for a part of the name."""

SAINTS = frozenset("san santa santo sor".split())
"""Those that a place's name may begin with."""

ROLES = frozenset(
    """
    cardenal obispo arzobispo ayatolá imán presidente presidenta expresidente expresidenta
    vicepresidente vicepresidenta exvicepresidente ministro ministra exministro exministra
    viceministro viceministra canciller excanciller secretario secretaria subsecretario
    subsecretaria gobernador gobernadora exgobernador alcalde alcaldesa exalcalde exalcaldesa edil
    concejal concejala diputado diputada exdiputado senador senadora exsenador eurodiputado
    eurodiputada portavoz líder jefe jefa director directora consejero consejera conseller
    consellera lehendakari delegado delegada embajador embajadora cónsul teniente coronel comandante
    capitán capitana sargento almirante mariscal brigadier subcomandante comisario comisaria
    inspector inspectora juez jueza magistrado magistrada fiscal abogado abogada doctor doctora dr
    dra profesor profesora prof ingeniero licenciado licenciada lic rector rectora decano decana
    mandatario mandataria dictador caudillo entrenador entrenadora técnico seleccionador delantero
    centrocampista portero árbitro futbolista tenista ciclista piloto actor actriz cantante escritor
    escritora poeta periodista general
    """.split()
)
"""Roles that stand before a person's name and are no part of it."""

TITLES = HONORIFICS | ROLES
"""What stands before a person's name, in lower case and without dots."""

GOVERNMENTS = frozenset("gobierno ejecutivo administración presidencia gabinete".split())
"""What stands before a state's name, with a capital or not, and is no part of it."""

FORCES = frozenset("ejército armada marina selección".split())
"""What of a state is said with its name behind, that names two."""

ROLE_TAILS = frozenset("general superior mayor primero primera adjunto adjunta jefe".split())
"""Words behind a role that belong to it."""

MINISTERS = re.compile(
    r"\b(?:ex|vice)*(?:ministr[oa]s?|carteras?|conseller(?:[oa]s?|s)?)"
    r"(?:\s(?!\w+(?:ó|aba|aron|ieron|ará|erá|irá)\b)[a-záéíóúñü]+){0,2}\s(?:de|del)\s$",
    re.IGNORECASE,
)
"""What stands before a portfolio that a minister holds ("ministra italiana de Defensa")."""

OFFICIALS = re.compile(
    r"\b(?:ex|vice|sub)*(?:ministr[oa]s?|consejer[oa]s?|conseller(?:[oa]s?|s)?|concejal[as]*|"
    r"secretari[oa]s?(?:\sde\sEstado)?|titular(?:es)?|director(?:a|es|as)?|delegad[oa]s?|"
    r"jef[ea]s?|portavo(?:z|ces)|comisari[oa]s?|áreas?)"
    r"(?:\s[a-záéíóúñü]+){0,2}\s(?:de|del|para)(?:\s(?:la|las|los|el))?\s$",
    re.IGNORECASE,
)
"""What may stand before a portfolio, or before an organization that somebody works for."""

PORTFOLIOS = frozenset(
    """
    administración administraciones agricultura agua alimentación ambiente asuntos bienestar
    ciencia ciudadanía comercio competitividad comunicación comunicaciones consumo cooperación
    crédito cultura defensa deporte deportes desarrollo digital económicos economía educación
    empleo energía exterior exteriores familia finanzas fomento ganadería gobernación hacienda
    igualdad inclusión industria información infraestructura infraestructuras iniciativas
    innovación interior inversiones investigación juventud justicia laborales medio migraciones
    minas minería movilidad mujer natural naturales obras parlamentarias patrimonio pesca petróleo
    planificación política política portavoz presidencia presupuesto producción pública públicas
    públicos recursos relaciones salud sanidad seguridad servicios social sociales sostenible
    tecnología tecnologías territorial trabajo transición transporte transportes turismo
    universidad universidades urbanismo vivienda histórico
    """.split()
)
"""Words that portfolios are named after, in lower case."""

ORGANIZATION_WORDS = frozenset(
    """
    airlines airways air aerolíneas bank banco group grupo holding holdings corporation corp inc
    ltd llc plc gmbh ag company compañía industries industrias motors motor systems technologies
    solutions partners capital investments securities insurance seguros telecom press times post
    university universidad college institute instituto foundation fundación association asociación
    federación confederación sindicato partido party club fútbol football united fc cf cd ud
    entertainment records pictures studios media networks energy oil petroleum gas pharmaceuticals
    consulting logistics shipping steel foods brothers bros hermanos
    """.split()
)
"""Words that make a name an organization's, as a part of it in any language of the press."""

ORGANIZATION_HEADS = frozenset(
    """
    aceites alimentos almacenes ambulancias arroces asfaltos astilleros autobuses autocares
    autotransportes bodegas calzados cementos cervezas comercial confecciones conservas
    construcciones constructora cooperativa curtidos deportivo destilerías distribuciones ediciones
    editorial electricidad embutidos empresas estudios excavaciones exportaciones farmacéutica
    ferretería fertilizantes frigoríficos frutas galletas gestiones harinas importaciones
    industrias ingeniería inmobiliaria inversiones inversora laboratorios lácteos lanificios
    licores maderas mármoles metalúrgica minera muebles naviera navieras obras papelera pesquera
    pesquerías pinturas plásticos promociones reciclajes refinería seguros
    siderúrgica soluciones supermercados talleres textiles transportes universidade universitat
    viajes viñedos vinos
    """.split()
)
"""Words that a company's name of several begins with: "Talleres Beltrán", "Minera del Norte"."""

NO_NAMES = frozenset(
    """
    ADN ADSL ARN BUP CD COVID DNI DVD EBAU EGB EPOC ERE ERES ERTE ESO EVAU FP GPS IBEX
    IPC IRPF ITV IVA LED NIE NIF OPA PCR PIB PSA QR RCP SIDA SIM SMS SUV TAC TDT
    USB UTC UVI VIH WIFI
    """.split()
)
"""Acronyms of things, not of anybody or anywhere."""

MEXICAN_STATES = (
    "Ags|BC|BCS|Camp|Chih|Chis|Coah|Col|Dgo|Gro|Gto|Hgo|Jal|Méx|Mex|Mich|Mor|Nay|NL|Oax|Pue|Qro|"
    "Q. Roo|Sin|Son|Tab|Tamps|Tlax|Ver|Yuc|Zac"
)
"""How Mexico's papers shorten its states, as alternatives of a pattern."""

_QUOTES = tuple("\"'“”‘’«»")

_VERB_ENDINGS = ("ó", "aron", "ieron", "ando", "iendo", "aban", "ían", "ará", "arán", "irá")
"""Endings that verbs have and hardly any name."""

GIVEN_NAMES = frozenset(
    normalize_name(word)
    for word in """
    aaron abel abraham abril ada adam adán adela adolfo adrián adriana agustín aitor alan alba
    albert alberto alejandra alejandro alex alexander alexandra alexei alexis alfonso alfred alfredo
    alicia almudena álvaro amadeo amalia amanda amparo ana anastasia anatoli andrea andreas andrei
    andrés andrew ángela angela ángeles anna anne anthony antoni antonia antonio araceli ariel
    armando arnaldo arnold arthur artur arturo asier aurelio aurora barack bartolomé beatriz begoña
    benedicto benito benjamín bernard bernardo berta bill bob boris brian bruno camilo camila carla
    carles carlo carlos carmelo carme carmen carolina catalina cecilia celia césar charles chris
    christian christine christopher clara claude claudia claudio concha cristian cristina cristóbal
    dan daniel daniela darío david dennis diana diego dieter dilma dmitri domingo donald dolores
    edgar edgardo edmundo eduard eduardo edward efraín elena elías elisa elizabeth eloísa elvira
    emil emilia emiliano emilio emma emmanuel enric enrique eric ernest ernesto esperanza esteban
    estela esther eugenia eugenio eva evaristo evo fabián fabio fátima federico felipe félix ferran
    fermín fernanda fernando fidel françois francesc francesco francisca francisco franz frank fred
    frederic gabriel gabriela gaspar george georges gerald gerardo gerhard germán gilberto giovanni
    giuseppe gloria gonzalo gregorio guillermo gustavo hans harold harry héctor helena helmut henri
    henry herman hernán hillary hugo humberto ian ignacio ignasi igor imanol inés inmaculada íñigo
    irene iris isaac isabel isidro ismael iván ivan ivonne jack jacinto jacob jacques jaime james
    jane jason javier jean jeffrey jennifer jeremy jerónimo jesús jim jimmy joan joaquim joaquín
    joaquin joe joel john johan johann jon jonathan jordi jorge josé josefa josefina joseph josep
    josu juan juana juanjo jules julia julián juliana julieta julio karl karen karla katherine keiko
    kevin kim kofi konstantin laura laurent lázaro leandro leonardo leonel leopoldo leticia lidia
    liliana lionel lluís lorenzo louis lucas lucía luciano luis luisa luiz lula macarena magdalena
    manuel manuela marc marcela marcelino marcelo marco marcos margaret margarita maría mariana
    mariano maribel marie mario mark marta martha martí martín martin mateo matías matilde matthew
    mauricio maximiliano máximo mercè michael michel michelle miguel mijaíl mijail mike miquel
    miriam mohamed mohammed moisés mónica montserrat muhammad nadia narcís natalia néstor nicolas
    nicolás nikolai noelia norberto norma núria nuria octavio olga omar óscar oscar osvaldo oriol
    orlando otto pablo paco paloma pamela pascual patricia patricio patrick patxi pau paul paula
    pedro pep pepe pere peter philip philippe pierre pilar rafael raimon ramiro ramón raquel raúl
    rebeca reinaldo renata renato ricard ricardo richard rigoberto robert roberta roberto rocío
    rodolfo rodrigo roger rogelio rolando román romina ronald rosa rosalía rosario roxana rubén
    rudolf samuel sandra santi sara sebastián serge sergei sergey serguéi sergi sergio
    silvia silvio simón sofía soledad sonia soraya stephen steve steven susan susana tamara tatiana
    teófilo teresa thomas tim tom tomás tony ursula valentín valentina valeri vanessa vicent vicente
    víctor vicky victoria vladimir vladímir volodimir walter wilfredo william willy wilson winston
    xabier xavier ximena yasir yolanda yuri zacarías
    """.split()
)
"""Folded given names of the press in Spanish that are no usual place's or organization's name."""

GENERIC_HEADS = frozenset(
    normalize_name(word)
    for word in """
    academia administración agencia alianza alto asamblea asociación autoridad ayuntamiento banco
    bloque brigada cadena caja cámara carrera centro círculo club colegio comando comisaría comisión
    comité compañía comunidad concejalía confederación congreso consejería consejo consorcio corte
    cortes cruz cuerpo defensoría delegación departamento diario dirección ejército el empresa
    escuela estado facultad federación festival fiscalía foro frente fuerza fuerzas fundación
    gobierno gran grupo guardia hospital iglesia instituto junta juzgado la las liga los mesa
    ministerio movimiento museo nueva nuevo oficina organización organizaciones palacio parlamento
    partido patronato plataforma policía presidencia real red registro san santa secretaría senado
    servicio sindicato sistema sociedad sub teatro televisión tribunal unidad unión universidad
    """.split()
)
"""Folded words that so many organizations' names begin with that they name none."""

INSTITUTION_HEADS = GENERIC_HEADS - frozenset(
    """
    alto caja carrera centro circulo bloque cadena cruz departamento direccion el empresa estado
    fuerza fuerzas gobierno gran grupo iglesia la las liga los mesa nueva nuevo organizaciones
    palacio presidencia real red san santa servicio sistema sub teatro union unidad
    """.split()
)
"""Those that stand for the one institution of an article whose name begins so."""

SEATED = frozenset(
    """
    archivo audiencia ayuntamiento cabildo colegio comisaria conservatorio consulado diputacion
    escuela facultad fiscalia hospital instituto juzgado museo observatorio tribunal universidad
    """.split()
)
"""Folded words that institutions' names begin with whose seat is a part of them."""

COURTESIES = frozenset("don doña señor señora señorita sr sra srta".split())
"""What a name is addressed with and never has for its own."""

CLUB_WORDS = frozenset("real club fc cf cd ud sd ca rc rcd ac afc sc cb bc futbol de".split())
"""Folded words that a club's everyday name goes without."""

HYPOCORISTICS = {
    normalize_name(short): normalize_name(full)
    for full, _, shorts in (
        row.partition(":")
        for row in """
        alberto:beto;alejandro:álex,jandro;alfonso:poncho;ana:anita;antonio:toño,toni,antón;
        beatriz:bea;carlos:carlitos;carmen:menchu,carmela;catalina:cata;concepción:concha,conchita;
        consuelo:chelo;cristina:cris,tina;daniel:dani;dolores:lola,loli;eduardo:edu,lalo;
        encarnación:encarna;enrique:quique,kike;ernesto:neto;federico:fede;fernando:nando;
        francisca:paca,paqui;francisco:paco,pancho,curro,kiko,quico,fran,paquito;gabriel:gabi;
        gonzalo:gonza;graciela:chela;gregorio:goyo;guadalupe:lupe,lupita;guillermo:guille,memo;
        ignacio:nacho;inmaculada:inma;isabel:isa,chabela;javier:javi;jesús:chus,chuy;
        joaquín:quino,ximo;jorge:coque;josé:pepe,pepito,chepe;josefa:pepa;juan:juanito,juancho;
        leonardo:leo;lorenzo:lencho;luis:lucho;magdalena:magda;manuel:manolo,manu,lolo;
        manuela:manoli;margarita:márgara;maría:mari,marisa,maruja;mercedes:merche,meche;
        miguel:miguelito;montserrat:montse;natalia:nati;nicolás:nico;pablo:pablito;patricia:paty;
        pedro:perico;pilar:pili;rafael:rafa;ramón:moncho,monchi;ricardo:richi;roberto:beto;
        rosario:charo;salvador:chava;santiago:santi,chago;sebastián:sebas;sergio:checo;
        socorro:coco;soledad:sole;susana:susi;teresa:tere;tomás:tomy;vicente:chente;
        victoria:vicky;yolanda:yoli
        """.replace("\n", "")
        .replace(" ", "")
        .split(";")
    )
    for short in shorts.split(",")
}
"""Folded pet names of Spanish given names, and what they are short for."""

SENTENCE_END = ".!?…:;\n"
OPENING = "\"'“‘«„([{¿¡-–—·•* \t\u00a0\u202f"


def is_capitalized(word: str) -> bool:
    """Return whether a word starts as names do: with a capital, or with a digit and a capital."""
    return word[:1].isupper() or (word[:1].isdigit() and any(c.isupper() for c in word))


def is_function_word(word: str) -> bool:
    """Return whether a word, whatever its capitals, names nobody and nothing."""
    low = word.casefold()
    if low in FUNCTION_WORDS or low in TIME_WORDS:
        return True
    return low.endswith("mente") and len(low) > 8


def is_opener(word: str) -> bool:
    """Return whether a word at the start of a sentence is no name: a function word or a verb."""
    return is_function_word(word) or word.endswith(_VERB_ENDINGS)


def opens_sentence(text: str, start: int) -> bool:
    """Return whether nothing of its sentence stands before `start`, so that a capital is due."""
    position = start - 1
    while position >= 0 and text[position] in OPENING:
        position -= 1
    return position < 0 or text[position] in SENTENCE_END


def is_quoted(text: str, start: int, end: int) -> bool:
    """Return whether quotes enclose just this: a ship, a newspaper, a nickname of that name."""
    return start > 0 and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES
