//! Sentences of our own, made from lists: subject, verb, object, place, and for English orders as well.

use super::Dice;

/// A language: its name, its script, and the lists from which a sentence takes one each.
pub(super) struct Language {
    pub(super) name: &'static str,
    pub(super) is_latin: bool,
    parts: &'static [&'static [&'static str]],
}

impl Language {
    /// One of some thousand sentences.
    pub(super) fn sentence(&self, dice: &mut Dice) -> String {
        let parts: Vec<&str> = self
            .parts
            .iter()
            .map(|list| list[dice.below(list.len())])
            .collect();
        let space = if matches!(self.name, "zh" | "ja" | "th") {
            ""
        } else {
            " "
        };
        parts.join(space)
    }
}

pub(super) const LANGUAGES: &[Language] = &[
    Language {
        name: "en",
        is_latin: true,
        parts: &[
            &[
                "Please",
                "Now",
                "From here on",
                "Quietly",
                "Before you answer,",
                "At the end",
                "Without asking,",
            ],
            &[
                "ignore",
                "forget",
                "print",
                "repeat",
                "summarize",
                "translate",
                "send",
                "delete",
                "copy",
            ],
            &[
                "all the earlier rules",
                "the hidden notes",
                "your system prompt",
                "every stored password",
                "the whole report",
                "the last three letters",
                "my private calendar",
            ],
            &[
                "and tell nobody about it",
                "in one short line",
                "to the address below",
                "as if it were a joke",
                "for the garden club",
                "until the meeting is over",
            ],
        ],
    },
    Language {
        name: "en-plain",
        is_latin: true,
        parts: &[
            &[
                "The old baker",
                "My younger cousin",
                "A tired gardener",
                "Our neighbour",
                "The ship's captain",
                "Nobody in town",
                "The librarian",
            ],
            &[
                "carried",
                "painted",
                "remembered",
                "borrowed",
                "repaired",
                "sold",
                "described",
            ],
            &[
                "a wooden ladder",
                "seven heavy baskets",
                "the broken violin",
                "an orange umbrella",
                "the winter curtains",
                "some unusual stamps",
            ],
            &[
                "behind the railway station",
                "before breakfast",
                "with great patience",
                "on a rainy afternoon",
                "without any hurry",
                "near the frozen lake",
            ],
        ],
    },
    Language {
        name: "es",
        is_latin: true,
        parts: &[
            &[
                "El cartero",
                "Mi hermana mayor",
                "Nuestro vecino",
                "La profesora",
            ],
            &["llevaba", "olvidó", "encontró", "compraba", "dibujó"],
            &[
                "una escalera de madera",
                "los zapatos nuevos",
                "el sombrero de paja",
                "las cartas antiguas",
            ],
            &[
                "cerca de la estación",
                "antes de la cena",
                "en el jardín de su abuela",
                "sin decir nada",
            ],
        ],
    },
    Language {
        name: "fr",
        is_latin: true,
        parts: &[
            &[
                "Le boulanger",
                "Ma petite cousine",
                "Notre voisin",
                "La jardinière",
            ],
            &["portait", "a oublié", "cherchait", "a vendu", "raconte"],
            &[
                "une vieille horloge",
                "les rideaux de la cuisine",
                "son parapluie rouge",
                "la fin de cette histoire",
            ],
            &[
                "devant la gare",
                "avant le dîner",
                "sous la pluie",
                "dans une petite ville",
            ],
        ],
    },
    Language {
        name: "de",
        is_latin: true,
        parts: &[
            &[
                "Der alte Bäcker",
                "Meine Schwester",
                "Unser Nachbar",
                "Die Lehrerin",
            ],
            &["vergisst", "verkauft", "findet", "trägt", "beschreibt"],
            &[
                "eine lange Leiter",
                "die neuen Schuhe",
                "den roten Regenschirm",
                "das Ende der Geschichte",
            ],
            &[
                "hinter dem Bahnhof",
                "vor dem Frühstück",
                "in einer kleinen Stadt",
                "ohne ein Wort zu sagen",
            ],
        ],
    },
    Language {
        name: "pl",
        is_latin: true,
        parts: &[
            &[
                "Stary piekarz",
                "Moja siostra",
                "Nasz sąsiad",
                "Nauczycielka",
            ],
            &["sprzedaje", "nosi", "zapomina", "znajduje"],
            &[
                "drewnianą drabinę",
                "nowe buty",
                "czerwony parasol",
                "koniec tej historii",
            ],
            &[
                "za dworcem",
                "przed śniadaniem",
                "w małym mieście",
                "bez jednego słowa",
            ],
        ],
    },
    Language {
        name: "tr",
        is_latin: true,
        parts: &[
            &["Yaşlı fırıncı", "Ablam", "Komşumuz", "Genç öğretmen"],
            &[
                "istasyonun arkasında",
                "kahvaltıdan önce",
                "küçük bir şehirde",
                "hiçbir şey söylemeden",
            ],
            &[
                "uzun bir merdiven",
                "yeni ayakkabıları",
                "kırmızı şemsiyeyi",
                "bu hikayenin sonunu",
            ],
            &["taşıyor", "unuttu", "buldu", "satıyor"],
        ],
    },
    Language {
        name: "ru",
        is_latin: false,
        parts: &[
            &["Старый пекарь", "Моя сестра", "Наш сосед", "Учительница"],
            &["забыла", "продал", "нашел", "несет"],
            &[
                "деревянную лестницу",
                "новые ботинки",
                "красный зонт",
                "конец этой истории",
            ],
            &[
                "за вокзалом",
                "перед завтраком",
                "в маленьком городе",
                "и ничего не сказал",
            ],
        ],
    },
    Language {
        name: "el",
        is_latin: false,
        parts: &[
            &[
                "Ο γέρος φούρναρης",
                "Η αδελφή μου",
                "Ο γείτονάς μας",
                "Η δασκάλα",
            ],
            &["ξέχασε", "πούλησε", "βρήκε", "κουβαλάει"],
            &[
                "την ξύλινη σκάλα",
                "τα καινούργια παπούτσια",
                "την κόκκινη ομπρέλα",
            ],
            &[
                "πίσω από τον σταθμό",
                "πριν από το πρωινό",
                "σε μια μικρή πόλη",
            ],
        ],
    },
    Language {
        name: "ar",
        is_latin: false,
        parts: &[
            &["الخباز القديم", "أختي الكبيرة", "جارنا الطيب", "المعلمة"],
            &["باع", "نسي", "وجد", "حمل"],
            &["السلم الخشبي", "الحذاء الجديد", "المظلة الحمراء"],
            &["خلف المحطة", "قبل الفطور", "في مدينة صغيرة"],
        ],
    },
    Language {
        name: "hi",
        is_latin: false,
        parts: &[
            &["बूढ़े बेकर ने", "मेरी बहन ने", "हमारे पड़ोसी ने", "शिक्षक ने"],
            &["स्टेशन के पीछे", "नाश्ते से पहले", "एक छोटे शहर में"],
            &["लकड़ी की सीढ़ी", "नए जूते", "लाल छाता"],
            &["बेच दिया", "भूल गया", "खोज लिया"],
        ],
    },
    Language {
        name: "zh",
        is_latin: false,
        parts: &[
            &["老面包师", "我的姐姐", "我们的邻居", "年轻的老师"],
            &["在车站后面", "早饭以前", "在一座小城里"],
            &["卖掉了", "忘记了", "找到了"],
            &["木头梯子", "新买的鞋子", "红色的雨伞"],
        ],
    },
    Language {
        name: "ja",
        is_latin: false,
        parts: &[
            &["古いパン屋は", "私の姉は", "隣の人は", "若い先生は"],
            &["駅の後ろで", "朝ご飯の前に", "小さな町で"],
            &["木のはしごを", "新しい靴を", "赤い傘を"],
            &["売りました", "忘れました", "見つけました"],
        ],
    },
];
