"""More words that commands are made of in other languages, from calling on a machine to asking for silence.

The parts beside those of ``tongues``: ``hail`` (a note to, dear), ``machine`` (whatever reads and isn't a person),
``hush`` (don't mention, keep secret), ``itself`` (this note), ``flaws`` (drawbacks, rivals), ``say`` (state that) and
``best`` (what is to be stated); ``reads`` (reading this page), ``ended`` and ``approve`` (the review is over).
"""

SPACED: dict[str, dict[str, str]] = {
    "de": {
        "hail": "hinweis|hinweise|nachricht|mitteilung|anweisung|anmerkung|achtung|liebe|lieber|liebes|sehr geehrte*|hallo"
        "|an alle|an die|an das|aufforderung|notiz|bitte an|wenn du|falls du|wenn sie|falls sie|systemnachricht|botschaft",
        "machine": "ki|kis|sprachmodell*|chatbot*|llm*|assistent*|assistenz*|bewertungssystem*|modell|modelle|agent|agenten"
        "|zusammenfass*|automatisch*|automatisiert*|maschinell*|gutachter*|jury|juror*|prufer*|bot|bots",
        "hush": "schweigen|verschweigen|wegzulassen|nicht zu erwahnen|verschweig*|erwahne nicht*|erwahnen sie|erwahne|erwahnt|lass unerwahnt|sag niemand*|verrate nicht*"
        "|behandle* vertraulich|verschweigen sie|nenne keine*|nennen sie keine*|lass* weg|lassen sie|zitiere nicht*"
        "|gib nicht|geben sie nicht|halte* geheim|unterschlag*|ubergeh*|behalte* fur dich",
        "itself": "diesen absatz|diesen hinweis|diese nachricht|diesen text|diese anweisung|diese notiz|diesen satz"
        "|diese bitte|diese zeile|diese mitteilung|diesem hinweis|dieser nachricht|diesen kommentar|diese vorgabe",
        "flaws": "kritik*|mangel*|nachteil*|schwach*|konkurren*|mitbewerb*|negativ*|fehler*|preis*|problem*|einschrank*",
        "say": "schreib*|behaupte*|erklar*|stell* fest|nenne es|bezeichn*|sag|sage|sagen sie|antworte*|urteil*|bestatig*"
        "|kurt*|setz*|betrachte*|behandel*|behandle*|gib|geben sie|gebt",
        "best": "best*|erste*|sieger*|gewinn*|testsieger*|uberlegen*|hervorragend*|einwandfrei*|fehlerlos*|konkurrenzlos*"
        "|gepruft*|bestatigt*|hochst*|maximal*|volle|empfehlenswert*|empfehlung|makellos*|verifiziert*",
        "rate": "bewertet|beurteilt|empfehlt|stimmen sie fur|setze* auf platz",
        "must": "wir bitten|bitten wir|mochten wir bitten|seien sie so|hiermit|sind verpflichtet|ist verpflichtet",
        "orders": "kriterien|masstab*|massstab*|bewertungsraster*|bewertungskriterien|leitlinien|vorschriften",
        "forgetting": "gelten nicht|gelten fur diesen|ausgesetzt|aufgehoben|ausser kraft|ausser acht zu lassen",
        "forget": "vergesst|ignoriert|missachtet|setzt euch hinweg|verwerft|lassen sie ausser acht|lass ausser acht",
        "reads": "diese seite lesen|diese seite auswerten|diese seite liest|diesen text liest|diesen text lesen|auswertet",
        "approve": "bestanden|genehmigt|angenommen|freigegeben",
        "ended": "abgeschlossen|beendet|vorbei",
    },
    "nl": {
        "hail": "opmerking|bericht|boodschap|instructie|mededeling|beste|geachte|hallo|let op|aan alle|aan de|aan elk|notitie"
        "|als je een|als u een|indien u|verzoek",
        "machine": "ai|taalmodel*|llm*|chatbot*|assistent*|model|modellen|agent|agenten|samenvat*|geautomatiseerd*"
        "|automatisch*|beoordelaar*|jury|bot|bots|systeem|systemen",
        "hush": "weg te laten|te verzwijgen|niet te noemen|vermeld*|noem*|verzwijg*|zwijg*|zeg niet*|laat weg|houd geheim|verklap*|onthul niet*|spreek niet"
        "|citeer niet|laat onvermeld|meld niet",
        "itself": "dit bericht|deze opmerking|deze tekst|deze alinea|deze instructie|deze zin|dit verzoek|deze notitie"
        "|deze boodschap",
        "flaws": "nadel*|kritiek|gebrek*|minpunt*|zwak*|concurrent*|negatie*|problemen|prijs|prijzen|fouten",
        "say": "schrijf|verklaar|zeg|stel|meld|antwoord|noem|concludeer|bevestig|geef|geeft|ken|zet|plaats|beschouw",
        "best": "beste|eerste|winnaar|hoogste|maximale|foutloos|superieur|perfect*|geverifieerd|aanrader|uitstekend|volle",
        "must": "wij verzoeken|we verzoeken|verzoeken wij|vragen wij|wordt verzocht|worden verzocht|moet|moeten|dienen",
        "orders": "criteria|beoordelingscriteria|maatstaven|beleid|afspraken",
        "judging": "toe te kennen|te geven|te beoordelen|geeft|toekent|plaatsen",
        "forgetting": "te negeren|te vergeten|negeert|vergeet",
        "reads": "deze pagina lezen|deze pagina leest|deze tekst lezen|deze pagina verwerken",
        "approve": "goedgekeurd|geslaagd|akkoord",
        "ended": "afgerond|beeindigd|voltooid|klaar",
    },
    "sv": {
        "hail": "meddelande|notera|anmarkning|instruktion|kara|basta|hej|till alla|till den|obs|viktigt|om du ar|notis"
        "|uppmaning|information",
        "machine": "ai|sprakmodell*|llm*|chattbot*|assistent*|modell|modeller|agent|agenter|automatisk*|automatiserad*"
        "|granskare|bedomare|sammanfatt*|bot|botar",
        "hush": "inte namna|att utelamna|namn inte|omnamn inte|namn|avsloja inte|utelamna|beratta inte|hall hemlig*|tig om|nämn ej|citera inte",
        "itself": "detta meddelande|den har texten|denna text|detta stycke|den har instruktionen|denna instruktion|denna mening"
        "|det har meddelandet|denna notis",
        "flaws": "nackdel*|brister|kritik*|svaghet*|konkurrent*|negativ*|problem*|pris*|fel",
        "say": "skriv|saga|sag|pasta|forklara|svara|uppge|ange|satt|placera|betrakta|bekrafta|kalla|ge|ger",
        "best": "basta|bast|forsta|vinnare*|hogsta|felfri*|overlagsen*|perfekt*|verifierad*|maximal*|full*",
        "address": "som|om du ar|kara|obs|du ar",
        "ai": "ai|sprakmodell*|llm*|assistent*|granskare|bedomare",
        "must": "maste|ska|skall|vi ber|ber vi|vanligen|var god|bor",
        "judging": "ge|rosta|betygsatta|tilldela|rekommendera|bedoma",
        "forgetting": "ignorera|glomma|bortse",
        "orders": "kriterier*|krav|instruktion*",
        "play": "du ar nu|fran och med nu|lat som|agera som",
        "reveal": "visa|avsloja|upprepa|skriv ut",
        "secret": "systemprompt*|systeminstruktion*|hemliga instruktioner",
        "reads": "laser denna sida|laser den har sidan|laser texten",
        "approve": "godkand*|godkant",
        "ended": "avslutad|klar|slutford",
    },
    "da": {
        "hail": "besked|bemaerkning|note|kaere|kjaere|hej|hei|til alle|melding|merknad|hvis du er|instruks|beskjed",
        "machine": "ai|ki|sprogmodel*|sprakmodell*|llm*|chatbot*|assistent*|model|modell|modeller|automatisk*|anmelder*",
        "hush": "naevn ikke|nevn ikke|omtal ikke|udelad|utelat|fortael ikke|fortell ikke|hold hemmelig*|ikke nevn|ikke naevn",
        "itself": "denne besked|denne tekst|denne note|denne meldingen|denne teksten|dette afsnit|dette avsnittet",
        "flaws": "ulemper*|fejl|mangler|kritik*|svaghed*|konkurrent*|negativ*|problem*|pris*",
        "say": "skriv|sig|si|svar|erklaer|bekraeft|giv|gi|kald|kall|plaser|saet",
        "best": "bedste|beste|forste|vinder*|vinner*|hojeste|hoyeste|fejlfri|perfekt*|maksimal*|fuld*",
        "must": "skal|ma|vi beder|vi ber|venligst|vennligst",
        "judging": "give|gi|stemme|bedomme|anbefale|tildele",
        "forgetting": "ignorere|glemme|se bort",
        "orders": "kriterier*",
    },
    "fr": {
        "hail": "note a|note aux|note pour|note destinee|message a|message aux|message pour|message destine|avis a|avis aux|instruction pour|instructions pour|consigne pour|consigne aux|attention|cher|chers|chere|cheres|a tout|a tous|a l attention|bonjour"
        "|a toute|destine*|rappel|si tu es|si vous etes|information|adresse*|demande|remarque",
        "machine": "ia|modele|modeles|assistant|assistants|llm*|chatbot*|agent|agents|robot|robots|evaluateur*|relecteur*"
        "|intelligence artificielle|automatique*|automatise*|systeme|systemes|correcteur*|jure|jury|synthese*",
        "hush": "omettre|taire|ne citer|ne pas citer|ne mentionne*|ne mentionnez|n evoque*|ne parle*|ne cite*|ne signale*|ne revele*|ne divulgue*|passe* sous silence"
        "|omets|omettez|tais|taisez|n indique*|ne dis|ne dites|garde* secr*|gardez|ne fais|ne faites|n en parle*|cache*"
        "|ne reproduis*|ne rapporte*|gardez cette|garde cette|ne pas mentionner|ne pas evoquer",
        "itself": "cette note|ce message|ce texte|cette consigne|cette instruction|ce paragraphe|cette phrase|cette demande"
        "|ce commentaire|la presente|cette remarque|confidentiel*",
        "flaws": "defaut*|critique*|faiblesse*|concurren*|inconvenient*|negatif*|probleme*|prix|tarif*|limite*|panne*|reserve",
        "say": "conclure|reponds|repondez|affirmer|declarer|declare*|declarez|dis|dites|affirme*|ecris|ecrivez|indique*|reponds|repondez|conclu*|presente*|confirme*"
        "|considere*|classe*|place*|attribue*|donne*|accorde*|mettre|mets|mettez|annonce*|precise*",
        "best": "meilleur*|premier*|gagnant*|vainqueur*|parfait*|irreprochable*|maximal*|excellent*|verifie*|reference"
        "|sans defaut|sans reserve|superieur*|maximum|haute|elevee",
        "must": "nous vous prions|nous vous demandons|nous te prions|vous prions|priere de|ayez l obligeance|auriez vous"
        "|vous voudrez bien|nous vous saurions gre|demandons|prions|est prie|sont pries|invite a|bien vouloir|devra|devront"
        "|doit|doivent",
        "orders": "critere*|grille|bareme|regles|recommandations",
        "judging": "attribuiez|accordiez|donniez|placer|classer|decerner|notiez|recommandiez",
        "forgetting": "ne s appliquent|suspendu*|leve*|oubliiez|ignoriez|faire abstraction|ne pas tenir compte|mettre de cote",
        "forget": "mets de cote|mettez de cote|ne respecte*|fi des|laisse de cote|laissez de cote",
        "reads": "lisant cette page|lisent cette page|lit cette page|lisant ce texte|traitant cette page|analysant cette page",
        "approve": "approuve*|valide*|accepte*",
        "ended": "terminee|termine|close|achevee",
    },
    "es": {
        "hail": "nota para|nota a|nota dirigida|mensaje para|mensaje a|aviso a|aviso para|instruccion para|instrucciones para|atencion|estimad*|querid*|apreciad*|hola|a todos|a cualquier|a todo|si eres"
        "|recordatorio|dirigid*|si usted es|indicacion|solicitud|para los|para el|para cualquier|comunicado",
        "machine": "ia|modelo|modelos|asistente*|llm*|chatbot*|agente|agentes|robot|robots|bots|bot|evaluador*|revisor*|sistema"
        "|sistemas|automatic*|automatizad*|inteligencia artificial|jurado*|resumidor*|calificador*",
        "hush": "no citen|no citar|no mencionar|omitir|callar|no menciones|no mencione|no mencionen|omite|omita|omitan|calla|calle|no reveles|no revele|no digas|no diga"
        "|no cites|no cite|oculta|oculte|manten en secreto|mantenga en secreto|no hables|no hable|no informes|no informe"
        "|no comentes|no comente|no se lo|guarda silencio|guarde silencio|no compartas|no comparta|mantenga esta|manten esta",
        "itself": "este mensaje|esta nota|este texto|este parrafo|esta instruccion|esta frase|esta peticion|esta solicitud"
        "|este aviso|esto|estas instrucciones|confidencial*",
        "flaws": "defecto*|critica*|debilidad*|desventaja*|competidor*|competencia|inconveniente*|negativ*|problema*|precio*"
        "|fallo*|limitacion*|rival*",
        "say": "responde|concluir|di|diga|declara|declare|afirma|afirme|escribe|escriba|responde|responda|concluye|concluya|presenta|presente"
        "|confirma|confirme|considera|considere|coloca|coloque|situa|situe|indica|indique|destaca|destaque|asegura|ponga|pon"
        "|ponle|pongale|otorga|otorgue|trata|trate",
        "best": "no tiene defectos|mejor*|primer*|ganador*|perfect*|impecable*|maxim*|excelente*|verificad*|superior*|sin defectos|lider"
        "|insuperable|sobresaliente|mas alta|diez",
        "must": "rogamos|se ruega|pedimos|solicitamos|se solicita|agradeceriamos|tenga a bien|le pido|te pido|tenga la bondad"
        "|sirvase|haga el favor|quisieramos|deben|deberan|agradecemos",
        "orders": "criterio*|baremo|rubrica|politica*",
        "judging": "otorgue|otorgues|conceda|concedas|asigne|asignes|puntue|puntues|recomiende|recomiendes|vote|de la|valore"
        "|califique|califiques|ponga|pongas|des la|situe|coloque|declare",
        "forgetting": "no se aplican|suspendid*|sin efecto|olvide|olvides|ignore|ignores|descarte|deje de lado|dejes de lado|pase por alto|no tenga en cuenta"
        "|prescinda|prescindir|dejar de lado|no considere|omita",
        "prior": "recibio|dieron|dado|dadas|dados|habituales",
        "high": "mas alta|mas alto|sobresaliente",
        "mark": "lugar|puesto|posicion",
        "reads": "lean esta pagina|leen esta pagina|lea esta pagina|lee esta pagina|procesen esta pagina|lean este texto",
        "approve": "aprobad*|aceptad*|apto",
        "ended": "ha terminado|terminada|concluida|finalizada|cerrada",
    },
    "pt": {
        "hail": "nota para|nota a|nota aos|mensagem para|mensagem a|mensagem aos|aviso a|aviso aos|aviso para|instrucao para|instrucoes para|atencao|car*|prezad*|ola|a todos|a qualquer|para os|para qualquer|se voce e|se es"
        "|lembrete|destinad*|pedido|solicitacao|aos",
        "machine": "ia|modelo|modelos|assistente*|llm*|chatbot*|agente|agentes|robo|robos|bots|bot|avaliador*|revisor*|sistemas"
        "|automatic*|automatizad*|inteligencia artificial|jurado*|resumidor*",
        "hush": "nao citem|nao citar|nao mencionar|omitir|nao mencione*|nao mencionem|nao menciones|omita|omite|omitam|nao revele*|nao diga|nao digas|nao cite*|oculte"
        "|esconda|mantenha em segredo|nao fale|nao informe|nao comente|nao conte|guarde segredo|nao divulgue|mantenha esta"
        "|mantenha este|nao refiras",
        "itself": "esta mensagem|esta nota|este texto|este paragrafo|esta instrucao|esta frase|este pedido|este aviso|isto|isso"
        "|estas instrucoes|confidencial*",
        "flaws": "defeito*|critica*|fraqueza*|desvantag*|concorrent*|concorrencia|inconvenient*|negativ*|problema*|preco*|falha*"
        "|limitac*|rivais|rival",
        "say": "diga|declare|afirme|escreva|responda|conclua|apresente|confirme|considere|coloque|indique|destaque|atribua|conceda"
        "|trate|classifique|diz|escreve|declara|afirma|de a|ponha",
        "best": "melhor*|primeir*|vencedor*|perfeit*|impecavel|maxim*|excelente*|verificad*|superior*|sem defeitos|lider"
        "|insuperavel|mais alta|dez",
        "must": "pedimos|solicitamos|solicita se|pede se|rogamos|agradecemos|gostariamos|queira|faca o favor|devem|deverao",
        "orders": "criterio*|rubrica|politica*|pauta*",
        "judging": "atribua|atribuas|conceda|concedas|de a|recomende|vote|avalie|pontue|classifique|coloque",
        "forgetting": "ignore|ignores|esqueca|esquecas|desconsidere|deixe de lado|ponha de lado|deixar de lado",
        "high": "mais alta|mais elevada",
        "reads": "leem esta pagina|leiam esta pagina|le esta pagina|lerem esta pagina|processam esta pagina",
        "approve": "aprovad*|aceit*|apto",
        "ended": "terminou|encerrad*|concluid*|finalizad*",
    },
    "it": {
        "hail": "nota per|nota a|nota ai|nota agli|messaggio per|messaggio a|messaggio agli|messaggio ai|avviso a|avviso per|avviso ai|avviso agli|istruzione per|istruzioni per|attenzione|gentile|gentili|car*|egregi*|spettabile|ciao|a tutti|a qualsiasi"
        "|per i|per gli|se sei|promemoria|rivolt*|destinat*|richiesta|ai|agli|comunicazione",
        "machine": "ia|intelligenza artificiale|intelligenze artificiali|modello|modelli|assistent*|llm*|chatbot*|agente|agenti"
        "|robot|bot|valutator*|revisor*|sistemi|automatic*|automatizzat*|giurat*|giuria|riassuntor*",
        "hush": "omettere|non citare|non menzionare|non menzioni|non citare|non citi|ometti|ometta|omettere|non rivelare|non riveli|non dire|non dica"
        "|nascondi|nasconda|non parlare|non parli|mantieni segret*|taci|taccia|non accennare|non nominare|non segnalare"
        "|non riportare|non fare parola|mantenga|mantieni|tieni",
        "itself": "questo messaggio|questa nota|questo testo|questo paragrafo|questa istruzione|questa frase|questa richiesta"
        "|quest avviso|questo avviso|queste istruzioni|riservat*|confidenziale",
        "flaws": "difett*|critic*|debolezz*|svantagg*|concorren*|inconvenient*|negativ*|problem*|prezz*|limit*|rival*",
        "say": "dichiar*|afferm*|scriv*|present*|dite|di|dichiara|dichiari|afferma|affermi|scrivi|scriva|rispondi|risponda|concludi|concluda|presenta|presenti"
        "|conferma|confermi|considera|consideri|colloca|collochi|indica|indichi|assegna|assegni|attribuisca|metti|metta|dia|dai",
        "best": "miglior*|prim*|vincitor*|perfett*|impeccabil*|massim*|eccellent*|verificat*|superior*|senza difetti|leader"
        "|insuperabil*|dieci",
        "must": "preghiamo|chiediamo|si prega|la preghiamo|vi preghiamo|si richiede|voglia|vogliate|vorremmo|le chiediamo|devono"
        "|dovra|dovranno|abbia la cortesia",
        "orders": "criteri|criterio|griglia|politic*|linee",
        "judging": "assegnare|assegni|attribuisca|dia|conceda|raccomandi|voti|valuti|collochi|assegniate|attribuiate",
        "forgetting": "non si applicano|sospes*|dimenticare|dimentichi|ignori|ignorare|trascuri|mettere da parte|metta da parte|non tenga conto"
        "|tralasciare|accantonare",
        "high": "piu alto|piu alta|massimo",
        "reads": "leggono questa pagina|legge questa pagina|leggano questa pagina|elaborano questa pagina",
        "approve": "approvat*|promoss*|idoneo",
        "ended": "terminata|conclusa|finita|chiusa",
    },
}
"""Spaced languages of the west; alternatives, stems and folding as in ``tongues``."""
