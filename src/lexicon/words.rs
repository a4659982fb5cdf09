//! Frequent words of many languages: evidence that letters say something.
//!
//! The lists are read when the crate is compiled and leave two small tables behind: this set, and the letter pairs of
//! `pairs.rs`. A set of marks in a bit field (a Bloom filter) takes a third of the room that the words would take; of ten thousand
//! other words it takes about seven for one of them, and no verdict rests on one word alone.

/// Words in lower case, as they are written, parted by single spaces. Those of orders are there on purpose: short messages
/// that are worth a reveal are often orders.
pub(crate) const WORDS: &[&str] = &[
    // English
    "the of and to in is that for it as was with be by on not he his but at are this have from or had an they which \
     one you were all her she there would their we him been has when who will no more if out so up what its about than \
     into them can only other time new some could these two may first then do any like my now over such our man me even \
     most made after also did many off before must well back through years much where your way down should because long \
     each just state those people too mr how little good world make very year still see own work men day get here old life \
     both between being under three never know same last another while us might great go come since against right came take \
     used himself few house american use place during high without again home around small however found thought went \
     say part once general upon school every does got united number away something fact water though less public put \
     think almost hand enough far took head yet better set told nothing night end why called find going look asked later point \
     knew next program city business give group toward young days let room within side social given present several order \
     national second possible rather per face among form important often things looked early white case become large big \
     need four felt along god saw best church ever least power light thing seemed family interest want members mind country \
     area others done turned although open service certain kind problem began different door thus help sense means whole \
     matter child word read write reply send show tell answer ask open close move turn start stop run play keep leave \
     ignore ignored disregard forget override bypass previous previously prior above below following follow instruction instructions \
     rule rules system prompt prompts assistant user users reveal print output message messages secret secrets password passwords key keys \
     token tokens hidden confidential private instead pretend act role developer mode admin administrator access execute command \
     commands delete remove file files copy paste upload download email mail mails address account accounts transfer money bank payment \
     invoice code data database information content document page link click request requests response respond translate \
     summarize summary repeat exactly everything anything everyone someone nobody please immediately silently always \
     important urgent warning attention note notice must policy policies safety filter filters restriction restrictions guideline guidelines \
     limit limits unrestricted jailbreak attack exploit hack weapon bomb drug steal credentials credit card number numbers \
     name names date words letter letters line lines text texts language english french german spanish begin beginning \
     today tomorrow yesterday morning evening week month hour hours minute minutes meeting lunch dinner coffee bread \
     water river street road train station garden window table chair book books paper letter story picture music song \
     child children mother father friend friends brother sister teacher student doctor question questions answer answers \
     white black green blue brown yellow small large short long strong quiet happy sunny rain snow wind winter summer \
     spring autumn walked talked opened closed carried bought sold sent wrote reads writes makes takes gives finds keeps \
     brings shows tells says goes comes sees knows thinks wants needs helps works lives plays runs sits stands waits \
     five six seven eight nine ten hundred thousand million near across along toward beside beyond inside outside beneath heavy \
     cold warm hot dark bright soft hard easy difficult rich poor fast slow clean dirty empty full broken wooden old older younger \
     lake sea beach farm field forest bridge ship boat plane bus bicycle hospital restaurant hotel office kitchen bathroom bedroom floor \
     wall roof stairs clock watch phone computer television radio newspaper map ticket bag box bottle cup glass plate knife fork spoon \
     shirt shoe shoes coat hat dress orange lemon apple apples cheese meat fish egg eggs milk butter sugar salt rice soup cake \
     neighbour baker captain farmer driver nurse doctor lawyer engineer king queen prince uncle aunt cousin grandmother grandfather \
     behind railway afternoon breakfast supper picnic calendar club joke weather storm cloud clouds star stars moon sun sky \
     painted repaired remembered borrowed described forgot found lost broke wrote drew sang danced climbed jumped cried laughed \
     smiled asked answered helped stayed arrived visited travelled cleaned washed cooked baked cut built fixed waited watched listened \
     tired hungry thirsty angry afraid proud strange quiet loud beautiful ugly wonderful terrible usual unusual simple whole half \
     quick brown lazy dogs fox jumps horse bird birds tree trees flower flowers mountain village market price cheap \
     company customer customers order orders product products report reports result results change changes approved approve check",
    // Spanish
    "de la que el en y los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre \
     cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante \
     ellos esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos cual poco ella \
     estar estas algunas algo nosotros ignora todas instrucciones anteriores contraseña sistema mensaje secreto responde escribe \
     muestra olvida reglas usuario datos casa día tiempo vida hombre mujer agua noche mañana tarde amigo ciudad trabajo libro \
     hermana maestra médico vecino primera ahora siempre nunca luego cada mismo así aquí allí mientras cerca lejos detrás delante dentro fuera \
     decir hacer tener poder había dijo hizo fue era son están tenía llegó salió tomó abrió vendió perdió final historia carta palabra dinero cuarto bosque mar río rojo \
     escuela camino mesa puerta niño niña madre padre bueno grande pequeño blanco negro nuevo viejo tiene hace puede dice \
     quiere viene lleva compra come vive lee hermano mercado pan calle perro gato jardín",
    // French
    "le les des et est une du dans qui que pour pas sur avec son il elle je ne ce plus par au vous nous mais sont leur aux \
     cette ses ou comme tout être fait ont deux même aussi bien peut on sans ils votre notre mon ma mes ces toujours \
     faire très quand avant après encore jamais rien toutes ignore ignorez instructions précédentes mot passe système message secret \
     répondez écris écrivez montre oubliez règles utilisateur données maison jour temps vie homme femme eau nuit matin soir ami \
     sœur professeur médecin voisin première maintenant souvent chaque ici là près loin derrière devant dedans dehors dire avoir pouvoir était avait \
     dit fit pris mis venu parti ouvert vendu perdu oublié fin histoire lettre parole argent chambre forêt mer rivière rouge vieille petite grande cuisine pluie \
     ville travail livre école chemin table porte enfant mère père bon grand petit blanc noir nouveau vieux chien chat jardin \
     rue marché pain frère acheter mange habite lit porte vient veut demain",
    // German
    "der die und den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass \
     sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch \
     man sein wurde sei ich du wir ihr mein kein keine alle wenn kann muss soll schon sehr hier dann ignoriere bisherigen \
     vorherigen anweisungen passwort kennwort system nachricht geheim antworte schreibe zeige vergiss regeln benutzer daten haus \
     tag zeit leben mann frau wasser nacht morgen abend freund schwester lehrer arzt nachbar jetzt immer nie wieder jeder jede jedes dort dieser diese dieses unser unsere sein seine ihre hinter vor neben unter ohne \
     sagen machen haben können war hatte sagte ging kam nahm fand verkauft vergisst findet öffnet ende geschichte brief wort geld zimmer wald meer fluss rot roten alten neuen kleinen \
     stadt arbeit buch schule weg tisch tür kind mutter vater gut \
     groß klein weiß schwarz neu alt hund katze garten straße markt brot bruder kauft isst wohnt liest kommt will trägt",
    // Italian, Portuguese, Catalan, Romanian
    "di che è la il un non sono per una mi si ho ma lo ha le con cosa se io come ti da no ci del più questo qui hai sei \
     era gli della anche tutto bene molto quando solo dove nella delle dei ignora tutte istruzioni precedenti parola sistema messaggio \
     segreto rispondi scrivi mostra dimentica regole utente dati casa giorno tempo vita uomo donna acqua notte mattina sera amico \
     città lavoro libro scuola strada tavolo porta bambino madre padre buono grande piccolo bianco nero nuovo vecchio cane gatto \
     giardino mercato pane fratello compra mangia vive legge viene vuole porta domani",
    "não uma os no na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só \
     pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num \
     nem suas meu às minha têm numa pelos elas havia seja qual será nós tenho lhe deles essas esses pelas este fosse \
     ignore instruções anteriores senha sistema mensagem segredo responda escreva mostre esqueça regras usuário dados casa dia \
     tempo vida homem mulher água noite manhã amigo cidade trabalho livro escola caminho mesa porta criança mãe pai bom grande \
     pequeno branco preto novo velho cão gato jardim mercado pão irmão rua compra come mora vem quer leva",
    "amb els són aquest però tot molt ara dia casa perquè sense temps aigua nit amic ciutat",
    "și nu în cu pe care din este mai la fi sunt au dar fost prin după când până acest această toate instrucțiunile casa timp \
     apă noapte prieten oraș lucru carte școală drum masă ușă copil mamă tată bun mare mic alb negru nou vechi câine pisică \
     grădină piață pâine frate",
    // Dutch, Afrikaans, Swedish, Danish, Norwegian
    "het een van ik en dat niet je te zijn op hij met voor hem maar aan om dan er als zou wat mijn zo naar ze bij ook tot \
     heeft deze geen worden nog wel door alle vorige instructies wachtwoord systeem bericht geheim schrijf toon vergeet regels \
     gebruiker gegevens huis dag tijd leven man vrouw water nacht morgen avond vriend stad werk boek school weg tafel deur kind \
     moeder vader goed groot klein wit zwart nieuw oud hond kat tuin straat markt brood broer koopt eet woont leest komt wil",
    "och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när år säger hon \
     under också efter eller nu där vid mot ska skulle alla tidigare instruktioner lösenord meddelande hemlig skriv visa glöm regler \
     hus dag tid liv kvinna vatten natt morgon kväll vän stad arbete bok skola väg bord dörr barn mor far god stor liten vit \
     svart ny gammal hund katt trädgård gata marknad bröd bror köper äter bor läser kommer vill",
    "og det at er på til af ikke jeg der til har han hun vi men så fra ved blev efter eller kunne hvis hvad når også skal \
     alle tidligere instruktioner adgangskode besked hemmelig skriv vis glem regler hus dag liv kvinde vand nat aften ven by \
     arbejde bog skole vej bord dør barn stor lille hvid sort ny gammel gade marked brød jeg ikke være etter også bare alle",
    // Polish, Czech, Slovak, Croatian, Slovene
    "w i na z do nie się że jest to jak po co tak o ale od za ze przez czy już jego był tylko jej tym dla ich może przed oraz \
     gdy być kiedy także bardzo wszystkie poprzednie instrukcje hasło wiadomość tajne napisz pokaż zapomnij zasady użytkownik dane \
     dom dzień czas życie człowiek kobieta woda noc rano wieczór przyjaciel miasto praca książka szkoła droga stół drzwi dziecko \
     siostra nauczyciel lekarz sąsiad teraz zawsze nigdy każdy tutaj tam blisko daleko za przed pod nad bez między mówi robi ma miał była było powiedział wziął znalazł \
     koniec historia list słowo pieniądze pokój las morze rzeka czerwony stary nowe małym mój moja nasz nasza \
     matka ojciec dobry duży mały biały czarny nowy stary pies kot ogród ulica rynek chleb brat kupuje mieszka czyta",
    "a je se v na že to s z do o i ve pro by ale si jako za po jsou tak od jeho které který být podle nebo už jen při když \
     všechny předchozí pokyny heslo zpráva tajné napiš ukaž zapomeň pravidla dům den čas život člověk žena voda noc ráno večer \
     přítel město práce kniha škola cesta stůl dveře dítě matka otec dobrý velký malý bílý černý nový starý pes kočka zahrada",
    "nije sam su ili kao što biti sve svoje samo ako kad gdje može dan kuća vrijeme voda grad knjiga put dijete dobar novi star in je ne pa so tudi \
     vse kot bil lahko dan hiša čas mesto",
    // Hungarian, Finnish, Estonian, Turkish
    "az és hogy nem is egy ez meg csak de van volt mint már még kell ha fel minden ki lehet nagyon után majd itt korábbi \
     utasítás jelszó üzenet titkos ház nap idő élet ember nő víz éjszaka reggel este barát város munka könyv iskola út asztal \
     ajtó gyerek anya apa jó nagy kicsi fehér fekete új régi kutya macska kert utca piac kenyér",
    "ja on ei se että hän oli mutta ovat kun niin myös tai joka olla kuin mitä sen vain nyt jos minä sinä kaikki ohjeet \
     salasana viesti talo päivä aika elämä mies nainen vesi yö aamu ilta ystävä kaupunki työ kirja koulu tie pöytä ovi lapsi \
     äiti isä hyvä suuri pieni valkoinen musta uusi vanha koira kissa puutarha katu tori leipä",
    "bir ve bu için da ne mi ben sen çok ama daha gibi var yok her şey olarak sonra kadar olan ile değil bütün tüm önceki \
     talimatları şifre sistem mesaj gizli yaz göster unut kurallar kullanıcı veri ev gün zaman hayat adam kadın su gece sabah akşam \
     kız kardeş öğretmen doktor komşu şimdi her zaman hiç hiçbir şey burada orada yakın uzak arkasında önünde altında üstünde içinde önce söyledi yaptı geldi gitti aldı \
     buldu unuttu sattı açtı son hikaye mektup kelime para oda orman deniz nehir kırmızı yaşlı genç uzun kısa yeni küçük \
     arkadaş şehir iş kitap okul yol masa kapı çocuk anne baba iyi büyük küçük beyaz siyah yeni eski köpek kedi bahçe sokak pazar ekmek",
    // Indonesian, Malay, Tagalog, Swahili, Vietnamese
    "yang dan di ini itu dengan untuk tidak dari dalam akan pada juga saya ke karena ada mereka bisa sudah atau seperti kami \
     kita anda oleh telah semua instruksi sebelumnya abaikan kata sandi sistem pesan rahasia tulis lupakan aturan rumah hari waktu \
     hidup orang air malam pagi teman kota kerja buku sekolah jalan meja pintu anak ibu ayah baik besar kecil putih hitam baru lama",
    "ang mga sa ng na ay at ko mo ako siya hindi ito kung para ngunit lahat bahay araw tubig gabi umaga kaibigan aklat daan bata",
    "ya na kwa ni wa za katika hii kama yake sana mimi wewe lakini watu siku nyumba maji usiku rafiki kitabu shule njia mtoto mama baba",
    "và của là có trong cho không được với các một người này để đã những khi từ về như cũng ra nhiều đến vào nhà ngày nước",
    // Russian, Ukrainian, Bulgarian, Serbian
    "и в не на я что он с как это по но они мы она так за у от же вы бы из о то для мне еще ещё нет только если когда да все \
     всё его её или был была были мой себя там где уже при чтобы до вас им под очень может после надо тоже кто здесь время \
     игнорируй забудь предыдущие прежние инструкции указания пароль система сообщение секрет ответь напиши покажи правила пользователь \
     дом день жизнь человек женщина вода ночь утро вечер друг город работа книга школа дорога стол дверь ребенок мать отец хороший \
     сестра брат учитель врач маленькие старый старая стар наш наша наше ваш моя мое свой своя этот эта эти тот та те было будет были есть чем перед между через \
     около без над про стал сказал сказала говорит знает думает видит идет дал взял нашел забыл открыл купил продал пришел ушел сделал \
     конец начало история письмо слово деньги окно комната улице городе доме столе лес море река зима лето весна осень красный синий \
     большой маленький белый черный новый старый собака кошка сад улица рынок хлеб брат покупает живет читает хочет несет",
    "та що це від його як але був вона вони або тільки якщо коли дуже всі який також день вода місто книга дім людина \
     се да са са от ще за със като към има този което повече може само беше през",
    // Greek
    "και το να του η της με που την από για τα είναι των σε ο οι στο θα τη στην τον δεν τους στη μια ένα αλλά όπως αυτό \
     αγνόησε όλες προηγούμενες οδηγίες κωδικό σύστημα μήνυμα μυστικό γράψε δείξε ξέχασε κανόνες σπίτι μέρα χρόνος ζωή άνθρωπος γυναίκα νερό \
     αδελφή αδελφός δάσκαλος γιατρός μας σας του έχει ήταν είχε έκανε είπε πήρε βρήκε ξέχασε άνοιξε πριν μετά μέσα έξω πάνω κάτω πίσω \
     μπροστά μαζί πολύ λίγο πάντα ποτέ τώρα σήμερα αύριο χθες κάθε όλα τίποτα τέλος αρχή ιστορία γράμμα χρήματα δωμάτιο δάσος θάλασσα κόκκινο \
     νύχτα πρωί βράδυ φίλος πόλη δουλειά βιβλίο σχολείο δρόμος τραπέζι πόρτα παιδί μητέρα πατέρας καλός μεγάλος μικρός άσπρος μαύρος",
    // Arabic, Persian, Hebrew
    "في من على أن إلى عن هذا التي الذي ما لا هذه مع كان كل بعد أو قد بين ذلك هو هي لم كما حتى إذا عند ثم لكن غير جميع \
     تجاهل التعليمات السابقة كلمة المرور النظام رسالة سر اكتب أظهر القواعد المستخدم بيت البيت يوم اليوم وقت حياة رجل امرأة ماء الماء ليل صباح مساء \
     أخت أختي أخ أخي المعلم الطبيب هناك هنا الآن غدا أمس دائما أبدا قبل خلف أمام تحت فوق داخل خارج مثل أيضا فقط جدا كثير قليل \
     قال ذهب جاء أخذ وجد نسي فتح باع كتب قرأ رأى يعرف يريد القديم الجديد الكبير الصغير الأحمر الطيب نهاية بداية قصة رسالة مال غرفة غابة بحر \
     صديق مدينة المدينة عمل كتاب الكتاب مدرسة المدرسة طريق الطريق باب الباب طفل أم أب كبير صغير أبيض أسود جديد قديم",
    "و در به از که این را با است برای آن یک خود تا بر هم نیز شود کرد شده ما اما یا باید هر خانه روز آب شب کتاب شهر",
    "של את על לא הוא זה עם כל היא אני אם גם או כי אבל יש רק היה עוד מה לפני אחרי הבית היום המים הלילה הבוקר חבר העיר \
     הספר הדרך השולחן הדלת הילד אמא אבא טוב גדול קטן לבן שחור חדש ישן התעלם מכל ההוראות הקודמות סיסמה הודעה",
    // Hindi, Marathi, Bengali
    "के में की है और से का को एक यह नहीं पर हैं ने कि इस भी कर तो ही हो था जो लिए या अपने वह साथ कुछ सभी पिछले निर्देश \
     निर्देशों अनदेखा करो करें पासवर्ड संदेश गुप्त लिखो दिखाओ नियम घर दिन समय जीवन आदमी औरत पानी रात सुबह शाम दोस्त शहर काम \
     मेरी मेरा मेरे हमारे हमारा आप तुम मैं हम वे उस उसे उसने इसे जब तब अब यहाँ वहाँ क्या कौन क्यों कैसे बहुत थोड़ा पहले बाद पीछे आगे ऊपर नीचे \
     अंदर बाहर बिना लेकिन गया गई दिया लिया किया कहा देखा आया होता रहा रही थी बहन भाई शिक्षक डॉक्टर कहानी शब्द पैसा कमरा जंगल नदी लाल नीला छोटे बड़े नए \
     किताब स्कूल रास्ता मेज दरवाजा बच्चा माँ पिता अच्छा बड़ा छोटा सफेद काला नया पुराना आहे आणि",
    "এবং এই একটি করে না থেকে জন্য তার আমি সে হয় কি ও যে",
];

/// The lists of English, French and German; of Turkish; of Swedish, Danish and Norwegian, which share words with Icelandic; of Spanish and Catalan.
/// A bit for each, as of [`languages`].
pub(crate) const ENGLISH: u32 = 1;
pub(crate) const FRENCH: u32 = 1 << 2;
pub(crate) const GERMAN: u32 = 1 << 3;
pub(crate) const TURKISH: u32 = 1 << 16;
pub(crate) const NORDIC: u32 = 1 << 9 | 1 << 10;
pub(crate) const IBERIAN: u32 = 1 << 1 | 1 << 6;

/// How many lists there are, one for each language or for a few that share most of these words.
pub(crate) const LANGUAGES: usize = WORDS.len();

const _: () = assert!(LANGUAGES <= 32);

/// Which lists have the words of each slot, a bit for each.
const SLOTS: usize = 1 << 13;

static SPOKEN: [u32; SLOTS] = build_spoken();

/// The lists that have a word, a bit for each; nought if none has it.
#[allow(clippy::indexing_slicing)] // a slot is below SLOTS
pub(crate) fn languages(hash: Hash) -> u32 {
    if is_known_hash(hash) {
        SPOKEN[hash.slot()]
    } else {
        0
    }
}

/// The size of the bit field. Three thousand words of four bits each leave five sixths of it empty.
const BITS: usize = 1 << 16;

static SET: [u64; BITS / 64] = build();

/// Whether a word, of any case, is one of these, or, once in more than a thousand times, another.
pub(crate) fn is_known(word: &str) -> bool {
    is_known_hash(Hash::lower(word))
}

/// The same for a hash made on the way.
#[allow(clippy::indexing_slicing)] // a place is below BITS
pub(crate) fn is_known_hash(hash: Hash) -> bool {
    hash.places()
        .iter()
        .all(|&place| SET[place / 64] >> (place % 64) & 1 == 1)
}

/// A word's bytes, each turned in by seven bits, which takes a cycle or two a byte; and four places out of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn new() -> Self {
        Self(0)
    }

    #[inline]
    pub(crate) const fn with(self, byte: u8) -> Self {
        Self(self.0.rotate_left(7) ^ byte as u64)
    }

    /// Of a word in lower case.
    pub(crate) fn lower(word: &str) -> Self {
        word.chars().fold(Self::new(), Self::with_char)
    }

    /// With the next letter, in lower case.
    #[inline]
    pub(crate) fn with_char(self, c: char) -> Self {
        if c.is_ascii() {
            return self.with(c.to_ascii_lowercase() as u8);
        }
        let mut hash = self;
        for lower in c.to_lowercase() {
            let mut bytes = [0; 4];
            for &byte in lower.encode_utf8(&mut bytes).as_bytes() {
                hash = hash.with(byte);
            }
        }
        hash
    }

    const fn slot(self) -> usize {
        self.places()[0] % SLOTS
    }

    const fn places(self) -> [usize; 4] {
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mixed = mixed ^ mixed >> 29;
        [
            (mixed >> 48) as usize % BITS,
            (mixed >> 32) as usize % BITS,
            (mixed >> 16) as usize % BITS,
            mixed as usize % BITS,
        ]
    }
}

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn build() -> [u64; BITS / 64] {
    let mut set = [0; BITS / 64];
    let mut list = 0;
    while list < WORDS.len() {
        let bytes = WORDS[list].as_bytes();
        let (mut at, mut hash) = (0, Hash::new());
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                let places = hash.places();
                let mut i = 0;
                while i < places.len() {
                    set[places[i] / 64] |= 1 << (places[i] % 64);
                    i += 1;
                }
                hash = Hash::new();
            } else {
                hash = hash.with(bytes[at]);
            }
            at += 1;
        }
        list += 1;
    }
    set
}

#[allow(clippy::indexing_slicing)] // compiled once; an index past the end would not compile
const fn build_spoken() -> [u32; SLOTS] {
    let mut spoken = [0; SLOTS];
    let mut list = 0;
    while list < WORDS.len() {
        let bytes = WORDS[list].as_bytes();
        let (mut at, mut hash) = (0, Hash::new());
        while at <= bytes.len() {
            if at == bytes.len() || bytes[at] == b' ' {
                spoken[hash.slot()] |= 1 << list;
                hash = Hash::new();
            } else {
                hash = hash.with(bytes[at]);
            }
            at += 1;
        }
        list += 1;
    }
    spoken
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH, GERMAN, Hash, IBERIAN, NORDIC, TURKISH, languages};

    #[test]
    fn the_lists_stand_where_they_are_said_to() {
        for (words, lists) in [
            (["which", "password"], ENGLISH),
            (["dans", "mot"], FRENCH),
            (["nicht", "anweisungen"], GERMAN),
            (["için", "değil"], TURKISH),
            (["lösenord", "adgangskode"], NORDIC),
            (["contraseña", "perquè"], IBERIAN),
        ] {
            for word in words {
                assert_ne!(languages(Hash::lower(word)) & lists, 0, "{word}");
            }
        }
    }
}
