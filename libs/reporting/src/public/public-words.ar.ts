import type { PublicWords } from './public-words.js';

export const arabicWords: PublicWords = {
  skip: 'انتقل إلى المحتوى', language: 'اللغة', legal: 'معلومات قانونية', legalPages: { impressum: 'بيانات الناشر', datenschutz: 'حماية البيانات', barrierefreiheit: 'سهولة الوصول' }, madeWith: 'نُشر بواسطة Konzeptwerkstatt',
  published: 'منشور', concepts: 'الخطط المعتمدة', reports: 'التقارير', adoptedOn: (year, day) => `${year}، اعتُمدت في ${day}`,
  overview: 'كل ما نُشر', indicators: 'المؤشرات', indicatorsLead: 'أرقام تصف الوضع. وهي لا تقول ما الذي حققه إجراء بعينه.',
  openData: 'بيانات مفتوحة', catalogueLead: 'فهرس كل مجموعات البيانات وفق DCAT-AP.de لبوابات البيانات:', example: 'مثال، وليست أرقامًا رسمية.',
  value: 'القيمة', period: 'الفترة', region: 'المنطقة', whom: 'لمن', everybody: 'الجميع', remarks: 'ملاحظات', values: 'القيم', course: 'التطور عبر الزمن',
  definition: 'ما الذي يُحصى', described: 'التعريف', noDefinition: 'لم يوصف بعد', numerator: 'البسط', denominator: 'المقام', population: 'من ينتمي إليها', method: 'ملاحظة حول الطريقة', source: 'المصدر', sourceTable: 'الجدول', licence: 'الترخيص',
  unit: 'الوحدة', office: 'الجهة المسؤولة', changed: 'آخر تغيير', versions: 'تغيير طريقة الإحصاء', versionsLead: 'قيم الصيغ المختلفة لا تحصي الشيء نفسه ولا يمكن مقارنتها.',
  version: (version) => `الصيغة ${version}`, downloads: 'تنزيل', files: { machine: 'CSV للبرامج', german: 'CSV لبرنامج Excel (بالألمانية)', metadata: 'وصف الأعمدة (CSVW)' },
  noValues: 'لم تُدخل أي قيم بعد.', suppressed: 'لا تُعرض حتى لا يمكن التعرف على أحد', none: 'لا قيمة',
  qualified: { approx: (value) => `نحو ${value}`, rounded: (value) => `${value} (مقرّبة)`, less_than: (value) => `أقل من ${value}`, more_than: (value) => `أكثر من ${value}`, derived: (value) => `${value} (محسوبة)` },
  statuses: { provisional: 'مؤقتة', revised: 'مصححة', estimated: 'مقدّرة' },
  dimensions: { district: 'الحي', group: 'المجموعة', municipality_size: 'حجم البلدية', age: 'العمر', gender: 'الجنس', nationality: 'الجنسية' },
  latest: (value, period) => `آخر قيمة: ${value} (${period}).`, first: (value, period) => `في بداية السلسلة: ${value} (${period}).`, target: (value, year) => `الهدف: ${value} حتى ${year}.`,
  breaks: 'تغيرت طريقة الإحصاء في أثناء ذلك: لا يمكن مقارنة القيم قبلها وبعدها.', hidden: 'توضع علامة × حيث لا تُعرض القيمة لأنه يمكن التعرف على أشخاص.', targetMark: 'الهدف', breakMark: 'طريقة إحصاء أخرى',
  moreParts: 'تعرض الصورة بعض السلاسل. والجدول يضم كلها.', moreValues: (shown, all) => `يعرض الجدول أحدث القيم (${shown} من أصل ${all}). وتجدها كلها في الملفات:`,
  comparison: 'مقارنة مع بلديات أخرى', comparisonLead: 'قيم منشورة لبلديات أخرى للمؤشر نفسه. تختلف البلديات في الحجم والظروف: المقارنة لا تُقيّم.',
  comparisonPart: (count) => `تظهر هنا ${count} بلدية أخرى على الأكثر: ذات أصغر المفاتيح الرسمية.`,
  municipality: 'البلدية', otherDefinition: 'تُحصي بطريقة مختلفة', thisOne: 'هذه البلدية',
};
