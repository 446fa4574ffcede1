const most = 12;
const longest = 40;

/** The first lines of a sheet as they stand in it, with those that are the head marked: to see whether it was read as it is meant. */
export function SheetLines({ label, rows, head }: { readonly label: string; readonly rows: readonly (readonly string[])[]; readonly head: { readonly row: number; readonly count: number } }) {
  return (
    <div className="kw-sheet-lines" role="region" tabIndex={0} aria-label={label}>
      <table>
        <caption className="kw-visually-hidden">{label}</caption>
        <tbody>
          {rows.slice(0, most).map((cells, index) => (
            <tr key={index} data-head={index >= head.row && index < head.row + head.count ? '' : undefined}>
              <th scope="row">{index + 1}</th>
              {cells.slice(0, most).map((cell, column) => <td key={column} dir="auto">{cell.length > longest ? `${cell.slice(0, longest)} …` : cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
