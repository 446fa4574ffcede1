import type { IndicatorSheet } from '@konzeptwerkstatt/monitoring';
import { reportChart } from '../chart/report-chart.js';
import { partsWord, pathSentence, remarksOf, summaryOf, valueWord } from './indicator-words.js';
import { heading, paragraph } from './report-blocks.js';
import type { ReportTables } from './report-tables.js';
import type { ReportBlock, ReportFacts } from './report-facts.js';
import type { ReportWords } from './words/report-words.js';

/** Pages of indicators in one report. Pictures are numbered through it, and an indicator that several goals name stands there once. */
export class IndicatorPages {
  private pictures = 0;
  private readonly shown = new Set<string>();

  constructor(
    private readonly facts: ReportFacts,
    private readonly words: ReportWords,
    private readonly tables: ReportTables,
  ) {}

  /** The living ones of these indicators, each once, by name. */
  sheets(ids: readonly string[]): IndicatorSheet[] {
    return [...new Set(ids)].flatMap((id) => this.facts.indicators.get(id) ?? []).sort((one, other) => this.words.compare(one.name, other.name));
  }

  /** Heading, sentences, chart and values of each of these indicators; one that was shown before is only named. */
  of(ids: readonly string[]): ReportBlock[] {
    return this.sheets(ids).flatMap((sheet) => {
      const isShown = this.shown.has(sheet.id);
      this.shown.add(sheet.id);
      return [heading(sheet.name, 3), ...(isShown ? [paragraph(this.words.t('indicators.elsewhere'))] : this.page(sheet))];
    });
  }

  private page(sheet: IndicatorSheet): ReportBlock[] {
    const { t } = this.words;
    const { definition: { text, source }, values } = sheet;
    const summary = summaryOf(sheet, this.words);
    const path = pathSentence(sheet, this.words);
    return [
      ...[summary, path ?? '', text === '' ? '' : t('indicators.counted', { text }), source === null ? '' : t('indicators.source', { source })].flatMap((sentence) => (sentence === '' ? [] : [paragraph(sentence)])),
      ...(values.length === 0 ? [paragraph(t('indicators.no-values'))] : [...this.chart(sheet, summary), ...this.values(sheet)]),
    ];
  }

  private chart(sheet: IndicatorSheet, summary: string): ReportBlock[] {
    const { t, number, compact, direction } = this.words;
    const svg = reportChart(sheet, { target: t('chart.target'), path: t('chart.path'), break: t('chart.break'), gap: t('chart.gap'), all: t('chart.all'), number, compact, direction });
    if (svg === null) return [];
    const { name, unitLabel } = sheet;
    this.pictures += 1;
    return [{ type: 'chart', svg, name, alt: summary, caption: t('picture', { number: this.pictures, name, unit: unitLabel }), missing: t('picture.missing', { name }) }];
  }

  private values(sheet: IndicatorSheet): ReportBlock[] {
    const { t, period } = this.words;
    const newest = sheet.values.toReversed();
    return this.tables.next(t('table.values', { name: sheet.name }), [t('head.period'), t('head.group'), t('head.value'), t('head.remarks')], newest.map((value) => [
      period(value.period), partsWord(value, this.words), valueWord(sheet, value, this.words), remarksOf(sheet, value, this.words),
    ]));
  }
}
