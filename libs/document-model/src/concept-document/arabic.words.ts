import type { DocumentWords } from './document-words.js';
import { dayIn, decimalIn, euroIn, periodIn } from './words.formats.js';

/** How many notes a document holds. */
function notesInWords(count: number, left: number): string {
  const held = count === 0 ? 'دون ملاحظات: لا توجد ملاحظات مفتوحة.' : `عدد الملاحظات المفتوحة: ${count}.`;
  return left === 0 ? held : `${held} وهي الأحدث؛ عدد الأقدم غير المدرجة: ${left}.`;
}

/** Arabic words of documents, the same as in the interface. */
export const arabicWords: DocumentWords = {
  language: 'ar',
  titlePage: {
    draft: (day) => `مسودة بتاريخ ${day}`, adopted: (day) => `الصيغة المعتمدة بتاريخ ${day}`, measuresOf: (organisation) => `إجراءات ${organisation}`, excerpt: (section) => `مقتطف: ${section}`,
    example: 'هذا المستند مثال.',
  },
  contents: 'المحتويات',
  measureTable: 'كل الإجراءات في جدول واحد',
  number: 'الرقم',
  goal: 'هدف',
  measure: 'إجراء',
  untitledGoal: 'هدف دون عنوان',
  untitledMeasure: 'إجراء دون عنوان',
  undescribedPicture: 'صورة دون وصف',
  noValueYet: 'لا قيمة بعد',
  missingPicture: (description) => `[صورة غير موجودة: ${description}]`,
  unshown: (codes) => `الرموز التي لا يمكن عرضها في هذا الملف تظهر هكذا [?]: ${codes}. وهي موجودة في ملف Word.`,
  fields: {
    kind: 'نوع الهدف', type: 'النوع', status: 'الحالة', decisionState: 'القرار', lead: 'الجهة القائدة', partner: 'الشركاء', targetGroup: 'الفئات المستهدفة', period: 'المدة',
    resources: 'الموارد', budgetAmount: 'المبلغ', fundingSource: 'التمويل', staffPositions: 'الوظائف (دوام كامل)', indicator: 'المؤشرات', goal: 'الأهداف', priority: 'الأولوية',
    fundingState: 'الميزانية', fundingUntil: 'ممول حتى', contact: 'جهة الاتصال', district: 'النطاق الاجتماعي',
  },
  types: { new: 'جديد', continued: 'مستمر', permanent: 'دائم', pilot: 'تجريبي', mandate: 'السعي من أجل' },
  statuses: { idea: 'فكرة', planned: 'مخطط', running: 'جارٍ', done: 'منجز', continued: 'يُواصَل', paused: 'متوقف مؤقتًا', dropped: 'ملغى' },
  decisionStates: { draft: 'مسودة', proposed: 'مقترح', adopted: 'معتمد', rejected: 'مرفوض' },
  priorities: { high: 'عالية', medium: 'متوسطة', low: 'منخفضة' },
  fundingStates: { subject_to_budget: 'رهن الميزانية', secured: 'مضمونة' },
  targetGroups: {
    everyone: 'الجميع', children_youth: 'الأطفال والشباب', families: 'العائلات', women: 'النساء', older_people: 'كبار السن',
    people_with_disabilities: 'الأشخاص ذوو الإعاقة', refugees: 'اللاجئون', newcomers: 'القادمون الجدد', eu_citizens: 'مواطنو الاتحاد الأوروبي',
    job_seekers: 'الباحثون عن عمل', employees: 'العاملون', companies: 'الشركات', students: 'الطلاب', volunteers: 'المتطوعون',
    migrant_organisations: 'منظمات المهاجرين', administration_staff: 'موظفو الإدارة',
  },
  partyStates: { proposed: 'مقترح', reserved: 'بتحفظ', declined: 'اعتذر' },
  goalKinds: { guiding: 'هدف رئيسي', sub: 'هدف فرعي' },
  notes: {
    title: 'ملاحظات مفتوحة', mention: 'ملاحظات على ذلك:', whole: 'الخطة كلها', quote: 'الموضع في النص', replacement: 'الصياغة المقترحة', nothing: '(دون هذه الكلمات)',
    changed: 'تغيّر النص في هذه الأثناء.', gone: 'لم يعد هذا الموضع موجودًا.', count: notesInWords,
  },
  period: periodIn('ar', { from: (from) => `من ${from}`, between: (from, to) => `${from} إلى ${to}`, quarter: (quarter, year) => `الربع ${quarter} من ${year}` }),
  amount: euroIn('ar'),
  posts: decimalIn('ar'),
  day: dayIn('ar'),
};
