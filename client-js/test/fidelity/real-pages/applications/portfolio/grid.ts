import { type CellComponent, TabulatorFull as Tabulator } from 'tabulator-tables';
import { type Position, worth } from './positions.ts';

const number = new Intl.NumberFormat('en-IE', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A grid that renders the rows in sight; pieces can be edited in place. */
export function openGrid(positions: readonly Position[], changed: (all: readonly Position[]) => void): void {
  const all = positions.map((position) => ({ ...position }));
  const sum = document.getElementById('sum')!;
  const tell = () => {
    sum.textContent = `${number.format(all.reduce((so, each) => so + worth(each), 0))} €`;
    changed(all);
  };
  const grid = new Tabulator('#grid', {
    data: all,
    reactiveData: true,
    height: 480,
    layout: 'fitColumns',
    movableColumns: true,
    columns: [
      { title: 'Watched', field: 'watched', formatter: 'tickCross', width: 90, hozAlign: 'center' },
      { title: 'Name', field: 'name', headerFilter: 'input', frozen: true, widthGrow: 2 },
      { title: 'Sector', field: 'sector' },
      {
        title: 'Pieces',
        field: 'pieces',
        editor: 'number',
        hozAlign: 'right',
        bottomCalc: 'sum',
        cellEdited: tell,
      },
      { title: 'Price', field: 'price', hozAlign: 'right', formatter: 'money' },
      {
        title: 'Value',
        field: 'value',
        hozAlign: 'right',
        mutator: (_: unknown, position: Position) => worth(position),
        formatter: (cell: CellComponent) => `<b>${number.format(cell.getValue() as number)}</b>`,
      },
      { title: 'Share', field: 'pieces', formatter: 'progress', formatterParams: { color: '#84a98c' } },
    ],
  });
  let grouped = false;
  document.getElementById('group')!.addEventListener('click', () => {
    grouped = !grouped;
    grid.setGroupBy(grouped ? 'sector' : '');
  });
  document.getElementById('tick')!.addEventListener('click', () => {
    for (const each of all) each.price = Math.round(each.price * (each.id % 2 ? 104 : 97)) / 100;
    tell();
  });
  tell();
}
