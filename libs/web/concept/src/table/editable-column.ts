/** Cells of the table that can be edited in place. */
export type SingleColumn = 'title' | 'status' | 'type' | 'lead' | 'period' | 'budgetAmount' | 'fundingSource';
export type MemberColumn = 'partners' | 'targetGroups';
export type EditableColumn = SingleColumn | MemberColumn;

/** The cell that is being edited. */
export interface EditedCell {
  readonly measureId: string;
  readonly column: EditableColumn;
}

export const isMemberColumn = (column: EditableColumn): column is MemberColumn => column === 'partners' || column === 'targetGroups';

const cellAttribute = 'data-cell';

/** Marks a cell's button, so that editor and focus find it, also after its row has moved to another group. */
export const cellMark = (measureId: string, column: EditableColumn): Record<string, string> => ({ [cellAttribute]: `${measureId}/${column}` });

export function findCell({ measureId, column }: EditedCell): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[${cellAttribute}="${CSS.escape(`${measureId}/${column}`)}"]`);
}
