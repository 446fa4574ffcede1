import type { PublicLanguage } from './public-language.js';

/** What the public page of a measure says beside the words of reports. */
export interface MeasureWords {
  readonly goals: string;
  readonly type: string;
  readonly priority: string;
  readonly targetGroups: string;
  readonly district: string;
  readonly posts: string;
  readonly indicators: string;
  readonly standsIn: string;
  readonly asAdopted: string;
  readonly statusThen: string;
  readonly statusNow: string;
  readonly statusLead: string;
  /** When the status of today was reported. */
  readonly reportedOn: (day: string) => string;
  readonly types: Readonly<Record<string, string>>;
  readonly priorities: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<string, string>>;
}

const words: Readonly<Record<PublicLanguage, MeasureWords>> = {
  de: {
    goals: 'Ziele', type: 'Art', priority: 'Priorität', targetGroups: 'Zielgruppen', district: 'Sozialraum', posts: 'Stellen (VZÄ)', indicators: 'Indikatoren', standsIn: 'Steht in', asAdopted: 'Wie es beschlossen wurde',
    statusThen: 'Stand beim Beschluss', statusNow: 'Stand heute', statusLead: 'Wie weit sie ist, hat zuletzt eine beteiligte Organisation gemeldet. Alles andere steht hier so, wie es beschlossen wurde.', reportedOn: (day) => `gemeldet am ${day}`,
    types: { new: 'neu', continued: 'fortgeführt', permanent: 'dauerhaft', pilot: 'Erprobung', mandate: 'sich einsetzen für' },
    priorities: { high: 'hoch', medium: 'mittel', low: 'niedrig' },
    groups: { everyone: 'alle', children_youth: 'Kinder und Jugendliche', families: 'Familien', women: 'Frauen', older_people: 'ältere Menschen', people_with_disabilities: 'Menschen mit Behinderungen', refugees: 'Geflüchtete', newcomers: 'neu Zugewanderte', eu_citizens: 'Menschen aus der EU', job_seekers: 'Arbeitsuchende', employees: 'Beschäftigte', companies: 'Unternehmen', students: 'Studierende', volunteers: 'Engagierte', migrant_organisations: 'Migrantenorganisationen', administration_staff: 'Verwaltung' },
  },
  en: {
    goals: 'Goals', type: 'Type', priority: 'Priority', targetGroups: 'Target groups', district: 'Neighbourhood', posts: 'Staff (full-time equivalents)', indicators: 'Indicators', standsIn: 'Part of', asAdopted: 'As it was adopted',
    statusThen: 'Status when adopted', statusNow: 'Status today', statusLead: 'How far it is was last reported by an organisation taking part. Everything else stands here as it was adopted.', reportedOn: (day) => `reported on ${day}`,
    types: { new: 'new', continued: 'continued', permanent: 'permanent', pilot: 'pilot', mandate: 'lobbying mandate' },
    priorities: { high: 'high', medium: 'medium', low: 'low' },
    groups: { everyone: 'everyone', children_youth: 'children and young people', families: 'families', women: 'women', older_people: 'older people', people_with_disabilities: 'people with disabilities', refugees: 'refugees', newcomers: 'newcomers', eu_citizens: 'EU citizens', job_seekers: 'job seekers', employees: 'employees', companies: 'companies', students: 'students', volunteers: 'volunteers', migrant_organisations: 'migrant organisations', administration_staff: 'administration staff' },
  },
  ar: {
    goals: 'الأهداف', type: 'النوع', priority: 'الأولوية', targetGroups: 'الفئات المستهدفة', district: 'النطاق الاجتماعي', posts: 'الوظائف (بدوام كامل)', indicators: 'المؤشرات', standsIn: 'ترد في', asAdopted: 'كما اعتُمد',
    statusThen: 'الحالة عند الاعتماد', statusNow: 'الحالة اليوم', statusLead: 'آخر من أبلغ عن مدى التقدم منظمة مشاركة. وكل ما عدا ذلك يرد هنا كما اعتُمد.', reportedOn: (day) => `أُبلغ عنها في ${day}`,
    types: { new: 'جديد', continued: 'مستمر', permanent: 'دائم', pilot: 'تجريبي', mandate: 'السعي من أجل' },
    priorities: { high: 'عالية', medium: 'متوسطة', low: 'منخفضة' },
    groups: { everyone: 'الجميع', children_youth: 'الأطفال والشباب', families: 'العائلات', women: 'النساء', older_people: 'كبار السن', people_with_disabilities: 'الأشخاص ذوو الإعاقة', refugees: 'اللاجئون', newcomers: 'القادمون الجدد', eu_citizens: 'مواطنو الاتحاد الأوروبي', job_seekers: 'الباحثون عن عمل', employees: 'العاملون', companies: 'الشركات', students: 'الطلاب', volunteers: 'المتطوعون', migrant_organisations: 'منظمات المهاجرين', administration_staff: 'موظفو الإدارة' },
  },
};

/** The words of a language. */
export const measureWordsOf = (language: PublicLanguage): MeasureWords => words[language];
