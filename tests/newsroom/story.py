"""Building blocks to Arabic news articles, each distinct. The countries are real, everything told of them is not."""

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country with the words that an article about it needs; agencies are feminine, for their verbs."""

    name: str
    of: str
    cities: tuple[str, ...]
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One article as it was written, before any outlet set it."""

    title: str
    paragraphs: tuple[str, ...]
    section: str
    caption: str
    tags: tuple[str, ...]

    @property
    def lead(self) -> str:
        """The first paragraph."""
        return self.paragraphs[0]


LANDS = (
    Land(
        name="المغرب",
        of="المغربية",
        cities=("الرباط", "طنجة", "فاس", "أكادير"),
        agencies=(
            "المديرية العامة للأمن الوطني",
            "إدارة الجمارك والضرائب غير المباشرة",
            "وزارة التجهيز والماء",
        ),
    ),
    Land(
        name="تونس",
        of="التونسية",
        cities=("صفاقس", "سوسة", "بنزرت", "قابس"),
        agencies=("وزارة الداخلية", "الإدارة العامة للديوانة", "وزارة الصحة"),
    ),
    Land(
        name="الجزائر",
        of="الجزائرية",
        cities=("وهران", "قسنطينة", "عنابة", "تلمسان"),
        agencies=("وزارة الطاقة والمناجم", "المديرية العامة للحماية المدنية", "وزارة العدل"),
    ),
    Land(
        name="مصر",
        of="المصرية",
        cities=("الإسكندرية", "السويس", "أسوان", "المنصورة"),
        agencies=("وزارة الموارد المائية والري", "هيئة الرقابة الإدارية", "وزارة الثقافة"),
    ),
    Land(
        name="الأردن",
        of="الأردنية",
        cities=("عمان", "إربد", "العقبة", "الكرك"),
        agencies=("مديرية الأمن العام", "دائرة الجمارك", "وزارة المياه والري"),
    ),
    Land(
        name="العراق",
        of="العراقية",
        cities=("بغداد", "البصرة", "الموصل", "النجف"),
        agencies=("هيئة المنافذ الحدودية", "وزارة الكهرباء", "هيئة النزاهة الاتحادية"),
    ),
    Land(
        name="السعودية",
        of="السعودية",
        cities=("الرياض", "جدة", "الدمام", "تبوك"),
        agencies=("هيئة الزكاة والضريبة والجمارك", "وزارة البيئة والمياه والزراعة", "النيابة العامة"),
    ),
    Land(
        name="الكويت",
        of="الكويتية",
        cities=("الجهراء", "الأحمدي", "حولي", "الفروانية"),
        agencies=("وزارة الصحة", "الإدارة العامة للجمارك", "وزارة الداخلية"),
    ),
    Land(
        name="عمان",
        of="العمانية",
        cities=("مسقط", "صلالة", "صحار", "نزوى"),
        agencies=("شرطة عمان السلطانية", "هيئة البيئة", "وزارة النقل والاتصالات"),
    ),
    Land(
        name="موريتانيا",
        of="الموريتانية",
        cities=("نواكشوط", "نواذيبو", "كيفة", "روصو"),
        agencies=("وزارة الصيد", "المندوبية العامة للأمن المدني", "وزارة الداخلية"),
    ),
    Land(
        name="لبنان",
        of="اللبنانية",
        cities=("بيروت", "طرابلس", "صيدا", "زحلة"),
        agencies=("المديرية العامة للأمن العام", "وزارة الصحة العامة", "وزارة الثقافة"),
    ),
    Land(
        name="السودان",
        of="السودانية",
        cities=("بورتسودان", "كسلا", "عطبرة", "دنقلا"),
        agencies=("وزارة الري والموارد المائية", "وزارة الصحة", "هيئة الموانئ البحرية"),
    ),
    Land(
        name="إسبانيا",
        of="الإسبانية",
        cities=("مدريد", "قادس", "إشبيلية", "مالقة"),
        agencies=("وزارة الداخلية", "وكالة الضرائب", "وزارة الانتقال البيئي"),
    ),
    Land(
        name="إيطاليا",
        of="الإيطالية",
        cities=("روما", "باليرمو", "نابولي", "جنوة"),
        agencies=("وزارة الخارجية", "إدارة الحماية المدنية", "النيابة العامة"),
    ),
    Land(
        name="تركيا",
        of="التركية",
        cities=("أنقرة", "إزمير", "مرسين", "غازي عنتاب"),
        agencies=("وزارة التجارة", "رئاسة إدارة الكوارث والطوارئ", "وزارة العدل"),
    ),
    Land(
        name="المكسيك",
        of="المكسيكية",
        cities=("مكسيكو", "غوادالاخارا", "بويبلا", "تيخوانا"),
        agencies=("وزارة الخارجية", "وزارة الأمن", "هيئة الجمارك"),
    ),
)
_NAMES = (
    "سالم الحارثي",
    "ليلى بن عمار",
    "خالد المنصوري",
    "نادية العلمي",
    "يوسف الدباغ",
    "هدى الشامي",
    "طارق بلقاسم",
    "سعاد الراوي",
    "إبراهيم ولد أحمد",
    "ريم النجار",
)
_WEEKDAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")
_SUBJECTS = (
    (
        "أمن",
        "تفكيك شبكة لتزوير وثائق السفر",
        "تزوير وثائق السفر",
        "ضبط جوازات وأختام مزورة وأجهزة طباعة دقيقة",
    ),
    (
        "اقتصاد",
        "اتفاق على تبسيط إجراءات العبور الجمركي",
        "العبور الجمركي",
        "اعتماد نافذة إلكترونية موحدة لتصاريح الشاحنات",
    ),
    (
        "بيئة",
        "خطة مشتركة لمواجهة الفيضانات",
        "مواجهة الفيضانات",
        "تبادل قراءات محطات الرصد كل ساعة في موسم الأمطار",
    ),
    ("قضاء", "مذكرة تعاون في تسليم المطلوبين", "تسليم المطلوبين", "تعيين قاضي اتصال في كل من العاصمتين"),
    ("طاقة", "مشروع لربط شبكتي الكهرباء", "الربط الكهربائي", "مد كابل بحري يعمل بالتيار المستمر"),
    ("صحة", "حملة تطعيم في المناطق الحدودية", "التطعيم", "تسيير عيادات متنقلة إلى القرى البعيدة"),
    ("ثقافة", "أسبوع ثقافي يجمع الناشرين", "النشر والترجمة", "ترجمة كتب مختارة في التاريخ والعلوم"),
    (
        "مياه",
        "دراسة لإعادة استخدام المياه المعالجة",
        "إدارة المياه",
        "إنشاء محطة نموذجية لتحلية المياه بالطاقة الشمسية",
    ),
    ("نقل", "خط بحري جديد لنقل البضائع", "النقل البحري", "تسيير رحلتين في الأسبوع بين الميناءين"),
)
_OPENINGS = (
    "أعلنت {agency} {of}، يوم {weekday}، {subject}، وذلك عقب اجتماع عقد في مدينة {city} بحضور ممثلين عن {other}.",
    "كشفت {agency} {of}، في بيان صدر يوم {weekday} من مدينة {city}، عن {subject} بالتعاون مع {other}.",
    "قالت {agency} {of} يوم {weekday} إن العمل بدأ في مدينة {city} على {subject}، بمشاركة خبراء من {other}.",
)
_DETAILS = (
    "وأوضح البيان أن الجانبين اتفقا على {detail}، وأن التنفيذ سيبدأ خلال {days} يوما من تاريخ التوقيع.",
    "وتشمل المرحلة الأولى {detail}، على أن تقيم لجنة مشتركة النتائج بعد {days} يوما.",
    "ومن أبرز ما تقرر {detail}، إضافة إلى تدريب {people} موظفا من البلدين على الإجراءات الجديدة.",
)
_QUOTES = (
    "وقال {name}، المسؤول عن ملف {topic}، إن «ما تحقق اليوم ثمرة عمل استمر {months} شهرا، ولن يقاس نجاحه بعدد الاجتماعات بل بما يلمسه الناس».",
    "ونقل البيان عن {name} قوله إن «التعاون في {topic} لم يعد خيارا، لأن ما يحدث على جانب من الحدود يصل أثره إلى الجانب الآخر».",
    "وأكد {name} أن الفرق الفنية أنهت {percent} في المئة من الأعمال التحضيرية المتعلقة بملف {topic}، وأن ما بقي رهن بوصول المعدات.",
)
_BACKGROUND = (
    "وكان البلدان قد وقعا في السابق إعلان نوايا في المجال نفسه، غير أن تنفيذه تأخر بسبب خلاف على توزيع الكلفة.",
    "ويأتي هذا الإعلان بعد أشهر من مشاورات جرت على مستوى الخبراء، وشاركت في جانب منها منظمات دولية بصفة مراقب.",
    "وتفيد أرقام رسمية بأن حجم التبادل بين البلدين ارتفع خلال العام الماضي بنسبة {percent} في المئة، وهو ما زاد الضغط على المعابر والمرافق.",
)
_CLOSINGS = (
    "ومن المقرر أن يعقد الاجتماع المقبل في {other_city}، على أن تعرض فيه حصيلة الأسابيع الأولى.",
    "وينتظر أن ترفع {other_agency} {other_of} تقريرها قبل نهاية الشهر المقبل، وأن ينشر ملخص منه للعموم.",
    "وقدرت مصادر فنية كلفة المشروع بنحو {millions} مليون دولار، تتحمل {other} جزءا منها في صورة معدات وخبرات.",
)


def compose(random: Random, number: int) -> Story:
    """Return an article; `number` makes its title one of its own."""
    land, other = random.sample(LANDS, 2)
    section, subject, topic, detail = random.choice(_SUBJECTS)
    words = {
        "agency": random.choice(land.agencies), "of": land.of, "city": random.choice(land.cities), "subject": subject,
        "weekday": random.choice(_WEEKDAYS), "other": other.name, "other_city": random.choice(other.cities),
        "other_agency": random.choice(other.agencies), "other_of": other.of, "detail": detail, "topic": topic,
        "name": random.choice(_NAMES), "days": random.randrange(11, 99), "people": random.randrange(11, 99),
        "months": random.randrange(11, 30), "percent": random.randrange(11, 95), "millions": 100 + number,
    }  # fmt: skip
    blocks = (_OPENINGS, _DETAILS, _QUOTES, _BACKGROUND, _CLOSINGS)
    paragraphs = [random.choice(block).format(**words) for block in blocks]
    paragraphs.insert(
        2,
        f"وخصص لهذا الملف {100 + number} مليون دولار، وفق ما جاء في الوثيقة رقم {4000 + number} التي اطلعت عليها الصحيفة.",
    )
    return Story(
        title=f"{land.name} و{other.name}.. {subject} في {words['city']} (الوثيقة {4000 + number})",
        paragraphs=tuple(paragraphs),
        section=section,
        caption=f"جانب من الاجتماع في {words['city']}",
        tags=(land.name, other.name, topic),
    )


def edited(story: Story) -> Story:
    """Return an article as its outlet corrected it: another figure, and a paragraph more."""
    more = "وفي تحديث لاحق، أوضحت المصادر نفسها أن موعد التنفيذ لم يحدد بعد، وأن الأرقام التي أعلنت أولية وقابلة للمراجعة."
    return Story(
        title=story.title,
        paragraphs=(*story.paragraphs, more),
        section=story.section,
        caption=story.caption,
        tags=story.tags,
    )
