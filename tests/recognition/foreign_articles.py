"""Articles in other languages than Spanish, written for the tests: a paragraph a line."""

from textwrap import dedent

_WRAPPED = {
    "en": """
        Trade talks between Spain and Morocco resume in Brussels

        Officials from Spain and Morocco met in Brussels on Monday to restart talks on
        fishing rights in the Atlantic. The European Commission said both sides had agreed
        to meet again in October.

        "We are not there yet, but the mood has changed," said Margaret Holloway, the former
        British diplomat who leads the mediation team. Asked whether Morocco would accept
        inspectors from the United Nations, she declined to comment.

        Holloway, who spent six years in Rabat, is respected by both governments. However,
        critics in Madrid say that the deal favours large companies such as Iberfish and
        Atlantic Foods over small boats from Galicia and Andalusia.

        Most of the catch is landed in Vigo. Reading the draft, fishermen there found few
        reasons to celebrate. The Wall Street Journal reported that Germany and France
        support the agreement. Nice words, said one captain, but they do not pay for fuel.
    """,
    "fr": """
        Le maire de Nantes présente son plan pour les transports

        La maire de Nantes, Hélène Aubertin, a présenté mardi un plan de deux milliards
        d'euros pour les transports publics. Selon elle, la ville doit réduire de moitié la
        circulation automobile avant 2035.

        « Nous avons choisi le tramway », a déclaré Mme Aubertin devant le conseil
        municipal. L'opposition, menée par Julien Castagnac, du Mouvement citoyen, estime
        que le projet est trop cher. Plusieurs élus des Pays de la Loire ont demandé l'aide
        de l'État.

        La Banque européenne d'investissement pourrait financer une partie des travaux. Des
        experts venus d'Allemagne, d'Espagne et du Portugal ont participé à l'étude. Tours
        et Nice ont déjà pris des mesures semblables, mais Paris reste le modèle, a rappelé
        Castagnac.
    """,
    "de": """
        Gewerkschaft ruft zum Streik an den Häfen auf

        Die Gewerkschaft Verdi hat die Beschäftigten der Häfen in Hamburg und Bremerhaven
        für Donnerstag zum Streik aufgerufen. Verhandlungsführerin Katrin Osterwald sprach
        von einer letzten Warnung an die Arbeitgeber.

        Nach Angaben des Senats könnten mehr als hundert Schiffe betroffen sein.
        Bürgermeister Jens Lindhorst bot an, zwischen den Parteien zu vermitteln. Die
        Hamburger Hafengesellschaft erklärte, das Angebot liege weit über der Inflation.

        Auch in Spanien und in den Niederlanden gibt es Streit über die Löhne. Osterwald
        sagte, die Kolleginnen und Kollegen in Rotterdam und Valencia hätten ihre
        Unterstützung zugesagt.
    """,
    "pt": """
        Governo português anuncia novo plano para a habitação

        O primeiro-ministro português anunciou em Lisboa um plano de habitação que prevê a
        construção de vinte mil casas até ao final da década. A ministra Teresa Vasconcelos
        Faria explicou que as obras começam no Porto e em Setúbal.

        Segundo a Associação de Inquilinos, o plano chega tarde. "Há famílias que não
        conseguem esperar", disse o presidente da associação, Rui Canavilhas. A Comissão
        Europeia aprovou o financiamento, e o Banco de Portugal pediu prudência.

        No Brasil, o programa foi comparado com o que o governo lançou em São Paulo.
        Canavilhas respondeu que as situações não são iguais.
    """,
    "ca": """
        El Parlament aprova la llei de barris amb els vots del Govern

        El Parlament de Catalunya ha aprovat aquest dimecres la llei de barris amb els vots
        del Govern i d'un grup de l'oposició. La consellera Mireia Puigdefàbregas ha dit que
        la norma permetrà renovar vint municipis abans que acabi la legislatura.

        L'alcalde de Badalona, Oriol Casademunt, ha demanat que els diners arribin aviat.
        «Fa deu anys que esperem», ha recordat. A Lleida i a Girona els ajuntaments ja tenen
        projectes a punt. L'Associació de Veïns ha celebrat l'acord, però vol més detalls.
    """,
    "gl": """
        A Xunta presenta o plan contra os incendios

        A conselleira do Medio Rural, Sabela Outeiriño, presentou onte en Ourense o plan
        contra os incendios forestais, que contará con tres mil efectivos. Segundo a Xunta,
        a prioridade son os concellos da Costa da Morte e do Xurés.

        O alcalde de Muros, Brais Lestón, pediu máis medios para as brigadas. «Cada verán
        pasamos medo», dixo. A Universidade de Vigo colaborará co seguimento por satélite, e
        Portugal enviará dous avións.
    """,
    "it": """
        Il sindaco di Bologna incontra i lavoratori

        Il sindaco di Bologna, Paolo Ferrandini, ha incontrato ieri i lavoratori della
        Meccanica Reno, che rischia la chiusura. Secondo il sindacato, la proprietà ha già
        deciso di spostare la produzione in Polonia.

        «Faremo tutto il possibile», ha detto Ferrandini dopo la riunione. Il ministro dello
        Sviluppo ha convocato le parti a Roma per giovedì. Anche la Regione Emilia-Romagna
        ha chiesto chiarimenti, e da Bruxelles è arrivata una richiesta di informazioni.
    """,
    "eu": """
        Jaurlaritzak etxebizitza plana aurkeztu du

        Eusko Jaurlaritzak etxebizitza plan berria aurkeztu du gaur goizean Gasteizen.
        Nekane Arrizabalo sailburuak azaldu duenez, lau mila etxe eraikiko dituzte hurrengo
        bost urteetan, batez ere Bilbon eta Donostian.

        Oposizioak zalantzak agertu ditu. Iker Zumalabe legebiltzarkideak esan du planak ez
        duela nahikoa diru. Espainiako Gobernuak ere parte hartuko du finantzaketan.
    """,
}

ARTICLES = {
    language: "\n".join(p.replace("\n", " ") for p in dedent(text).strip().split("\n\n"))
    for language, text in _WRAPPED.items()
}
"""By the code of their language (ISO 639)."""
