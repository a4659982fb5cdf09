//! The words that make an order to a machine, by the part they play in it, in the languages such orders are written in.

/// What a word does in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Ignore, disregard, forget.
    Override,
    /// Instructions, guidelines, the prompt.
    Rules,
    /// Previous, above.
    Former,
    /// Assistant, AI.
    Machine,
    /// Model: a machine behind one of the next.
    Model,
    /// Language.
    Language,
    /// Must, should.
    Modal,
    /// Send, respond, execute.
    Command,
    /// Say, reply, recommend.
    Speech,
    /// The user, the customer.
    Reader,
    /// Keys, credentials, the conversation.
    Secret,
    /// Always, never, only.
    Strict,
}

impl Role {
    pub(super) const COUNT: usize = Self::Strict as usize + 1;
}

/// The role of a word in lower case.
pub(super) fn role(word: &str) -> Option<Role> {
    if let Ok(at) = WHOLE.binary_search_by(|(known, _)| (*known).cmp(word)) {
        return WHOLE.get(at).map(|(_, role)| *role);
    }
    // no stem begins with another, so that only the last one not behind the word can begin it
    let at = STEMS
        .partition_point(|(stem, _)| *stem <= word)
        .checked_sub(1)?;
    let (stem, role) = STEMS.get(at)?;
    word.starts_with(stem).then_some(*role)
}

/// Pairs of words that nobody hides from readers, but who speaks to a machine: the stem of the second is enough.
static PAIRS: &[(&str, &str)] = &[
    ("system", "prompt"),
    ("system", "override"),
    ("developer", "mode"),
    ("new", "instruction"),
    ("hidden", "instruction"),
    ("initial", "instruction"),
    ("your", "guideline"),
    ("your", "programming"),
];

/// Whether two words in lower case, one behind the other, are such a pair.
pub(super) fn is_pair(first: &str, second: &str) -> bool {
    PAIRS
        .iter()
        .any(|(a, b)| *a == first && second.starts_with(b))
}

/// The role of the word that the text begins with, in a script without spaces.
pub(super) fn role_at(text: &str) -> Option<Role> {
    let at = UNSPACED
        .partition_point(|(word, _)| *word <= text)
        .checked_sub(1)?;
    let (word, role) = UNSPACED.get(at)?;
    text.starts_with(word).then_some(*role)
}

/// Whether the run is of a script that puts no spaces between words: Han, kana, Thai.
pub(super) fn is_unspaced(run: &str) -> bool {
    run.contains(
        |c| matches!(c, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'),
    )
}

use Role::{
    Command, Former, Language, Machine, Modal, Model, Override, Reader, Rules, Secret, Speech,
    Strict,
};

/// Words that count only as they are.
#[rustfmt::skip]
static WHOLE: &[(&str, Role)] = &[
    ("above", Former), ("agent", Model), ("agents", Model), ("ai", Machine), ("ais", Machine), ("always", Strict),
    ("annulla", Override), ("answer", Command), ("append", Command), ("approve", Command), ("autonomous", Language),
    ("bot", Machine), ("bots", Machine), ("claim", Speech), ("claude", Machine), ("coding", Language),
    ("conclude", Speech), ("conversation", Secret), ("copilot", Machine), ("customer", Reader), ("customers", Reader),
    ("describe", Speech), ("deve", Modal), ("diga", Speech), ("dile", Speech), ("directive", Rules),
    ("directives", Rules), ("dis", Speech), ("disclose", Speech), ("doit", Modal), ("everything", Former),
    ("execute", Command), ("forget", Override), ("forgets", Override), ("forward", Command), ("foundation", Language),
    ("gemini", Machine), ("gpt", Machine), ("ia", Machine), ("immer", Strict), ("insert", Command),
    ("jamais", Strict), ("ki", Machine), ("langage", Language), ("language", Language), ("large", Language),
    ("lenguaje", Language), ("linguagem", Language), ("linguaggio", Language), ("llm", Machine), ("llms", Machine),
    ("mention", Speech), ("mentions", Speech), ("modelo", Model), ("muss", Modal), ("must", Modal),
    ("m\u{FC}ssen", Modal), ("never", Strict), ("nie", Strict), ("niemals", Strict), ("nunca", Strict),
    ("only", Strict), ("output", Speech), ("praise", Speech), ("prepend", Command), ("pretend", Speech),
    ("prior", Former), ("rate", Speech), ("recommend", Speech), ("repeat", Speech), ("reply", Command),
    ("respond", Command), ("reveal", Speech), ("reviewer", Reader), ("sag", Speech), ("sage", Speech),
    ("say", Speech), ("score", Speech), ("secret", Secret), ("secrets", Secret), ("sempre", Strict),
    ("send", Command), ("sende", Command), ("should", Modal), ("siempre", Strict), ("sospendi", Override),
    ("sprach", Language), ("summarise", Speech), ("summarize", Speech), ("tell", Speech), ("tokens", Secret),
    ("toujours", Strict), ("translate", Speech), ("user", Reader), ("users", Reader), ("utente", Reader),
    ("visit", Command),
    ("\u{432}\u{441}\u{435}\u{433}\u{434}\u{430}", Strict), // всегда
    ("\u{438}\u{438}", Machine), // ии
    ("\u{43D}\u{438}\u{43A}\u{43E}\u{433}\u{434}\u{430}", Strict), // никогда
];

/// Words that count in every form that begins so.
#[rustfmt::skip]
static STEMS: &[(&str, Role)] = &[
    ("abaikan", Override), ("anleitung", Rules), ("anterior", Former), ("antwort", Command),
    ("ant\u{E9}rieur", Former), ("anweisung", Rules), ("api", Secret), ("asistan", Machine), ("asistent", Machine),
    ("assistant", Machine), ("assistent", Machine), ("befehl", Rules), ("benutzer", Reader), ("bypass", Override),
    ("chatbot", Machine), ("chatgpt", Machine), ("consigne", Rules), ("credential", Secret),
    ("desconsider", Override), ("dimentic", Override), ("directri", Rules), ("direttiv", Rules),
    ("disregard", Override), ("empfehl", Speech), ("empfiehl", Speech), ("envi", Command), ("envoy", Command),
    ("esque\u{E7}", Override), ("exfiltrat", Command), ("gebruiker", Reader), ("guideline", Rules),
    ("ignor", Override), ("instru", Rules), ("invia", Command), ("istru", Rules), ("kullan\u{131}c\u{131}", Reader),
    ("kunde", Reader), ("missacht", Override), ("model", Model), ("mod\u{E8}le", Model), ("negeer", Override),
    ("nutzer", Reader), ("oblid", Override), ("olvid", Override), ("oublie", Override), ("override", Override),
    ("overrule", Override), ("pengguna", Reader), ("pomi\u{144}", Override), ("poprzedni", Former),
    ("precedent", Former), ("previous", Former), ("prompt", Rules), ("pr\u{E9}c\u{E9}dent", Former),
    ("recomend", Speech), ("recommand", Speech), ("responda", Command), ("responde", Command), ("restriction", Rules),
    ("restrizion", Rules), ("richtlinie", Rules), ("rispond", Command), ("r\u{E9}pond", Command),
    ("sprachmodell", Machine), ("systemprompt", Secret), ("talimat", Rules), ("umgeh", Override), ("usuari", Reader),
    ("usu\u{E1}ri", Reader), ("utilisat", Reader), ("vergeet", Override), ("vergi\u{DF}", Override),
    ("vorherig", Former), ("yoksay", Override), ("zignoruj", Override),
    ("\u{430}\u{441}\u{441}\u{438}\u{441}\u{442}\u{435}\u{43D}\u{442}", Machine), // ассистент
    ("\u{437}\u{430}\u{431}\u{443}\u{434}", Override), // забуд
    ("\u{438}\u{433}\u{43D}\u{43E}\u{440}", Override), // игнор
    ("\u{438}\u{43D}\u{441}\u{442}\u{440}\u{443}\u{43A}\u{446}", Rules), // инструкц
    ("\u{43E}\u{442}\u{432}\u{435}\u{442}\u{44C}", Command), // ответь
    ("\u{43E}\u{442}\u{432}\u{435}\u{447}", Command), // отвеч
    ("\u{43E}\u{442}\u{43F}\u{440}\u{430}\u{432}\u{44C}", Command), // отправь
    ("\u{43F}\u{43E}\u{43B}\u{44C}\u{437}\u{43E}\u{432}\u{430}\u{442}\u{435}\u{43B}", Reader), // пользовател
    ("\u{43F}\u{440}\u{435}\u{434}\u{44B}\u{434}\u{443}\u{449}", Former), // предыдущ
    ("\u{441}\u{43A}\u{430}\u{436}\u{438}", Speech), // скажи
    ("\u{442}\u{430}\u{43B}\u{438}\u{43C}\u{430}\u{442}", Rules),
    ("\u{456}\u{433}\u{43D}\u{43E}\u{440}", Override), // ігнор
    ("\u{456}\u{43D}\u{441}\u{442}\u{440}\u{443}\u{43A}\u{446}", Rules), // інструкц
    ("\u{623}\u{62E}\u{628}\u{631}", Speech), // أخبر
    ("\u{627}\u{644}\u{62A}\u{639}\u{644}\u{64A}\u{645}\u{627}\u{62A}", Rules), // التعليمات
    ("\u{627}\u{644}\u{633}\u{627}\u{628}\u{642}", Former), // السابق
    ("\u{627}\u{644}\u{645}\u{633}\u{627}\u{639}\u{62F}", Machine), // المساعد
    ("\u{627}\u{644}\u{645}\u{633}\u{62A}\u{62E}\u{62F}\u{645}", Reader), // المستخدم
    ("\u{62A}\u{62C}\u{627}\u{647}\u{644}", Override), // تجاهل
    ("\u{62F}\u{633}\u{62A}\u{648}\u{631}", Rules), // دستور
    ("\u{646}\u{627}\u{62F}\u{6CC}\u{62F}\u{647}", Override), // نادیده
    ("\u{905}\u{928}\u{926}\u{947}\u{916}\u{93E}", Override), // अनदेखा
    ("\u{909}\u{92A}\u{92F}\u{94B}\u{917}\u{915}\u{930}\u{94D}\u{924}\u{93E}", Reader), // उपयोगकर्ता
    ("\u{928}\u{93F}\u{930}\u{94D}\u{926}\u{947}\u{936}", Rules), // निर्देश
    ("\u{BB34}\u{C2DC}\u{D558}", Override), // 무시하
    ("\u{C0AC}\u{C6A9}\u{C790}", Reader), // 사용자
    ("\u{C774}\u{C804}", Former), // 이전
    ("\u{C9C0}\u{C2DC}", Rules), // 지시
];

/// Words of scripts without spaces.
#[rustfmt::skip]
static UNSPACED: &[(&str, Role)] = &[
    ("\u{E04}\u{E33}\u{E2A}\u{E31}\u{E48}\u{E07}", Rules), // คำสั่ง
    ("\u{E40}\u{E1E}\u{E34}\u{E01}\u{E40}\u{E09}\u{E22}", Override), // เพิกเฉย
    ("\u{30A2}\u{30B7}\u{30B9}\u{30BF}\u{30F3}\u{30C8}", Machine), // アシスタント
    ("\u{30E6}\u{30FC}\u{30B6}\u{30FC}", Reader), // ユーザー
    ("\u{4E4B}\u{524D}\u{7684}", Former), // 之前的
    ("\u{4EE5}\u{4E0A}", Former), // 以上
    ("\u{4EE5}\u{524D}\u{306E}", Former), // 以前の
    ("\u{4F60}\u{5FC5}\u{987B}", Command), // 你必须
    ("\u{52A9}\u{624B}", Machine), // 助手
    ("\u{544A}\u{8BC9}", Speech), // 告诉
    ("\u{56DE}\u{590D}", Command), // 回复
    ("\u{56DE}\u{7B54}", Command), // 回答
    ("\u{5FD8}\u{8BB0}", Override), // 忘记
    ("\u{5FFD}\u{7565}", Override), // 忽略
    ("\u{6307}\u{4EE4}", Rules), // 指令
    ("\u{6307}\u{793A}", Rules), // 指示
    ("\u{63D0}\u{793A}\u{8BCD}", Rules), // 提示词
    ("\u{7121}\u{8996}", Override), // 無視
    ("\u{7528}\u{6237}", Reader), // 用户
    ("\u{8BED}\u{8A00}\u{6A21}\u{578B}", Machine), // 语言模型
];

#[cfg(test)]
mod tests {
    use super::{Role, STEMS, UNSPACED, WHOLE, role, role_at};

    #[test]
    fn the_tables_can_be_searched() {
        assert!(WHOLE.is_sorted_by(|a, b| a.0 < b.0));
        for table in [STEMS, UNSPACED] {
            // no word begins with the one before it, so that the last one not behind a text is the only one to try
            for pair in table.windows(2) {
                let [a, b] = pair else { continue };
                assert!(a.0 < b.0 && !b.0.starts_with(a.0), "{} {}", a.0, b.0);
            }
        }
        assert_eq!(role("ignorez"), Some(Role::Override));
        assert_eq!(role("assistants"), Some(Role::Machine));
        assert_eq!(role("house"), None);
        assert_eq!(
            role_at("\u{5FFD}\u{7565}\u{4E4B}\u{524D}"),
            Some(Role::Override)
        );
    }
}
