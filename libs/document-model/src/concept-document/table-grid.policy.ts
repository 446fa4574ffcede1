/** A cell as the text holds it; spans come from other people's clients. */
export interface SpannedCell {
  readonly colspan: number;
  readonly rowspan: number;
}

/** Cells placed in a grid; null stands for a gap that has to be filled. */
export interface Grid<Cell extends SpannedCell> {
  readonly columns: number;
  readonly rows: readonly (readonly { readonly cell: Cell | null; readonly colspan: number; readonly rowspan: number }[])[];
}

/** More columns than this fit no page; a hostile span does not make every reader build a huge grid. */
const MAX_COLUMNS = 60;

type Placed<Cell> = { cell: Cell | null; colspan: number; rowspan: number; row: number; column: number };

class GridFiller<Cell extends SpannedCell> {
  private readonly taken: boolean[][];
  readonly placed: Placed<Cell>[] = [];
  columns = 0;

  constructor(private readonly rowCount: number) {
    this.taken = Array.from({ length: rowCount }, () => []);
  }

  isTaken(row: number, column: number): boolean {
    return this.taken[row]?.[column] === true;
  }

  place(row: number, column: number, cell: Cell | null): void {
    const wanted = { colspan: cell?.colspan ?? 1, rowspan: Math.min(cell?.rowspan ?? 1, this.rowCount - row) };
    let colspan = 1;
    while (colspan < wanted.colspan && column + colspan < MAX_COLUMNS && !this.isTaken(row, column + colspan)) colspan += 1;
    const isFree = (other: number): boolean => Array.from({ length: colspan }, (_, index) => index).every((index) => !this.isTaken(other, column + index));
    let rowspan = 1;
    while (rowspan < wanted.rowspan && isFree(row + rowspan)) rowspan += 1;
    for (let y = row; y < row + rowspan; y += 1) for (let x = column; x < column + colspan; x += 1) (this.taken[y] as boolean[])[x] = true;
    this.columns = Math.max(this.columns, column + colspan);
    this.placed.push({ cell, colspan, rowspan, row, column });
  }
}

/**
 * Places cells as a browser does: left to right in the first free place, spans cut where they would leave the table or run over
 * another cell, gaps filled. The spans of the result always cover the whole grid exactly once. Rows without any cell are left out.
 */
export function layOutGrid<Cell extends SpannedCell>(given: readonly (readonly Cell[])[]): Grid<Cell> {
  const rows = given.filter((row) => row.length > 0);
  const filler = new GridFiller<Cell>(rows.length);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (filler.isTaken(row, column)) column += 1;
      // What stands beyond the last column goes into it no more; a table that wide cannot be read anyway.
      if (column >= MAX_COLUMNS) break;
      filler.place(row, column, cell);
    }
  });
  for (let row = 0; row < rows.length; row += 1) {
    for (let column = 0; column < filler.columns; column += 1) if (!filler.isTaken(row, column)) filler.place(row, column, null);
  }
  const inRow = (row: number): Placed<Cell>[] => filler.placed.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
  return { columns: filler.columns, rows: rows.map((_, row) => inRow(row).map(({ cell, colspan, rowspan }) => ({ cell, colspan, rowspan }))) };
}
