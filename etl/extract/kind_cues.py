"""What errors, walls, static pages and paywall stubs say, folded when the tables are read. Data only."""

from etl.extract.form import key_of

ERROR_TITLES = tuple(map(key_of, (
    "الصفحة غير موجودة", "الصفحة المطلوبة غير موجودة", "لم يتم العثور على الصفحة", "صفحة غير موجودة", "لا توجد نتائج",
    "خطأ 404", "404", "page not found", "not found", "error 404", "404 not found", "عذرا الصفحة", "عذرا هذه الصفحة", "الرابط غير صحيح",
    "الخبر غير موجود", "المقال غير موجود", "المحتوى غير متوفر", "هذا المحتوى غير متوفر", "account suspended", "suspended",
    "this account has been suspended", "تم إيقاف الحساب", "حساب معلق", "حساب موقوف", "الموقع معلق", "الموقع تحت الصيانة", "الموقع قيد الصيانة",
    "تحت الصيانة", "تحت الإنشاء", "under maintenance", "maintenance", "under construction", "error establishing a database connection", "database error",
    "خطأ في الاتصال بقاعدة البيانات", "internal server error", "500 internal", "bad gateway", "502 bad gateway", "503 service", "service unavailable",
    "forbidden", "403 forbidden", "access denied", "تم رفض الوصول", "index of", "default web site page", "welcome to nginx", "apache2 ubuntu default page",
    "domain for sale", "this domain", "coming soon", "قريبا", "web hosting", "site not found", "gone", "410 gone", "حدث خطأ", "خطأ", "error",
    "bandwidth limit exceeded", "website expired", "الصفحة التي تبحث عنها", "نأسف", "sorry", "page introuvable", "لا يمكن العثور على الصفحة",
)))  # fmt: skip
ERROR_TEXTS = tuple(map(key_of, (
    "الصفحة التي تبحث عنها غير موجودة", "الصفحة التي طلبتها غير موجودة", "الصفحة المطلوبة غير موجودة", "الصفحة التي تحاول الوصول",
    "this account has been suspended", "تم تعليق هذا الحساب", "تم إيقاف هذا الموقع", "تم ايقاف هذا الحساب", "contact your hosting provider",
    "تواصل مع مزود الاستضافة", "لم نتمكن من العثور على الصفحة", "يبدو أنه لم يتم العثور", "ربما تم حذف الصفحة", "ربما تم نقل الصفحة", "it looks like nothing was found",
    "page you are looking for", "يبدو أننا لم نستطع العثور", "قد يكون الرابط غير صحيح", "الصفحة غير موجودة", "تم حذف هذا الخبر", "تم حذف هذه المادة",
    "المحتوى الذي تبحث عنه",
)))  # fmt: skip
WALL_TITLES = tuple(map(key_of, (
    "just a moment", "attention required", "checking your browser", "ddos protection", "are you a robot", "captcha", "verify you are human",
    "human verification", "security check", "before you continue", "تحقق من أنك", "التحقق من أنك", "لست روبوتا", "لحظة من فضلك", "انتظر لحظة", "please wait",
    "one moment please", "robot check", "تأكيد أنك لست روبوت", "بوابة الموافقة", "consent", "قبل المتابعة", "قبل أن تتابع", "access to this page has been denied",
    "التحقق الأمني", "فحص المتصفح",
)))  # fmt: skip
WALL_TEXTS = tuple(map(key_of, (
    "verify you are human", "enable javascript and cookies", "checking your browser before", "أنك لست روبوت", "لست برنامج روبوت", "أنك إنسان",
    "التحقق من متصفحك", "تفعيل جافا سكريبت", "please enable javascript", "please enable cookies", "نحن وشركاؤنا نستخدم", "نحن وشركاؤنا نخزن",
    "we and our partners", "قبل المتابعة إلى", "complete the captcha", "unusual traffic", "الموافقة على ملفات تعريف الارتباط للمتابعة",
)))  # fmt: skip
# What a consent wall asks for and says, in its own words; a report on privacy is dated.
CONSENT_TERMS = tuple(map(key_of, (
    "موافقتك", "بياناتك الشخصية", "ملفات تعريف الارتباط", "مزودي الخدمة", "الموردين", "المصلحة المشروعة", "إدارة الخيارات", "إدارة الموافقة",
    "تخزين المعلومات", "الإعلانات والمحتوى المخصص", "سحب الموافقة", "سحب موافقتك", "قبول الكل", "رفض الكل", "شركاؤنا", "تفضيلاتك",
    "your consent", "legitimate interest", "our partners", "accept all", "reject all", "manage options",
)))  # fmt: skip
STATIC_TITLES = frozenset(map(key_of, (
    "من نحن", "من نحن؟", "عن الموقع", "عن الصحيفة", "عن الجريدة", "عن القناة", "عن الوكالة", "حول الموقع", "نبذة عنا", "نبذة عن الموقع", "عنا", "حولنا", "تعرف علينا", "رؤيتنا",
    "رسالتنا", "اتصل بنا", "إتصل بنا", "تواصل معنا", "للتواصل معنا", "راسلنا", "اتصلوا بنا", "للاتصال بنا", "سياسة الخصوصية", "الخصوصية", "سياسة الإستخدام", "سياسة الاستخدام",
    "شروط الاستخدام", "شروط الإستخدام", "الشروط والأحكام", "شروط الخدمة", "اتفاقية الاستخدام", "إخلاء المسؤولية", "إخلاء مسؤولية", "أعلن معنا", "للإعلان معنا", "اعلن معنا",
    "الإعلان معنا", "هيئة التحرير", "أسرة التحرير", "فريق العمل", "فريق التحرير", "سياسة التحرير", "السياسة التحريرية", "ميثاق التحرير", "خريطة الموقع", "الأسئلة الشائعة", "وظائف",
    "سياسة ملفات الارتباط", "سياسة ملفات تعريف الارتباط", "سياسة الكوكيز", "حقوق النشر", "حقوق الملكية الفكرية", "كتاب الموقع", "انضم إلينا", "اشترك معنا",
    "قواعد النشر", "شروط النشر", "معايير النشر", "التبرع", "about", "about us", "contact", "contact us", "privacy policy", "terms of use", "terms and conditions", "terms of service",
    "advertise with us", "cookie policy", "disclaimer", "qui sommes nous", "contactez nous", "mentions légales", "editorial policy", "our team", "faq", "dmca", "الرؤية والرسالة",
)))  # fmt: skip
STATIC_STARTS = tuple(map(key_of, (
    "من نحن", "عن موقع", "عن صحيفة", "عن جريدة", "عن قناة", "عن وكالة", "عن شبكة", "عن مؤسسة", "نبذة عن موقع", "نبذة عن صحيفة", "سياسة الخصوصية", "شروط الاستخدام", "اتصل بنا", "تواصل مع",
    "about us", "contact us", "privacy policy",
)))  # fmt: skip
SELF_WORDS = tuple(map(key_of, (
    "موقع إخباري", "صحيفة إلكترونية", "جريدة إلكترونية", "موقع الكتروني", "صحيفة الكترونية", "جريدة الكترونية", "منصة إخبارية", "بوابة إخبارية", "موقع عربي", "شبكة إخبارية",
    "رؤيتنا", "رسالتنا", "أهدافنا", "قيمنا", "فريق التحرير", "هيئة التحرير", "رئيس التحرير", "نلتزم", "نسعى إلى", "نسعى الى", "نحرص على", "قرائنا", "متابعينا", "موقعنا",
    "صحيفتنا", "خدماتنا", "بياناتك", "معلوماتك الشخصية", "البيانات الشخصية", "ملفات تعريف الارتباط", "بريدنا", "راسلونا", "اتصلوا بنا", "انطلق الموقع", "تأسس الموقع", "تأسست الصحيفة",
    "جميع الحقوق محفوظة", "هذه الشروط", "هذه السياسة", "استخدامك للموقع", "باستخدامك", "تواصل معنا", "التواصل معنا", "مراسلتنا",
)))  # fmt: skip
PAYWALL_TEXT = tuple(map(key_of, (
    "للمشتركين فقط", "هذا المحتوى للمشتركين", "هذا المقال متاح للمشتركين", "اشترك لمتابعة القراءة", "اشترك لقراءة المقال", "لمتابعة القراءة اشترك", "سجل الدخول لمتابعة القراءة",
    "لقراءة المقال كاملا", "لقراءة بقية المقال", "subscribe to continue", "subscribers only", "محتوى حصري للمشتركين", "اكمل القراءة بالاشتراك", "متاح للمشتركين فقط",
)))  # fmt: skip
