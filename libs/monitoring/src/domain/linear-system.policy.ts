/** Coefficients by name of the unknown; what is known stands on the other side and does not matter here. */
export type LinearEquation = ReadonlyMap<string, number>;

const EPSILON = 1e-9;

/** The matrix with its pivots cleared in all other rows (reduced row echelon form). */
function reduce(matrix: number[][], width: number): number[][] {
  let pivots = 0;
  for (let column = 0; column < width && pivots < matrix.length; column += 1) {
    const from = matrix.findIndex((row, index) => index >= pivots && Math.abs(row[column] ?? 0) > EPSILON);
    const [pivot, above] = [matrix[from], matrix[pivots]];
    if (pivot === undefined || above === undefined) continue;
    [matrix[from], matrix[pivots]] = [above, pivot];
    const factor = pivot[column] ?? 1;
    for (let index = column; index < width; index += 1) pivot[index] = (pivot[index] ?? 0) / factor;
    for (const row of matrix) {
      const share = row === pivot ? 0 : row[column] ?? 0;
      if (Math.abs(share) <= EPSILON) continue;
      for (let index = column; index < width; index += 1) row[index] = (row[index] ?? 0) - share * (pivot[index] ?? 0);
    }
    pivots += 1;
  }
  return matrix;
}

/**
 * Unknowns that the equations give away, by whatever combination: those whose unit vector lies in the span of the equations. After
 * Gauss-Jordan elimination exactly these stand alone in a row (any textbook of linear algebra, e.g. Strang, Introduction to Linear
 * Algebra, on the reduced row echelon form).
 */
export function determinedVariables(equations: readonly LinearEquation[]): string[] {
  const names = [...new Set(equations.flatMap((equation) => [...equation.keys()]))];
  const matrix = reduce(equations.map((equation) => names.map((name) => equation.get(name) ?? 0)), names.length);
  return matrix.flatMap((row) => {
    const [first, ...others] = row.flatMap((value, index) => (Math.abs(value) > EPSILON ? [names[index] ?? ''] : []));
    return first === undefined || others.length > 0 ? [] : [first];
  });
}
