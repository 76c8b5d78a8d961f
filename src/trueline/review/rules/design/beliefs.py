"""Assumptions that lessons of the toolkit speak against, known by their words.

A belief is told by words for a cause and, after them in the sentence, words for an effect. It
counts as contradicted only while nothing local backs it or will check it: evidence from here weighs
more than a lesson from elsewhere. Add a belief here, with the lesson it runs into.
"""

from __future__ import annotations

from dataclasses import dataclass

from trueline.design import Assumption
from trueline.language import gettext_noop
from trueline.lexicon import Expression, Sentence, follows, sentences
from trueline.memory import remembered

WITHIN = 30
"""So many words between a cause and its effect still make one thought."""


@dataclass(frozen=True)
class Belief:
    """Words for a cause and an effect, and what the toolkit says of the step between them."""

    cause: Expression
    effect: Expression
    lesson: str
    ref: str

    def is_in(self, sentence: Sentence) -> bool:
        """Whether a sentence says it."""
        if _WEIGHED.pattern.search(sentence.text):
            return False
        return follows(sentence, self.cause, self.effect, within=WITHIN)


_DOING = (
    "go|leave|migrat|travel|depart|send|pay|sign|accept|take|tak|fall|trust|believ|follow|hire|hir|buy"
    "|let|work|agree|give|giv|give in|hand|borrow|engage|go along|risk|use|us|sell|exploit|recruit"
)
_FAIRE = (
    "part|ir|va|vont|migr|voyag|envoi|enverr|envoy|plac|confi|pai|pay|sign|accept|prend|tomb|croi|croy|suiv"
    "|embauch|achet|laiss|travaill|donn|remet|emprunt|vend|exploit|recrut|quitt|engag|cèd|céd|risqu"
)
_HACER = (
    "ir|va|van|vay|march|emigr|migr|viaj|part|sal|sald|env|mand|entreg|pag|firm|acept|tom|ca|cae|caer|cre"
    "|sig|segu|contrat|compr|dej|trabaj|d[aé]|pid|prest|vend|explot|reclut|engañ|arriesg"
)
_NOT = (
    "(?:will|would|shall|do|does|can|could) not|won.t|wouldn.t|don.t|doesn.t|can.t|cannot|no longer|never"
    "|stop(?:s|ped)?|cease[sd]?|refrain(?:s|ed)? from|think twice before|less likely to|not"
)
_ACTING = (
    "avoid\\p{L}*|refus\\p{L}*|reject\\p{L}*|declin\\p{L}*|resist\\p{L}*|turn\\p{L}* (?:it |them )?down"
    "|say no|(?:stay|keep|walk)\\p{L}* away|act on it|act accordingly|will act|change (?:their|what they)"
    "|(?:be )?(?:less|better) (?:likely|able|vulnerable|exposed|protected|prepared|equipped|placed)"
    "|(?:informed|safer|safe|better|wiser|right) (?:choices?|decisions?)"
    "|stand\\p{L}* up|insist\\p{L}*|keep (?:their|them)|claim (?:it|what|their)"
    "|protect themselves|report (?:it|cases|to|them|the)|migrate safely|fewer risks|less risk"
    f"|(?:{_NOT}) (?:be )?(?:{_DOING})\\p{{L}}*"
    "|évit\\p{L}*|refus\\p{L}*|rejett?er\\p{L}*|renonc\\p{L}*|se méfi\\p{L}*|agir\\p{L}*|se protég\\p{L}*"
    "|(?:risqu\\p{L}*|ser\\p{L}*) moins|moins (?:de chances|exposée?s?|vulnérables?|susceptibles?)"
    "|mieux (?:protégée?s?|préparée?s?|armée?s?)|(?:choix|décisions?) (?:plus )?(?:éclairée?s?|sûre?s?)"
    "|(?:garder|exiger|réclamer)(?:a|ont)|signaler\\p{L}*|dénoncer\\p{L}*|moins de risques?|chang\\p{L}* (?:de|leur) comportement"
    "|(?:cesser|arrêter|s.abstien|s.abstenir)\\p{L}* (?:de|d.)|prendr\\p{L}* moins"
    f"|(?:ne |n.)(?:se |s.|les? |la |l.|y |en )?(?:{_FAIRE})\\p{{L}}*"
    "|evit\\p{L}*|rechaz\\p{L}*|se neg\\p{L}*|renunci\\p{L}*|(?:se )?alej\\p{L}*|desconf\\p{L}*|actuar\\p{L}*|se protej\\p{L}*"
    "|menos (?:probable|expuest[oa]s?|vulnerables?|propens[oa]s?)|mejor (?:protegid|preparad)[oa]s?"
    "|(?:decisiones|elecciones) (?:más )?(?:informadas|seguras|acertadas)"
    "|(?:guardar|exigir|reclamar)(?:á|án)|se proteg\\p{L}*|denunciar\\p{L}*|menos riesgos?|cambi\\p{L}* (?:de|su) (?:conducta|comportamiento)"
    "|(?:dejar|dejan|dejen|abstendr|abstien)\\p{L}* de"
    f"|(?:ya )?(?:no|nunca|jamás) (?:se |los? |las? |les? )?(?:{_HACER})\\p{{L}}*"
)

_PRACTISING = (
    "investigat|interview|identif|detect|arrest|prosecut|pursue|pursu|open|report|refer|screen|raid|inspect|enforc"
    "|handle|handl|treat|ask|record|appl|use|practi[sc]|improv|perform|follow|protect|respond|convict|seiz|trace"
    "|do (?:it|so|this|their|better)|work differently|act"
)
_PRATIQUER = (
    "appliquer|mettr|utiliser|enquêter|identifier|détecter|repérer|arrêter|poursuivr|ouvrir|signaler|orienter"
    "|contrôler|inspecter|traiter|interroger|entendr|protéger|réagir|agir|améliorer|suivr|condamner|juger|mener"
)
_PRACTICAR = (
    "aplicar|pondr|utilizar|usar|investigar|identificar|detectar|arrestar|detendr|perseguir|procesar|abrir"
    "|denunciar|derivar|remitir|controlar|inspeccionar|tratar|entrevistar|proteger|responder|actuar|mejorar"
    "|seguir|condenar|juzgar|acusar|llevar|atender"
)
"""Stems of what trainees are to do at work, each in the time that is to come in French and Spanish."""

_WEIGHED = Expression(
    "but|still|unless|only if|only when|not enough|even so|even if|although|though|mais|quand même|malgré"
    "|sauf|à condition|seulement si|même si|ne suffit pas|bien que|pero|aun así|aunque|salvo|solo si|sólo si"
    "|a menos|no basta|siempre que|provided|as long as|pourvu"
)
"""Words by which a belief is weighed, and no longer one."""

VICTIMS = Expression(
    "victims|survivors|trafficked (?:persons|people|workers|women|men|children)|victimes|"
    "survivante?s|víctimas|sobrevivientes|supervivientes"
)

BELIEFS = (
    Belief(
        Expression(
            "(?:train(?:ed|ing|ings|ees?)|courses?|workshops?|seminars?|what (?:they|is) learn(?:ed|t)?)|"
            "formations?|formée?s?|ateliers?|cours|séminaires?|capacitaci(?:ón|ones)|capacitad[oa]s?|talleres|"
            "taller|cursos?|seminarios?|formaci(?:ón|ones)|formad[oa]s?"
        ),
        Expression(
            "apply|applies|applied|use (?:it|them|what)|into practi[sc]e|in practi[sc]e|at"
            " work|on the job|appliqu\\p{L}*|mett\\p{L}* en pratique|mis en pratique|utilis\\p{L}*|"
            "aplic\\p{L}*|en (?:la )?práctica|utiliz\\p{L}*|pondrán en"
            f"|(?:will|would|shall|to|start|begin|can)(?: then| now| also)? (?:{_PRACTISING})\\p{{L}}*"
            f"|(?:{_PRATIQUER})(?:a|ont|ait|aient)|(?:{_PRACTICAR})(?:á|án|ía|ían)"
        ),
        gettext_noop("That training turns into practice is not routinely supported by research"),
        "1 A3",
    ),
    Belief(
        Expression(
            "know|knows|knowing|known|aware|awareness|informed|information|understand|understands|understood|"
            "learn(?:ed|t|s)?|hear|heard|hears|told|seen|see|sees|saw|watch(?:ed|es)?|read|films?|videos?|spots?|warned|message|messages|stor(?:y|ies)|posters?|campaigns?|"
            "entend\\p{L}*|appris|vue?s?|voi(?:t|ent)|verront|regard\\p{L}*|films?|vidéos?|spots?|averti\\p{L}*|messages?|campagnes?|histoires?|"
            "escuch\\p{L}*|ven|vean|vieron|mir\\p{L}*|películas?|v[ií]deos?|oyen|oído|oigan|advertid\\p{L}*|mensajes?|campañas?|historias?|"
            "connai\\p{L}*|savent|sachant|informée?s?|sensibilis\\p{L}*|conscient\\p{L}*|comprenn\\p{L}*|"
            "conoc\\p{L}*|conozcan|saben|sabiendo|informad[oa]s?|informaci\\p{L}*|sensibiliz\\p{L}*|"
            "conscientes?|entiend\\p{L}*|comprend\\p{L}*"
        ),
        Expression(_ACTING),
        gettext_noop("That knowing leads people to act is not routinely supported by research"),
        "1 A1",
    ),
    Belief(
        Expression(
            "traffick(?:ers|ing)|recruiters?|brokers?|networks?|trafiquants?|recruteurs?|réseaux|"
            "tratantes?|traficantes?|reclutador(?:es)?|redes"
        ),
        Expression(
            "(?:will not|won.t|do not|don.t|does not|doesn.t|cannot|can.t) (?:move|shift|go|turn)|"
            "ne se déplac\\p{L}*|n.ir\\p{L}* pas|ne change\\p{L}* pas|"
            "no se (?:desplaz|traslad|mov|mud|ir)\\p{L}*|no cambiar\\p{L}*"
        ),
        gettext_noop("Trafficking reduced in one place or group may be displaced instead"),
        "1 A2",
    ),
    Belief(
        Expression(
            "incomes?|earn|earns|poverty|poor|jobs?|livelihoods?|employment|trades?|métiers?|oficios?|revenus?|gagn\\p{L}*|"
            "pauvreté|emplois?|ingresos?|ganan?|pobreza|empleos?|trabajo"
        ),
        Expression(
            "stay|not leave|don.t leave|not migrate|don.t migrate|fewer leave|less migration|"
            "keeps? (?:them|people|families|girls|boys|women|men) (?:home|here)|"
            "rest\\p{L}* (?:au|chez|dans|sur place)|ne (?:part|quitt|migr)\\p{L}*|moins de départs|"
            "se quedar\\p{L}*|se quedan|no (?:se (?:ir|van)|migr|emigr|part)\\p{L}*|menos migración"
        ),
        gettext_noop(
            "The link between poverty and risky migration lacks strong evidence, and a higher income"
            " can also lead people to leave"
        ),
        "4 L3",
    ),
    Belief(
        Expression(
            "(?:legal|regular|licensed) (?:migration|channels?|ways?|agenc(?:y|ies)|recruitment)|"
            "(?:migration|voies?|agences?|recrutement) (?:légales?|régulières?|agréées?|légal)|"
            "(?:migración|vías?|agencias?|canales) (?:legal|legales|regular|regulares|autorizadas?)"
        ),
        Expression(
            "safe|safer|safely|protects?|protected|without risk|sûre?s?|sans (?:risque|danger)|"
            "protèg\\p{L}*|protégée?s?|en sécurité|segur[oa]s?|sin riesgos?|protegid[oa]s?|protegen?"
        ),
        gettext_noop("Regular ways are not always safer in practice"),
        "fn 19",
    ),
    Belief(
        VICTIMS,
        Expression(
            "come forward|comes forward|accept (?:help|assistance|support|services)|seek help|"
            "identify themselves|self-identify|want to be identified|se présent\\p{L}*|"
            "accept\\p{L}* (?:l.aide|l.assistance|un soutien)|se feront connaître|"
            "se presentar\\p{L}*|acept\\p{L}* (?:la )?(?:ayuda|asistencia|apoyo)|buscar\\p{L}* ayuda"
        ),
        gettext_noop(
            "Many victims choose not to come forward or to turn help down, for reasons of their own"
        ),
        "8 L1",
    ),
    Belief(
        VICTIMS,
        Expression(
            "testify|testifies|give statements|give evidence|cooperate with|témoign\\p{L}*|"
            "coopér\\p{L}*|porter\\p{L}* plainte|declarar\\p{L}*|testific\\p{L}*|colaborar\\p{L}*|"
            "denunciar\\p{L}*"
        ),
        gettext_noop("Many victims are reluctant to testify"),
        "6 L2.6",
    ),
    Belief(
        Expression(
            "arrests?|arrested|convictions?|convicted|prosecutions?|arrestations?|condamnations?|"
            "poursuites?|arrestos?|detenciones|condenas?|procesamientos?"
        ),
        Expression(
            "deter|deters|deterred|dismantles?|dismantled|end networks|breaks? up|collapses?|"
            "dissua\\p{L}*|démant\\p{L}*|disuad\\p{L}*|disuasi\\p{L}*|desmantel\\p{L}*"
        ),
        gettext_noop(
            "Many investigations reach people at a low level, and not organisers or networks"
        ),
        "6 L2.4",
    ),
    Belief(
        Expression(
            "return|returns|returned|(?:go|goes|going) (?:back|home)|back home|retours?|rentr\\p{L}*|"
            "retornos?|regres\\p{L}*|vuelven|retornad[oa]s?"
        ),
        Expression(
            "safe|safer|reintegrate|reintegrated|recover|recovers|not (?:be )?re-?trafficked|"
            "réintégr\\p{L}*|en sécurité|se rétabli\\p{L}*|reintegr\\p{L}*|a salvo|segur[oa]s?|"
            "se recuper\\p{L}*"
        ),
        gettext_noop("People who return may face what made them leave"),
        "8 L5",
    ),
    Belief(
        Expression(
            "micro-?credit|loans?|borrow|borrowers|savings groups?|micro-?crédits?|prêts?|"
            "groupes d.épargne|micro-?créditos?|préstamos?|grupos de ahorro"
        ),
        Expression(
            "most vulnerable|poorest|at most risk|plus (?:vulnérables|pauvres|démunis)|"
            "más (?:vulnerables|pobres|necesitad[oa]s)"
        ),
        gettext_noop(
            "Credit tends to go to those likely to repay, who are rarely the most vulnerable"
        ),
        "4 L2.2",
    ),
    Belief(
        Expression(
            "(?:national )?(?:plan|npa)(?: of action)?|plan (?:d.action|national|de acción)"
        ),
        Expression(
            "guides?|guided|aligned|follow|follows|followed|guider\\p{L}*|orienter\\p{L}*|suivr\\p{L}*|"
            "guiar\\p{L}*|orientar\\p{L}*|seguir\\p{L}*"
        ),
        gettext_noop("Work in a country is not always guided by its national plan"),
        "9 L1",
    ),
)


def contradicted(assumption: Assumption) -> Belief | None:
    """The first belief that an assumption states, unless it is backed or will be checked."""
    if assumption.is_backed or assumption.check:
        return None
    return _stated(assumption.statement)


@remembered(4096)
def _stated(statement: str) -> Belief | None:
    """The first belief in a statement: remembered, since several rules ask for it."""
    statements = tuple(sentences(statement))
    return next((b for b in BELIEFS if any(b.is_in(sentence) for sentence in statements)), None)
