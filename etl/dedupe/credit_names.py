"""The names by which the Arabic press credits agencies and other outlets. A pure table.

The id is that of the source in `etl/sources` where one is declared. Names are compared by their letters
alone, so that أ.ف.ب and أ ف ب and (ا ف ب) are one; a name in full needs no وكالة before it.
"""

AGENCIES = {
    "afp": "أ ف ب|فرانس برس|الفرنسية|الصحافة الفرنسية|الأنباء الفرنسية|فرانس بريس|AFP",
    "reuters": "رويترز|رويتر|Reuters",
    "ap": "أ ب|أسوشيتد برس|أسوشيتدبرس|الأسوشيتد برس|أسوشييتد برس|AP",
    "dpa": "د ب أ|الأنباء الألمانية|الألمانية|DPA",
    "upi": "يو بي آي|يو بي أي|يونايتد برس|يونايتد برس إنترناشونال|UPI",
    "mena": "أ ش أ|أنباء الشرق الأوسط|الشرق الأوسط للأنباء|MENA",
    "epa": "إ ب أ|الأوروبية|EPA",
    "efe": "إفي|الأنباء الإسبانية|EFE",
    "ansa": "أنسا|الأنباء الإيطالية|ANSA",
    "aki": "آكي",
    "tass": "تاس|إيتار تاس|TASS",
    "novosti": "نوفوستي|ريا نوفوستي",
    "sputnik_arabic": "سبوتنيك|سبوتنك",
    "xinhua_arabic": "شينخوا|الأنباء الصينية|Xinhua",
    "anadolu_arabic": "الأناضول|أناضول|وكالة الأناضول للأنباء|AA",
    "irna_arabic": "إرنا|الجمهورية الإسلامية للأنباء|IRNA",
    "bloomberg": "بلومبرغ|بلومبيرغ|بلومبرج|بلومبيرج|Bloomberg",
    "spa": "واس|الأنباء السعودية|SPA",
    "wam": "وام|أنباء الإمارات|WAM",
    "kuna": "كونا|الأنباء الكويتية|KUNA",
    "qna": "قنا|الأنباء القطرية|QNA",
    "bna": "بنا|أنباء البحرين|BNA",
    "oman_news_agency": "العمانية|الأنباء العمانية|ONA",
    "petra": "بترا|الأنباء الأردنية|Petra",
    "sana": "سانا|السورية للأنباء|العربية السورية للأنباء|SANA",
    "nna_lebanon": "الوطنية للإعلام|الوكالة الوطنية للإعلام|الوطنية",
    "wafa": "وفا|الأنباء الفلسطينية|الأنباء والمعلومات الفلسطينية|WAFA",
    "maan": "معا|معا الإخبارية",
    "saba": "سبأ|سبأ نت|الأنباء اليمنية",
    "suna": "سونا|السودان للأنباء|SUNA",
    "map": "و م ع|ماب|المغرب العربي للأنباء|MAP",
    "aps": "و أ ج|وأج|الأنباء الجزائرية|APS",
    "tap": "وات|تونس إفريقيا للأنباء|TAP",
    "lana": "وال|الأنباء الليبية|LANA",
    "ami": "و م أ|الموريتانية للأنباء|الأنباء الموريتانية|AMI",
    "ina": "واع|الأنباء العراقية|INA",
    "bbc_arabic": "بي بي سي|بي بي سي عربي|BBC",
    "cnn_arabic": "سي إن إن|سي ان ان|CNN",
    "aljazeera": "الجزيرة|الجزيرة نت",
    "alarabiya": "العربية|العربية نت",
    "sky_news_arabia": "سكاي نيوز|سكاي نيوز عربية",
    "rt_arabic": "روسيا اليوم|آر تي",
    "dw_arabic": "دويتشه فيله|DW",
    "france24_arabic": "فرانس 24",
    "un_news_arabic": "أخبار الأمم المتحدة",
    "agencies": "وكالات|الوكالات|وكالات الأنباء|متابعات ووكالات|وكالات أنباء|وكالات عالمية|agencies",
}
"""Agency id to the forms of its name, apart by a bar. `agencies` credits agencies without naming them."""

LABELS = "المصدر|المصادر|مصدر الخبر|نقلا عن|عن|source"
"""What stands before the name of a credited outlet."""
