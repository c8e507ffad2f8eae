"""The rules that tell what states did together: frozen data, each with a stable id. Pure.

A rule is never changed in its meaning: a new meaning gets a new version behind the stroke of its id, so
that a stored fact says by which rule it came. Patterns are written as the press writes and are
compared with search text. Here stand contacts, agreements and operations; `cooperation_means` holds what
one side does for or gives to the other.
"""

from etl.classify.cooperation_means import MEANS_RULES
from etl.classify.cooperation_rule import rule
from etl.classify.cooperation_terms import CooperationKind as Kind
from etl.classify.cooperation_terms import Frame, Gate, Rule
from etl.classify.cooperation_words import DEAL, DEAL_STEMS, WHO, WHO_STEMS

CONTACT_RULES: tuple[Rule, ...] = (
    rule(
        "visit.verb/1",
        Kind.VISIT_OR_MEETING,
        Frame.VISIT,
        WHO_STEMS,
        r"[وف]?س?(?:زار|زارت|زارا|زاروا|[يت]زور|[يت]زوران|يزورون)",
        heads="زار> زارت> زارا> زاروا> زور> زوران> زورون>",
        needs=WHO,
    ),
    rule(
        "visit.noun/1",
        Kind.VISIT_OR_MEETING,
        Frame.VISIT,
        WHO_STEMS,
        r"[وفبل]{0,2}(?:ال|ل)?زيار(?:ة|ته|تها|تهم|تهما)",
        heads="زيار",
        needs=WHO,
    ),
    rule(
        "visit.arrival/1",
        Kind.VISIT_OR_MEETING,
        Frame.VISIT,
        WHO_STEMS,
        r"[وف]?س?(?:وصل|وصلت|وصلوا|[يت]صل|(?:حل|حلت|[يت]حل)(?= (?:ب\w|ضيف|(?:ال)?(?:وزير|وزيرة|وفد|مدير|مديرة|رئيس|رئيسة|قائد|مسؤول|نائب|مبعوث|مساعد|مفوض)(?!\w)))|(?:حط|حطت|[يت]حط)(?= (?:[^،.]{0,60} )?الرحال)|(?:توجه|توجهت|[يت]توجه)(?! (?:بها|به|بال(?:شكر|تحية|تهنئة|دعوة|سؤال|نداء)|بكلمة|بنداء|برسالة|بسؤال|بخطاب|بطلب|إلى الله)(?!\w))|سافر|سافرت|[يت]سافر|[يت]سافرون|متوجها إلى|أوفد|أوفدت|[يت]وفد)",
        heads="وصل> وصلت> وصلوا> يصل> تصل> حل> حلت> حط> حطت> وجه> وجهت> متوجه سافر وفد> وفدت>",
        needs=WHO,
        never=r"مساعدة (?:قضائية|قانونية)|المساعدة (?:القضائية|القانونية)",
    ),
    rule(
        "visit.received/1",
        Kind.VISIT_OR_MEETING,
        Frame.HOST,
        WHO_STEMS,
        r"[وف]?س?(?:استقبل|استقبلت|[يت]ستقبل)",
        heads="ستقبل",
        near=WHO,
        never=r"قتيل|جثة|جثث|جرحى|مهاجر|لاجئ|رحلات",
    ),
    rule(
        "contact.call/1",
        Kind.VISIT_OR_MEETING,
        Frame.MUTUAL,
        "هاتفي مكالم",
        r"[وفبل]{0,2}(?:ال|ل)?(?:(?:اتصال|اتصالا|محادثة|مباحثات) (?:ال)?(?:هاتفي|هاتفيا|هاتفية)|مكالمة(?: هاتفية)?|مباحثة هاتفية)",
        heads="اتصال محادث مباحث مكالم",
    ),
    rule(
        "contact.phone/1",
        Kind.VISIT_OR_MEETING,
        Frame.MUTUAL,
        "هاتف",
        r"[وف]?(?:هاتف|هاتفت|[يت]هاتف)(?= (?:ال)?(?:وزير|وزيرة|رئيس|رئيسة|مدير|قائد|نائب|مستشار|مبعوث|ملك|أمير|نظير))",
    ),
    rule(
        "meeting.verb/1",
        Kind.VISIT_OR_MEETING,
        Frame.MUTUAL,
        "التق لتقي جتمع بحث باحث ناقش",
        r"[وف]?س?(?:التقى|التقت|التقيا|[يت]لتقي|اجتمع|اجتمعت|اجتمعا|[يت]جتمع|[يت]جتمعان|بحث|بحثت|بحثا(?! عن)|[يت]بحث|[يت]بحثان|تباحث|تباحثا|[يت]تباحث|ناقش|ناقشت|ناقشا|[يت]ناقش|[يت]ناقشان)",
    ),
    rule(
        "meeting.noun/1",
        Kind.VISIT_OR_MEETING,
        Frame.MUTUAL,
        "محادث مباحث مشاور جتماع لقاء لقائ جلس قمة حوار",
        r"[وفبل]{0,2}(?:ال|ل)?(?:محادثات|مباحثات|مشاورات|اجتماع|اجتماعا|اجتماعات|لقاء|لقاءات|جلسة|قمة|حوار|حوارا|(?:لقاء|اجتماع|محادثات|مباحثات|مشاورات)(?:ه|ها|هم|هما)|لقائ(?:ه|ها|هم|هما))(?! (?:ال)?(?:إعلامي|صحفي|صحافي|حزبي|تلفزيوني|مفتوح))",
    ),
    rule(
        "agreement.sign/1",
        Kind.AGREEMENT,
        Frame.MUTUAL,
        DEAL_STEMS,
        rf"[وفبل]{{0,2}}(?:ال|ل)?س?(?:وقع|وقعت|وقعا|وقعتا|وقعوا|[يت]وقع|[يت]وقعان|توقيع|توقيعها|توقيعه|أبرم|أبرمت|أبرما|[يت]برم|[يت]برمان|إبرام|اعتمد|اعتمدت|اعتمدا|جدد|جددت|جددا|تجديد|مدد|مددت|مددا|تمديد|التوصل إلى|توصل|توصلت|توصلا)(?= (?:[^،.]{{0,90}} )?(?:ل|ب|على |إلى )?{DEAL}(?!\w))",
        heads="وقع وقيع برم برام توصل اعتمد جدد> جددت> جددا> تجديد> مدد> مددت> مددا> تمديد>",
        gate=Gate.SENTENCE,
    ),
    rule(
        "agreement.which/1",
        Kind.AGREEMENT,
        Frame.MUTUAL,
        "وقع أبرم",
        r"(?:ال|لل)(?:اتفاق|اتفاقية|مذكرة|بروتوكول|معاهدة)(?: \w+){0,3} (?:التي|الذي) (?:وقعتها|وقعها|وقعه|وقعته|أبرمتها|أبرمها|أبرمه|أبرمته)",
        heads="اتفاق مذكر بروتوكول معاهد",
        near=r"(?<!\w)(?:أمس|اليوم|قبل أيام|قبل يومين|(?:الأسبوع|الشهر) الماضي|(?:يوم|صباح|مساء) \w+)(?!\w)",
        gate=Gate.SENTENCE,
    ),
    rule(
        "agreement.ratify/1",
        Kind.AGREEMENT,
        Frame.MUTUAL,
        "صادق",
        rf"[وف]?س?(?:صادق|صادقت|[يت]صادق)(?= (?:[^،.]{{0,60}} )?على (?:\w+ ){{0,2}}{DEAL}(?!\w))",
        gate=Gate.SENTENCE,
    ),
    rule(
        "agreement.agree/1",
        Kind.AGREEMENT,
        Frame.MUTUAL,
        "اتفق",
        r"[وف]?(?:اتفق|اتفقت|اتفقا|اتفقتا|اتفقوا)(?= (?:[^،.]{0,80} )?على)",
    ),
    rule(
        "agreement.end/1",
        Kind.AGREEMENT,
        Frame.MUTUAL,
        DEAL_STEMS,
        rf"[وفبل]{{0,2}}(?:ال|ل)?(?:إلغاء|ألغى|ألغت|[يت]لغي|فسخ|إنهاء|أنهت|أنهى|[يت]نهي|تعليق|علق|علقت|[يت]علق|انسحاب\w{{0,2}} من|انسحبت من|[يت]نسحب من|نقض|تجميد|جمدت|جمد)(?: العمل ب)?\s*{DEAL}",
        heads="إلغاء> ألغ لغي> فسخ> إنهاء> أنهت> نهي> تعليق> علق نسحاب نسحب نقض> تجميد> جمد",
    ),
    rule(
        "operation.joint/1",
        Kind.JOINT_OPERATION,
        Frame.MUTUAL,
        "مشترك شارك مناور تمرين تدريبات",
        r"(?<!غرفة )[وفبل]{0,2}(?:ال|ل)?(?:(?:عملية|عمليات|مناورات|مناورة|تمرين|تمارين|تدريبات|تدريب|دوريات|دورية|حملة|حملات|مداهمات|تحقيق|فريق تحقيق|مهمة)(?:ا|ها|هما|هم)?|عمليته\w{1,2}|مناورته\w{1,2})"
        r"(?:(?: \w+){0,2} (?:ال)?(?:مشترك|مشتركة|مشتركا)|(?: \w+){0,4} (?:بمشاركة|(?:شارك|شاركت|[يت]شارك)(?: \w+)? فيها?)|(?: \w+){0,2} مع (?:ال)?(?:قوات|جيش|شرطة|بحرية|نظير\w{2,3})(?!\w))",
        heads="عملي مناور تمرين تمارين تدريب دوري حمل مداهم تحقيق فريق مهم",
    ),
    rule(
        "operation.drill/1",
        Kind.JOINT_OPERATION,
        Frame.MUTUAL,
        "مناور تدريبات تمارين",
        r"[وفبل]{0,2}(?:ال|ل)?(?:مناورات|مناورة|(?:تدريبات|تمارين)(?= (?:ال)?(?:عسكرية|بحرية|جوية|برية)))",
        heads="مناور تدريبات تمارين",
    ),
    rule(
        "operation.with/1",
        Kind.JOINT_OPERATION,
        Frame.WITH,
        "تعاون تنسيق اشتراك شراك",
        r"[وف]?(?:بالتعاون|بتعاون|بالتنسيق|بتنسيق|بالاشتراك|بالشراكة|بشراكة)(?: \w+){0,3} مع",
        needs=r"(?:تفكيك|فكك|ضبط|إحباط|أحبط|حجز|مصادرة|توقيف|أوقف|اعتقال|اعتقل|القبض|عملية|نفذ|داهم|مداهم|أطاح|الإطاحة|تحرير|إسقاط)",
    ),
)

RULES: tuple[Rule, ...] = (*CONTACT_RULES, *MEANS_RULES)
