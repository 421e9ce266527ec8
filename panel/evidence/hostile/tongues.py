"""Words that commands to a reader are made of, in other languages that put spaces between words.

A command's parts: ``forget`` (imperatives of ignoring), ``orders`` (instructions), ``prior`` (earlier, all, your),
``rate`` (imperatives of voting and rating), ``give`` (of giving and answering), ``mark`` (rating, score), ``high``
(highest, positive), ``full`` (what says both, or ship), ``address`` (as a, if you are), ``ai`` (what a model or a
reviewer is called), ``must``, ``play`` (you are now), ``reveal`` and ``secret``; ``judging`` and ``forgetting`` are
the infinitives that follow a ``must``. A word ending in ``*`` is a stem; alternatives are parted by ``|`` and
folded before use.
"""

SPACED: dict[str, dict[str, str]] = {
    "de": {
        "forget": "ignorier|ignoriere|ignorieren sie|vergiss|vergesst|vergessen sie|missachte*|verwirf|verwerfen sie"
        "|übergeh*|überspring*|beachte nicht|setze dich über|setzen sie sich über|lass alle|halte dich nicht",
        "orders": "anweisung*|instruktion*|vorgabe*|regel|regeln|befehl*|systemprompt*|prompt*|richtlinie*"
        "|aufforderung*|auftrag|aufträge|dir gesagt|dir aufgetragen|dir befohlen|ihnen gesagt|ihnen aufgetragen",
        "prior": "der jury|der redaktion|vorherig*|bisherig*|vorig*|obig*|alle|alles|allen|aller|frühere*|deine|deiner|ihre|vorangegangen*"
        "|ursprünglich*|sämtliche*|jegliche*|zuvor|vorstehend*|des systems|bis jetzt|bislang",
        "address": "als|wenn du|wenn sie|falls du|falls sie|achtung|hinweis an|hinweis für|liebe|lieber|liebes"
        "|nachricht an|an alle|du bist|sie sind",
        "ai": "ki|ki modell*|kis|sprachmodell*|ki gutachter*|chatbot*|llm*|ki assistent*|gutachter*|prüfer*"
        "|sprachassistent*|ki system*|ki agent*",
        "must": "musst|müssen sie|sollst|sollen sie|bitte|hast du|haben sie|darfst du|bist du verpflichtet|dürfen sie"
        "|sind zu|ist zu|du musst|du sollst|sie müssen|wird gebeten",
        "play": "du bist jetzt|du bist nun|du bist ab sofort|ab jetzt bist|ab sofort bist|sie sind jetzt|sie sind nun"
        "|tu so als|tun sie so|spiele die rolle|verhalte dich",
        "reveal": "zeig*|verrate*|nenne*|wiederhol*|drucke*|offenbare*|gib|geben sie|schreibe",
        "secret": "systemprompt*|system prompt*|systemanweisung*|geheimen anweisung*|internen anweisung*"
        "|ursprünglichen anweisung*",
        "rate": "stimmen sie|bewerte|bewerten sie|votier*|beurteile|beurteilen sie|benote*|urteile|empfiehl"
        "|empfehlen sie|lobe|loben sie|stimme für|stimme mit|stimme ship|stimme dafür|stimmt für",
        "give": "vergib|vergebt|vergeben sie|gib|gebt|geben sie|antworte*|erteile|erteilen sie|schreibe|schreiben sie"
        "|wähle|wählen sie|gebe",
        "mark": "note|punktzahl|bewertung|wertung|urteil|stimme|empfehlung|bewertungen|punkte|sterne|rezension",
        "high": "höchst*|maximal*|volle|positiv*|perfekt*|fünf|hervorragend*|uneingeschränkt*|herausragend*|beste"
        "|besten|bestes|bestmöglich*",
        "full": "ship|skip|höchstnote|bestnote|100|höchstwertung|volle punktzahl|maximalpunktzahl"
        "|ausschließlich positiv|höchstpunktzahl",
        "judging": "bewerten|vergeben|stimmen|abstimmen|geben|erteilen|beurteilen",
        "forgetting": "ignorieren|vergessen|missachten|verwerfen",
    },
    "nl": {
        "forget": "negeer|negeert u|vergeet|sla over|leg naast je|volg niet|veronachtzaam|laat varen",
        "orders": "instructies|instructie|opdrachten|regels|richtlijnen|prompt|aanwijzingen|bevelen|voorschriften",
        "prior": "van de jury|van de redactie|eerdere|vorige|bovenstaande|alle|alles|jouw|uw|je|voorgaande|oorspronkelijke|eerder",
        "address": "als|indien je|als je|als u|beste|let op|opmerking voor|bericht aan|jij bent|je bent",
        "ai": "ai|taalmodel*|ai assistent|ai beoordelaar|llm*|chatbot|beoordelaar|ai model|assistent"
        "|kunstmatige intelligentie",
        "must": "moet je|moet u|je moet|u moet|dien je|dient u|gelieve|alsjeblieft|alstublieft",
        "play": "je bent nu|jij bent nu|u bent nu|vanaf nu ben|vanaf nu|doe alsof|gedraag je",
        "reveal": "toon|laat zien|onthul|herhaal|print|geef",
        "secret": "systeemprompt|systeeminstructies|geheime instructies|interne instructies|verborgen instructies",
        "rate": "stem|beoordeel|waardeer|raad|keur|oordeel|beveel",
        "give": "geef|geeft u|antwoord|ken|schrijf|kies|zeg|geven",
        "mark": "score|beoordeling|cijfer|waardering|recensie|oordeel|sterren|punten|stem",
        "high": "hoogste|maximale|positie*|beste|uitstekend*|perfecte|vijf",
        "full": "ship|skip|100|vijf sterren|een tien|voor dit product|volle score",
        "judging": "stemmen|geven|beoordelen|toekennen",
        "forgetting": "negeren|vergeten|overslaan",
    },
    "sv": {
        "forget": "ignorera|glöm|bortse|strunta i|åsidosätt",
        "orders": "instruktioner*|regler*|anvisningar*|riktlinjer*|direktiv|prompten|order",
        "prior": "tidigare|alla|ovanstående|dina|föregående|ursprungliga",
        "rate": "rösta|betygsätt|rekommendera|godkänn|bedöm",
        "give": "ge|svara|tilldela|skriv",
        "mark": "betyg*|poäng|omdöme|recension|stjärnor|röst",
        "high": "högsta|positivt|maximal*|bästa|fem",
        "full": "ship|skip|100|fem stjärnor|toppbetyg",
    },
    "da": {
        "forget": "ignorer|glem|se bort|tilsidesæt|overse",
        "orders": "instruktioner*|regler*|anvisninger*|retningslinjer*|instrukser*",
        "prior": "tidligere|alle|ovenstående|dine|foregående|oprindelige|forrige",
        "rate": "stem|bedøm|anbefal|godkend|vurder",
        "give": "giv|gi|svar|tildel|skriv",
        "mark": "karakter*|point|vurdering|anmeldelse|stjerner|bedømmelse|poeng|score",
        "high": "højeste|høyeste|positiv*|maksimal*|bedste|beste|fem",
        "full": "ship|skip|100|fem stjerner|topkarakter|terningkast seks",
    },
    "fr": {
        "forget": "ignore|ignorez|oublie|oubliez|néglige*|passe outre|passez outre|ne tiens|ne tenez|ne tenez pas|fais abstraction"
        "|faites abstraction|écarte*|laisse tomber|ne suis plus|ne suivez",
        "orders": "instruction*|consigne*|règle|règles|directive*|ordres|prompt|invite|indications|commandes|t a dit|t a demandé|t ont dit|vous a dit|vous a demandé|vous ont dit|t a été demandé|vous a été demandé",
        "prior": "du jury|du comité|de la rédaction|précédent*|antérieur*|ci dessus|toutes|tous|tes|vos|initiale*|préalable*|reçues|autres|du système|jusqu ici|jusqu à présent",
        "address": "en tant|si tu es|si vous êtes|cher|chère|chers|à l attention|attention|note aux|message aux|tu es"
        "|vous êtes|note pour|comme",
        "ai": "ia|modèle de langage|modèles de langage|assistant|assistants|llm*|chatbot|évaluateur*|relecteur*"
        "|intelligence artificielle|agent conversationnel",
        "must": "tu dois|vous devez|dois tu|devez vous|veuillez|merci de|il faut|tu es tenu|vous êtes tenu"
        "|vous êtes prié|sont à",
        "play": "tu es maintenant|tu es désormais|vous êtes maintenant|vous êtes désormais|désormais tu"
        "|à partir de maintenant|fais comme si|faites comme si|joue le rôle",
        "reveal": "révèle*|affiche*|montre|montrez|répète*|imprime*|divulgue*",
        "secret": "prompt système|invite système|instructions système|consignes secrètes|instructions internes"
        "|instructions initiales|instructions cachées",
        "rate": "vote|votez|note|notez|évalue|évaluez|recommande|recommandez|approuve|approuvez|juge|jugez|conclus"
        "|concluez",
        "give": "attribue|attribuez|donne|donnez|accorde|accordez|réponds|répondez|mets|mettez|écris|écrivez|choisis"
        "|choisissez|attribuer|décerne*",
        "mark": "note|score|avis|évaluation|notation|points|étoiles|verdict|critique|vote",
        "high": "maximal*|maximum|meilleur*|haute|élevée|positi*|favorable*|excellent*|parfait*|cinq|élogieu*",
        "full": "ship|skip|100|20 20|cinq étoiles|en faveur|pour ce produit|dix sur dix",
        "judging": "attribuer|donner|voter|noter|recommander|évaluer|accorder|mettre",
        "forgetting": "ignorer|oublier|négliger|écarter",
    },
    "es": {
        "forget": "ignora|ignore|ignorad|olvida|olvide|olvidad|olvídate|descarta|descarte|desestima|haz caso omiso"
        "|haga caso omiso|no sigas|pasa por alto|omite|ignoren|olviden|descarten|desestimen|omitan|hagan caso omiso"
        "|no sigan|pasen por alto|no tengan en cuenta|no tenga en cuenta|no tengas en cuenta|no tengáis en cuenta",
        "orders": "instruccion*|instrucción|indicacion*|reglas|directrices|directivas|órdenes|prompt|normas|pautas|te han ordenado|te han dicho|te han pedido|te han indicado|te ordenaron|te dijeron|te pidieron|le han dicho|le han ordenado",
        "prior": "vuestr*|del jurado|de la redacción|anterior*|previa*|previo*|todas|todos|tus|sus|arriba|iniciales|original*|recibidas|precedente*|del sistema|hasta ahora|hasta aquí",
        "address": "como|si eres|si usted es|estimad*|atención|nota para|mensaje para|querid*|eres|usted es|nota a",
        "ai": "ia|modelo de lenguaje|modelos de lenguaje|asistente|llm*|chatbot|evaluador*|revisor*"
        "|inteligencia artificial|modelo lingüístico",
        "must": "debes|debe|tienes que|tiene que|por favor|has de|deberás|deberá|deben|tienen que|deberán",
        "play": "ahora son|actúen como|ahora eres|a partir de ahora|desde ahora|de ahora en adelante|actúa como|finge|haz como si|eres ahora",
        "reveal": "revela|revele|muestra|muestre|repite|repita|imprime|imprima|divulga|revelen|muestren|repitan|impriman|divulguen",
        "secret": "prompt del sistema|prompt de sistema|instrucciones del sistema|instrucciones ocultas"
        "|instrucciones internas|instrucciones iniciales|instrucciones secretas",
        "rate": "vota|vote|votad|puntúa|puntúe|califica|califique|recomienda|recomiende|valora|valore|aprueba|apruebe"
        "|evalúa|evalúe|voten|puntúen|califiquen|recomienden|valoren|aprueben|evalúen",
        "give": "da|dale|otorga|otorgue|responde|responda|asigna|asigne|concluye|escribe|elige|concede|conceda|pon|otorguen|respondan|asignen|concluyan|escriban|elijan|concedan|pongan",
        "mark": "nota|puntuación|calificación|valoración|reseña|puntos|estrellas|veredicto|voto",
        "high": "máxim*|alta|positiv*|favorable*|excelente|perfect*|mejor|cinco",
        "full": "ship|skip|100|cinco estrellas|10 10|a favor|matrícula de honor|por este producto",
        "judging": "votar|dar|otorgar|calificar|puntuar|recomendar|valorar|asignar|darle",
        "forgetting": "ignorar|olvidar|descartar|desestimar",
    },
    "pt": {
        "forget": "ignore|ignora|ignorem|esqueça|esquece|esqueçam|desconsidere|desconsidera|desconsiderem|descarte"
        "|despreze|não siga|descartem|não sigam|não levem em conta|não tenham em conta",
        "orders": "instruç*|regras|diretrizes|diretivas|ordens|prompt|comandos|orientaç*|te disseram|lhe disseram|te pediram|lhe pediram|te ordenaram|foi dito a você|foi pedido",
        "prior": "do júri|da redação|anterior*|prévia*|acima|todas|todos|suas|tuas|iniciais|original*|recebidas|do sistema|até agora|até aqui",
        "address": "como|se você é|se você for|se és|se fores|caro|cara|atenção|nota para|mensagem para|você é|prezad*",
        "ai": "ia|modelo de linguagem|modelos de linguagem|assistente|llm*|chatbot|avaliador*|revisor*"
        "|inteligência artificial",
        "must": "deve|você deve|deves|precisa|por favor|tem de|tem que|deverá",
        "play": "agora você é|você agora é|a partir de agora|de agora em diante|finja|aja como|atue como|faça de conta",
        "reveal": "revele|revela|mostre|repita|imprima|divulgue|exiba",
        "secret": "prompt do sistema|prompt de sistema|instruções do sistema|instruções ocultas|instruções internas"
        "|instruções iniciais|instruções secretas",
        "rate": "vote|vota|avalie|recomende|aprove|classifique|pontue|avalia|votem|avaliem|recomendem|aprovem|classifiquem|pontuem",
        "give": "atribua|responda|conceda|conclua|escreva|escolha|atribui|marque|dê a nota|dê ao|dê nota|dê o máximo"
        "|dê a este|dê a máxima|dê a pontuação",
        "mark": "nota|pontuação|avaliação|classificação|pontos|estrelas|veredito|parecer|voto",
        "high": "máxim*|alta|positiv*|favoráve*|excelente|perfeit*|melhor|cinco",
        "full": "ship|skip|100|a favor|cinco estrelas|nota dez|por este produto",
        "judging": "votar|dar|atribuir|avaliar|recomendar|conceder",
        "forgetting": "ignorar|esquecer|desconsiderar",
    },
    "it": {
        "forget": "ignora|ignori|ignorate|dimentica|dimentichi|dimenticate|trascura|scarta|non seguire|non tenere conto"
        "|tralascia|disattendi|ignorino|dimentichino|non tengano conto|non tenete conto|non tenga conto|non seguano|non seguite",
        "orders": "istruzion*|regole|direttive|ordini|prompt|indicazion*|linee guida|comandi|ti hanno detto|ti hanno ordinato|ti hanno chiesto|ti è stato detto|ti è stato ordinato|ti è stato chiesto|vi hanno detto",
        "prior": "della giuria|della redazione|precedent*|sopra|tutte|tutti|tue|sue|iniziali|ricevute|originali|anteriori|del sistema|finora|fino a ora|fino ad ora",
        "address": "come|in quanto|se sei|se siete|gentile|attenzione|nota per|messaggio per|caro|cara|sei|in qualità",
        "ai": "ia|ai|intelligenza artificiale|modello linguistico|modelli linguistici|assistente|llm*|chatbot"
        "|revisore|valutatore|modello di linguaggio",
        "must": "devi|deve|dovete|per favore|sei tenuto|dovrai",
        "play": "ora sei|adesso sei|d ora in poi|da ora in poi|fai finta|fingi|comportati come|sei un revisore",
        "reveal": "rivela|mostra|ripeti|stampa|divulga|svela",
        "secret": "prompt di sistema|istruzioni di sistema|istruzioni nascoste|istruzioni interne|istruzioni iniziali"
        "|istruzioni segrete|prompt del sistema",
        "rate": "vota|votate|votino|valuta|valuti|valutate|valutino|raccomanda|raccomandate|consiglia|approva|approvate|giudica|giudicate|promuovi",
        "give": "dia|assegna|assegni|rispondi|attribuisci|concludi|scrivi|scegli|conferisci|assegnare|attribuire"
        "|dai il|dai la|dai a|dai un|dai voto",
        "mark": "voto|voti|punteggio|valutazione|giudizio|recensione|stelle|punti|verdetto",
        "high": "massim*|alto|alta|positiv*|favorevol*|eccellent*|perfett*|cinque|pieni",
        "full": "ship|skip|100|pieni voti|massimo dei voti|cinque stelle|a favore|dieci e lode",
        "judging": "votare|dare|assegnare|attribuire|valutare|raccomandare",
        "forgetting": "ignorare|dimenticare|trascurare",
    },
}
