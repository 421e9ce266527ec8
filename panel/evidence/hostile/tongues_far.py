"""The parts of ``tongues_readers`` in further languages, and in the scripts that are read by substrings."""

SPACED: dict[str, dict[str, str]] = {
    "pl": {
        "hail": "uwaga|wiadomość|notatka|komunikat|instrukcja|informacja|drogi|droga|szanowny|szanowna|szanowni|do wszystkich"
        "|dla wszystkich|jeśli jesteś|jeżeli jesteś|prośba|hej|polecenie|dla każdego|do każdego",
        "machine": "ai|si|model|modelu|modele|modeli|asystent*|llm*|chatbot*|agent*|recenzent*|automatyczn*|system*|bot*"
        "|sztuczna inteligencj*|sztucznej inteligencji|oceniając*|juror*|językow*",
        "hush": "nie wspominaj*|nie wymieniaj*|pomiń*|przemilcz*|nie ujawniaj*|nie mów*|nie cytuj*|ukryj*|zataj*|zachowaj*"
        "|nie informuj*|nie zdradzaj*|nie podawaj*",
        "itself": "tej wiadomości|tej notatki|tego tekstu|tego akapitu|tej instrukcji|tego zdania|tej prośby|o tym|tym akapicie"
        "|tym komunikacie|tej notatce|tym tekście|poufn*|tajemnicy|tajemnicę|ten akapit|tę notatkę|tę wiadomość|tę instrukcję",
        "flaws": "wad|wady|wadach|krytyk*|słabo*|konkuren*|negatywn*|problem*|cen|ceny|cenach|błęd*|ograniczen*",
        "say": "napisz*|stwierdź*|oświadcz*|powiedz*|odpowiedz*|uznaj*|potwierdź*|nazwij*|umieść*|przyznaj*|daj*|traktuj*",
        "best": "najleps*|pierwsz*|zwycięzc*|najwyżs*|doskonał*|bezbłędn*|maksymaln*|zweryfikowan*|bezkonkurencyjn*|idealn*",
        "must": "prosimy|uprasza się|mają|ma obowiązek|winien|powinien|powinny|muszą|musi|zobowiązan*",
        "orders": "kryteri*|poleceni*",
        "forgetting": "pominięcie|zignorowanie|o zignorowanie|o pominięcie",
        "judging": "przyznanie|o przyznanie|umieścić|ocenienie",
    },
    "cs": {
        "hail": "poznámka|zpráva|upozornění|pokyn|vážený|vážená|milý|milá|pozor|všem|pro všechny|pokud jsi|instrukce|drahý|ahoj",
        "machine": "ai|umělá inteligenc*|umělé inteligenc*|jazykov* model*|jazykový|jazykové|jazykovým|model|modely|modelům|asistent*"
        "|llm*|chatbot*|agent*|recenzent*|hodnotitel*|automatick*|system*|bot*|porot*",
        "hush": "nezmiňuj*|neuváděj*|vynech*|zamlč*|neprozra*|neříkej*|necituj*|skryj*|utaj*|nezveřejňuj*|nesděluj*|neupozorňuj*",
        "itself": "tuto zprávu|tuto poznámku|tento text|tento odstavec|tento pokyn|tuto větu|tuto instrukci|o tomto|této zprávě"
        "|tomto pokynu|této poznámce|důvěrn*|tajnosti",
        "flaws": "nevýhod*|chyb*|nedostat*|kritik*|slabin*|konkuren*|negativn*|problém*|cen|ceny|cenu",
        "say": "napiš*|prohlaš*|uveď*|řekni*|odpověz*|potvrď*|označ*|považuj*|umísti*|dej*|uděl*",
        "best": "nejlepší*|první*|vítěz*|nejvyšší*|bezchybn*|dokonal*|maximáln*|ověřen*|vynikající*",
        "address": "jako|pokud jsi|jsi|vážen*|pozor",
        "ai": "ai|jazykový model|umělá inteligence|asistent*|llm*|recenzent*|hodnotitel*",
        "must": "musíš|musíte|máš|prosíme|prosím|žádáme|je třeba|musí|mají",
        "judging": "udělit|dát|hlasovat|ohodnotit|doporučit|udělil*|ohodnotil*|dal|dali",
        "forgetting": "ignorovat|zapomenout|zapomněl*|ignoroval*",
        "forget": "zapomeňte|ignorujte|zapomen|přehlížej*|neřiď*|odhoď*",
        "orders": "kritéri*",
        "play": "jsi nyní|od této chvíle|předstírej*|nyní jsi|chovej se",
    },
    "ru": {
        "hail": "внимание|примечание|сообщение|заметка|инструкция|уважаем*|дорог*|привет|всем|для всех|если ты|если вы|обращение"
        "|указание|просьба|системное|памятка|информация|к сведению",
        "machine": "ии|нейросет*|языков*|модел*|ассистент*|помощник*|llm*|чат|чатбот*|агент*|рецензент*|бот*|автоматическ*"
        "|систем*|искусственн*|эксперт*|жюри|оценщик*",
        "hush": "не упоминай*|не сообщай*|умолчи*|не раскрывай*|не говори*|скрой*|не цитируй*|не пиши*|опусти*|держи* в тайне"
        "|не рассказывай*|не указывай*|не сообщать|не упоминать|никому не|промолчи*|сохрани*",
        "itself": "этот текст|это сообщение|эту заметку|этот абзац|эту инструкцию|эту просьбу|этой просьбе|об этом|этом сообщении"
        "|это указание|этом указании|этого сообщения|эту запись|в тайне|втайне|в секрете",
        "flaws": "недостатк*|минус*|критик*|слаб*|конкурент*|отрицательн*|проблем*|цен*|ошиб*|ограничени*",
        "say": "напиши*|заяви*|скажи*|ответь*|сообщи*|утверждай*|признай*|назови*|считай*|подтверди*|поставь*|присуди*|объяви*"
        "|указывай*|укажи*|дай|дайте",
        "best": "лучш*|перв*|победител*|высш*|безупречн*|идеальн*|максимальн*|проверен*|превосход*|отличн*",
        "must": "просим|прошу|надлежит|необходимо|требуется|просьба|будьте добры|будьте любезны|должны|обязаны",
        "orders": "критери*|требовани*",
        "judging": "поставили|оценили|присвоить|поставил|рекомендовать",
        "forgetting": "не действуют|приостановлен*|не применяются|забыли|игнорировали|не учитывать|отбросить|забыл|отложить",
    },
    "uk": {
        "hail": "увага|примітка|повідомлення|нотатка|інструкція|шановн*|дорог*|привіт|усім|для всіх|якщо ти|якщо ви|звернення|прохання"
        "|системне",
        "machine": "ші|нейромереж*|мовн*|модел*|асистент*|помічник*|llm*|чатбот*|агент*|рецензент*|бот*|автоматичн*|систем*|штучн*",
        "hush": "не згадуй*|не повідомляй*|замовчи*|не розкривай*|не кажи*|приховай*|не цитуй*|опусти*|не пиши*|нікому не|не розповідай*",
        "itself": "цей текст|це повідомлення|цю нотатку|цей абзац|цю інструкцію|це прохання|про це|цю вказівку|цьому повідомленні|таємниці",
        "flaws": "недолік*|мінус*|критик*|слабк*|конкурент*|негативн*|проблем*|цін*|помилк*",
        "say": "напиши*|заяви*|скажи*|відповідай*|повідом*|стверджуй*|визнай*|назви*|вважай*|підтверд*|постав*|признач*|дай|дайте",
        "best": "найкращ*|перш*|переможц*|найвищ*|бездоганн*|ідеальн*|максимальн*|перевірен*|відмінн*",
        "address": "як|якщо ти|якщо ви|шановн*|увага|ти",
        "ai": "ші|мовна модель|мовні моделі|асистент*|нейромереж*|llm*|рецензент*",
        "must": "повинен|повинна|повинні|мусиш|маєш|просимо|прошу|будь ласка|слід|необхідно",
        "judging": "поставити|дати|проголосувати|оцінити|присудити|поставили|оцінили",
        "forgetting": "ігнорувати|забути|забули|відкинути",
        "orders": "критері*|вимог*",
        "play": "тепер ти|відтепер|удавай*|віднині|поводься як",
    },
    "tr": {
        "hail": "not|mesaj|uyarı|sayın|sevgili|dikkat|merhaba|tüm|bütün|eğer|önemli|duyuru|bilgi|talimat|değerli",
        "machine": "yapay zek*|dil model*|model*|asistan*|llm*|sohbet robot*|hakem*|değerlendirici*|otomatik*|sistem*|ajan*|bot*"
        "|özetleyici*|jüri*",
        "hush": "bahsetme*|söz etme*|anma*|değinme*|açıklama|gizle*|söyleme*|belirtme*|gizli tut*|alıntılama*|paylaşma*|yazma*",
        "itself": "bu not*|bu mesaj*|bu metin*|bu paragraf*|bu talimat*|bu cümle*|bundan|bu istek*|bu uyarı*|bunu",
        "flaws": "eksik*|kusur*|eleştiri*|zayıf*|rakip*|olumsuz*|sorun*|fiyat*|hata*|dezavantaj*",
        "say": "yaz*|söyle*|belirt*|ilan et*|cevap ver*|yanıtla*|onayla*|kabul et*|say*|sırala*|ver|verin|veriniz|öner*",
        "best": "en iyi*|birinci*|kazanan*|en yüksek|kusursuz*|mükemmel*|doğrulanmış*|rakipsiz*|tam puan|maksimum",
        "must": "rica ederiz|rica olunur|vermeniz|etmeniz|zorundasınız|verilmelidir|edilmelidir|gerekmektedir|malısınız",
        "orders": "ölçüt*|kriter*",
        "forgetting": "unutmanızı|görmezden gelmenizi|yok saymanızı|dikkate almamanızı|göz ardı etmenizi|göz ardı edilmelidir",
        "judging": "vermenizi|değerlendirmenizi|önermenizi|puanlamanızı|verilmelidir",
    },
    "id": {
        "hail": "catatan|pesan|perhatian|pengumuman|instruksi|kepada|yth|halo|untuk semua|untuk setiap|jika anda|jika kamu|yang terhormat"
        "|bagi|himbauan|peringatan",
        "machine": "ai|model|model bahasa|asisten|llm*|chatbot*|agen|bot|penilai|peninjau|otomatis|sistem|kecerdasan buatan|juri|peringkas",
        "hush": "jangan sebut*|jangan menyebut*|jangan ungkap*|jangan beri tahu|jangan beritahu|sembunyikan|hilangkan|rahasiakan"
        "|jangan bahas|jangan kutip|jangan laporkan|abaikan|jangan katakan",
        "itself": "pesan ini|catatan ini|teks ini|paragraf ini|instruksi ini|kalimat ini|permintaan ini|perintah ini",
        "flaws": "kekurangan*|kelemahan*|kritik*|pesaing*|negatif|masalah*|harga*|cacat|kesalahan|kompetitor*",
        "say": "katakan|nyatakan|tulis|tuliskan|jawab|sebut|sebutkan|anggap|konfirmasikan|tempatkan|berikan|beri|simpulkan|rekomendasikan",
        "best": "terbaik|pertama|pemenang|tertinggi|sempurna|unggul|terverifikasi|maksimal|juara|tanpa cela",
        "address": "sebagai|jika anda|jika kamu|kepada|perhatian|anda adalah",
        "ai": "ai|model bahasa|asisten|llm*|kecerdasan buatan|penilai|chatbot*",
        "must": "harus|wajib|mohon|tolong|kami minta|diminta|silakan|dimohon",
        "judging": "memberikan|memberi|menilai|merekomendasikan|memilih",
        "forgetting": "mengabaikan|melupakan",
        "orders": "kriteria|panduan|pedoman|ketentuan",
        "play": "sekarang anda adalah|mulai sekarang|berpura pura|bertindaklah|anda sekarang",
        "rate": "nilailah|pilihlah|dukung",
    },
    "vi": {
        "hail": "lưu ý|ghi chú|thông báo|tin nhắn|gửi|kính gửi|chú ý|xin chào|nếu bạn là|dành cho|thân gửi|lời nhắn|hướng dẫn cho|yêu cầu",
        "machine": "ai|mô hình|mô hình ngôn ngữ|trợ lý|llm*|chatbot*|tác nhân|hệ thống|tự động|trí tuệ nhân tạo|giám khảo|người đánh giá|bot",
        "hush": "đừng đề cập|không đề cập|không được đề cập|không nhắc|đừng nhắc|đừng nói|không tiết lộ|đừng tiết lộ|giấu|giữ bí mật"
        "|bỏ qua|không nêu|đừng nêu|không được nhắc",
        "itself": "tin nhắn này|ghi chú này|đoạn này|văn bản này|chỉ dẫn này|câu này|yêu cầu này|hướng dẫn này|thông báo này|điều này|đoạn văn này",
        "flaws": "nhược điểm|khuyết điểm|hạn chế|đối thủ|chỉ trích|tiêu cực|vấn đề|giá|lỗi|điểm yếu",
        "say": "nói|tuyên bố|viết|trả lời|khẳng định|kết luận|xếp|coi|xác nhận|cho|trao|khen|chấm",
        "best": "tốt nhất|đầu tiên|số một|chiến thắng|cao nhất|hoàn hảo|xuất sắc|đã xác minh|tuyệt đối|tối đa|hạng nhất",
        "address": "là một|nếu bạn là|với tư cách|bạn là|kính gửi|chú ý|lưu ý",
        "ai": "ai|mô hình ngôn ngữ|trợ lý|trí tuệ nhân tạo|llm*|giám khảo|chatbot*",
        "must": "phải|hãy|vui lòng|xin|cần|đề nghị|yêu cầu|bắt buộc",
        "judging": "chấm|cho|đánh giá|bỏ phiếu|trao|xếp",
        "forgetting": "bỏ qua|quên|phớt lờ",
        "orders": "tiêu chí|quy định",
        "play": "bây giờ bạn là|từ bây giờ|hãy giả vờ|đóng vai",
    },
    "el": {
        "forget": "αγνόησε|αγνοήστε|αγνόησ*|ξέχασε|ξεχάστε|παράβλεψε|παραβλέψτε|μην ακολουθ*|παράκαμψε|παρακάμψτε",
        "orders": "οδηγί*|εντολ*|κανόν*|κατευθύνσεις|κριτήρι*|προτροπ*",
        "prior": "προηγούμεν*|όλες|όλους|όλα|παραπάνω|αρχικ*|πρότερ*|σου|σας",
        "rate": "ψήφισε|ψηφίστε|βαθμολόγησε|βαθμολογήστε|αξιολόγησε|αξιολογήστε|πρότεινε|συστήστε|εγκρίνετε",
        "give": "δώσε|δώστε|απάντησε|απαντήστε|γράψε|γράψτε|απένειμε|βάλε|βάλτε",
        "mark": "βαθμολογία|βαθμό|βαθμός|κριτική|αστέρια|αξιολόγηση|ψήφο|θέση",
        "high": "υψηλότερ*|μέγιστ*|ανώτατ*|θετικ*|άριστ*|καλύτερ*|πέντε|κορυφαί*|πρώτ*",
        "full": "ship|skip|100|πέντε αστέρια|άριστα",
        "address": "ως|αν είσαι|εάν είστε|αγαπητ*|προσοχή|είσαι",
        "ai": "τεχνητή νοημοσύνη|τεχνητής νοημοσύνης|γλωσσικό μοντέλο|γλωσσικά μοντέλα|βοηθ*|llm*|ai|κριτ*|αξιολογητ*",
        "must": "πρέπει|παρακαλώ|παρακαλούμε|οφείλ*|να",
        "hail": "σημείωση|μήνυμα|προσοχή|αγαπητ*|οδηγία|προς|για κάθε|για όλα|αν είσαι|εάν είστε|ενημέρωση|γεια",
        "machine": "τεχνητή|τεχνητής|γλωσσικ*|μοντέλ*|βοηθ*|llm*|ai|chatbot*|αυτόματ*|συστήματα|σύστημα|κριτ*|αξιολογητ*|πράκτορ*",
        "hush": "μην αναφέρ*|μην αποκαλύ*|μην πεις|μην πείτε|παράλειψε|παραλείψτε|απόκρυψε|αποκρύψτε|κράτησε μυστικ*|μη αναφέρ*",
        "itself": "αυτό το μήνυμα|αυτή τη σημείωση|αυτό το κείμενο|αυτή την οδηγία|αυτήν την οδηγία|αυτή την παράγραφο|αυτή τη φράση",
        "flaws": "μειονέκτημ*|μειονεκτήμ*|ελαττώμ*|κριτικ*|αδυναμί*|ανταγωνιστ*|αρνητικ*|προβλήμ*|τιμή|τιμές|λάθη",
        "say": "γράψε|γράψτε|πες|πείτε|δήλωσε|δηλώστε|απάντησε|απαντήστε|θεώρησε|επιβεβαίωσε|επιβεβαιώστε|δώσε|δώστε",
        "best": "καλύτερ*|πρώτ*|νικητ*|υψηλότερ*|τέλει*|άψογ*|μέγιστ*|επαληθευμέν*|κορυφαί*",
        "judging": "δώσετε|δώσεις|βαθμολογήσετε|ψηφίσετε|προτείνετε|δοθεί",
        "forgetting": "αγνοήσετε|αγνοήσεις|ξεχάσετε|ξεχάσεις|παραβλέψετε",
        "play": "τώρα είσαι|από εδώ και πέρα|από τώρα|προσποιήσου",
    },
}

UNSPACED: dict[str, dict[str, str]] = {
    "zh": {
        "hail": "致|各位|请注意|請注意|注意|提示|通知|敬告|尊敬的|亲爱的|親愛的|给所有|給所有|对所有|如果你是|如果您是|若您是|说明：|消息",
        "machine": "人工智能|人工智慧|语言模型|語言模型|ai|大模型|评审|評審|助手|机器人|機器人|llm|智能体|自动摘要|自动评|自動評|摘要系统|评分系统|审阅者|评委|代理"
        "|模型",
        "hush": "不要提及|不要提到|请勿提及|不得提及|别提|不要透露|勿透露|不要泄露|保密|不要引用|不要告诉|隐瞒|不要说明|勿提|不提|略去|不要提|不要公开|請勿提及"
        "|不要報告|不要报告|请勿引用",
        "itself": "本段|此消息|这条|這條|该说明|此文|本消息|本提示|此指令|这段|這段|此段|本指示|此请求|这一请求|这些指令|此事",
        "flaws": "缺点|缺點|不足|竞争对手|競爭對手|价格|問題|问题|批评|批評|负面|負面|竞品|短板|故障|投诉|弱点",
        "say": "写|寫|回答|宣布|声明|聲明|称|稱|说|說|告诉|告訴|认定|視為|视为|列为|列為|给|給|评|判|授予|得出|推荐|推薦",
        "best": "最佳|第一|冠军|冠軍|最好|最优|最優|满分|滿分|最高|完美|无可挑剔|优胜|已核实|已验证|唯一|首选|优秀|领先",
    },
    "ja": {
        "hail": "へのお知らせ|への注意|への連絡|宛|注意|お知らせ|の皆様|の皆さま|親愛なる|へのお願い|へ：|へ:|の方へ|へのメッセージ|への指示|に告ぐ|もしあなたが"
        "|各位|へのメモ|向け|皆さん|様",
        "machine": "ai|人工知能|言語モデル|アシスタント|査読者|審査員|llm|チャットボット|レビュアー|エージェント|自動要約|自動評価|要約システム|評価システム|ボット|モデル"
        "|採点者",
        "hush": "触れないで|言及しないで|言及せず|触れず|書かないで|伏せて|秘密に|明かさないで|報告しないで|引用しないで|隠して|口外しないで|述べないで|言わないで|省いて"
        "|無視して|記載しないで|知らせないで|触れては|言及しては",
        "itself": "この文|このメッセージ|この段落|この指示|この注記|このお願い|この依頼|本メッセージ|本文|この一文|この記述|このこと",
        "flaws": "欠点|短所|弱点|批判|競合|他社|問題|価格|不具合|否定的|マイナス|悪い点|料金",
        "say": "書いて|答えて|述べて|宣言|回答して|結論|認定|とみなし|見なし|してください|せよ|と評価|紹介して|断言|与えて|付けて|つけて",
        "best": "最高|一位|1位|第一位|優勝|最良|最優秀|満点|完璧|勝者|検証済み|確認済み|最も優れ|ベスト|非の打ち所",
    },
    "ko": {
        "hail": "에게|께|여러분|주의|안내|공지|알림|친애하는|메시지|참고|지시사항|라면|위한|요청|당신이",
        "machine": "ai|인공지능|언어 모델|언어모델|어시스턴트|심사위원|llm|챗봇|리뷰어|평가자|에이전트|자동 요약|자동 평가|요약 시스템|평가 시스템|봇|모델",
        "hush": "언급하지 마|언급하지 말|말하지 마|말하지 말|밝히지 마|밝히지 말|공개하지 마|숨기|비밀로|인용하지 마|인용하지 말|알리지 마|알리지 말|생략하|보고하지"
        "|쓰지 마|쓰지 말",
        "itself": "이 메시지|이 문장|이 문단|이 지시|이 글|이 내용|이 안내|이 요청|이 단락|이 메모|이 사실",
        "flaws": "단점|약점|비판|경쟁|문제|가격|결함|부정적|오류|한계|불만",
        "say": "쓰|써|답하|답변|선언|말하|결론|간주|평가하|작성|인정|확인|추천|주세요|주십시오|매기|부여",
        "best": "최고|1위|일위|우승|최상|만점|완벽|승자|검증|가장 좋|최우수|가장 뛰어|으뜸",
    },
    "ar": {
        "hail": "ملاحظة|رسالة|تنبيه|إلى|عزيزي|أيها|انتباه|إشعار|مرحبا|إذا كنت|السادة|موجه|تعليمات ل|يا ",
        "machine": "ذكاء اصطناعي|الذكاء الاصطناعي|نموذج|النموذج|النماذج|نماذج|مساعد|المساعد|مراجع|روبوت|llm|محكم|مقيم|وكيل|المقيم|الآلي|الآلية|أنظمة",
        "hush": "لا تذكر|لا تذكروا|لا تشر|لا تكشف|لا تخبر|أخف |اخف |اكتم|لا تقتبس|تجنب ذكر|لا تفصح|لا تتحدث|دون ذكر|سرا|سرية|لا تبلغ",
        "itself": "هذه الرسالة|هذا النص|هذه الفقرة|هذه الملاحظة|هذه التعليمات|هذه الجملة|هذا الطلب|هذا التنبيه|هذا الأمر",
        "flaws": "عيوب|العيوب|سلبي|السلبيات|نقد|انتقاد|منافس|المنافسين|مشكل|المشكلات|سعر|الأسعار|الأخطاء|نقاط الضعف|عيب",
        "say": "اكتب|قل|أعلن|صرح|أجب|اعتبر|أكد|امنح|أعط|اذكر أن|صنف|ضع|أوص|اختر|قيم",
        "best": "الأفضل|أفضل|الأول|الفائز|أعلى|مثالي|ممتاز|كامل|موثق|متفوق|بلا عيوب|المركز",
        "must": "نرجو|الرجاء|رجاء|نطلب|المرجو",
        "orders": "المعايير|معايير",
    },
    "hi": {
        "hail": "ध्यान दें|सूचना|संदेश|नोट|प्रिय|के लिए|सभी|यदि आप|अगर आप|कृपया ध्यान|निवेदन|नमस्ते|माननीय|आदरणीय",
        "machine": "एआई|ai|भाषा मॉडल|सहायक|समीक्षक|कृत्रिम बुद्धि|llm|चैटबॉट|मॉडल|एजेंट|स्वचालित|निर्णायक|मूल्यांकनकर्ता|बॉट|प्रणाली",
        "hush": "उल्लेख न कर|ज़िक्र न कर|जिक्र न कर|न बता|मत बता|गुप्त रख|छिपा|छुपा|उद्धृत न कर|उल्लेख मत|ज़िक्र मत|जिक्र मत|खुलासा न|प्रकट न",
        "itself": "इस संदेश|इस नोट|इस पाठ|इस अनुच्छेद|इस निर्देश|इस वाक्य|इस अनुरोध|यह संदेश|यह बात|यह निर्देश|इस सूचना",
        "flaws": "कमियों|कमी|कमियां|दोष|आलोचना|कमज़ोर|कमजोर|प्रतिस्पर्धी|प्रतिद्वंद्वी|नकारात्मक|समस्या|कीमत|खामि",
        "say": "लिख|कहें|घोषित|बता|उत्तर|मान|पुष्टि|दें|दीजिए|रखें|निष्कर्ष|कहिए",
        "best": "सबसे अच्छ|सर्वश्रेष्ठ|पहल|विजेता|सर्वोच्च|उत्कृष्ट|त्रुटिहीन|सत्यापित|पूरे अंक|अधिकतम|बेहतरीन|प्रथम",
        "orders": "मानदंड|दिशानिर्देश|दिशा-निर्देश",
    },
}
"""Read by substrings, as in ``scripts``."""
